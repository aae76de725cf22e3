import { Button } from "@mantine/core";
import { words } from "../words";

/** The way to what is older. */
export function More({ pages }: { pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } }) {
  if (!pages.hasNextPage) return null;
  return (
    <div className="pad" style={{ textAlign: "center", borderTop: "1px solid var(--w-line)" }}>
      <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{words.more}</Button>
    </div>
  );
}
