import { Select as Mantine, type SelectProps } from "@mantine/core";
import { useNear } from "./useNear";

/** Mantine's own, whose list comes into the page when somebody comes to the field. One that is searched opens at that moment, and has its list from the first. */
export function Select({ comboboxProps, onFocus, ...more }: SelectProps) {
  const [near, come] = useNear();
  return <Mantine {...more} comboboxProps={{ ...comboboxProps, keepMounted: near || more.searchable === true }} onFocus={event => { come(); onFocus?.(event); }} />;
}
