import type { Selected } from "../selection";

export const Inspector = ({ selected }: { selected: Selected }) => <div data-selected={selected.kind} />;
