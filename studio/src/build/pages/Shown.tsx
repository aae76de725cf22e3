import type { HTMLAttributes } from "react";
import { controlFolderOf, saysOfControl } from "../controls";
import { at, type Control, type ControlType } from "../document";
import { words } from "../inspect/words";
import { useDoc } from "../useEditor";
import { usePage } from "./PageContext";
import { Checkbox, Choice, Consent, Rating } from "./shown/choices";
import { Address, File, Line, LongText, Signature } from "./shown/fields";
import { Container, Form, List } from "./shown/holders";
import { Button, Divider, Heading, Link, Picture, Progress, Text } from "./shown/reading";

/** What every control on the page gets: where it stands, and what its outermost element needs to be chosen, moved and marked. */
export interface ShownAs<C extends Control> {
  it: C;
  path: string;
  root: HTMLAttributes<HTMLElement> & Record<`data-${string}`, string | undefined>;
}

export type ShownProps<T extends ControlType = ControlType> = ShownAs<Extract<Control, { type: T }>>;

type Shows = { [T in ControlType]: (it: ShownProps<T>) => React.ReactNode };

const shows: Shows = {
  heading: Heading, text: Text, image: Picture, link: Link, divider: Divider, progress: Progress, container: Container, list: List, form: Form, text_field: Line, long_text: LongText, number: Line, money: Line, date: Line, time: Line, email: Line, phone: Line,
  address: Address, choice: Choice, choices: Choice, checkbox: Checkbox, consent: Consent, file: File, signature: Signature, rating: Rating, button: Button,
};

/** One control as the customer will see it. */
export function Shown({ path }: { path: string }) {
  const { page, chosen, choose } = usePage();
  const it = useDoc(doc => at(doc, `${page}/${path}`) as Control | undefined);
  if (!it) return null;
  const folder = controlFolderOf(it.type);
  if (!folder) return <p className="zone" data-path={path}>{words.unknown(String(it.type))}</p>;
  const root = {
    tabIndex: 0,
    role: "group",
    "aria-label": words.page.chosen(folder.name, saysOfControl(it)),
    "data-path": path,
    "data-chosen": chosen === path ? "" : undefined,
    "data-when": it.visible === undefined ? undefined : `${words.page.conditional} ${String(it.visible)}`,
    onClick: (event: React.MouseEvent) => {
      event.stopPropagation();
      choose(path);
    },
    onFocus: (event: React.FocusEvent) => {
      event.stopPropagation();
      if (chosen !== path) choose(path);
    },
  };
  const Show = shows[it.type] as (it: ShownProps) => React.ReactNode;
  return <Show it={it} path={`${page}/${path}`} root={root} />;
}
