import { useCallback, useState } from "react";

/**
 * Whether somebody has come to a field, for its list: a list in the page costs as much as the rest of the field, and it must be there before it is opened, or the field could
 * not name it to a screen reader.
 */
export function useNear(): [near: boolean, come: () => void] {
  const [near, setNear] = useState(false);
  return [near, useCallback(() => setNear(true), [])];
}
