import { words } from "./words";

/** Somebody else deleted it, or an address from before was opened. */
export const Gone = ({ title = words.gone, text = words.goneText }: { title?: string; text?: string }) => (
  <div className="inspector-gone">
    <h2>{title}</h2>
    <p className="dim small">{text}</p>
  </div>
);
