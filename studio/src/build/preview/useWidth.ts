import { useLocalStorage, useMediaQuery } from "@mantine/hooks";

/** Whether the preview wants all panes side by side, and whether there is room for them. Known before the preview is loaded, so that nothing moves when it comes. */
export function useWidth() {
  const [wide, setWide] = useLocalStorage({ key: "wayfare-preview-wide", defaultValue: true, getInitialValueInEffect: false });
  const room = useMediaQuery("(min-width: 1100px)", true, { getInitialValueInEffect: false });
  return { wide, room, setWide };
}

export type Width = ReturnType<typeof useWidth>;
