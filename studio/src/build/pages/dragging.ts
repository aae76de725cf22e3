// What is being dragged over the page: a control that stands on it, or a kind of control from the palette.
import type { ControlType } from "../document";

export type Dragged = { path: string } | { type: ControlType };

/** Where it would go: into the list of `parent` (empty: the page itself), before the place of `index`. */
export interface Place {
  parent: string;
  index: number;
  line: { left: number; top: number; width: number; height: number };
  into?: boolean;
}

let dragged: Dragged | undefined;

export const drag = (it: Dragged | undefined) => {
  dragged = it;
};
export const isDragged = () => dragged;

const THICK = 3;

/** The place nearest to the pointer: before or after the control under it, or inside an empty one. */
export function placeAt(target: Element, x: number, y: number): Place | undefined {
  const zone = target.closest<HTMLElement>("[data-zone]");
  if (zone) return { parent: zone.dataset.zone ?? "", index: 0, into: true, line: rectOf(zone) };
  const control = target.closest<HTMLElement>("[data-path]");
  return control ? beside(control, x, y) : undefined;
}

function beside(control: HTMLElement, x: number, y: number): Place {
  const path = control.dataset.path ?? "";
  const rect = control.getBoundingClientRect();
  const across = control.parentElement?.hasAttribute("data-across") && rect.width < (control.parentElement?.clientWidth ?? 0) * 0.75;
  const after = across ? x > rect.left + rect.width / 2 : y > rect.top + rect.height / 2;
  const end = path.lastIndexOf("/");
  const parent = end < 0 ? "" : path.slice(0, end - "/controls".length);
  const index = Number(path.slice(end + 1)) + (after ? 1 : 0);
  const at = rectOf(control);
  const line = across
    ? { left: after ? at.left + at.width + 10 : at.left - 12, top: at.top, width: THICK, height: at.height }
    : { left: at.left, top: after ? at.top + at.height + 10 : at.top - 12, width: at.width, height: THICK };
  return { parent, index, line };
}

/** Where an element stands on its page, in the page's own pixels. */
export function rectOf(it: Element) {
  const { left, top, width, height } = it.getBoundingClientRect();
  const view = it.ownerDocument.defaultView;
  return { left: left + (view?.scrollX ?? 0), top: top + (view?.scrollY ?? 0), width, height };
}
