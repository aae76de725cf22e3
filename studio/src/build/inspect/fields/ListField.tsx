import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { at as valueAt } from "../../document";
import { list } from "../../steps/said";
import { useDoc, useEditor } from "../../useEditor";
import { Entry } from "../Entry";
import { Fields } from "../Fields";
import { below, moved } from "../paths";
import { type FieldProps, labelFor, Row } from "../Row";
import { useReorder } from "../useReorder";
import { useValue } from "../useValue";
import { words } from "../words";

const MAIN = ["value", "label", "when", "next", "field", "compare", "to"];

/** Things in an order: cases of a branch, options of a choice, conditions on records. */
export function ListField(it: FieldProps) {
  const editor = useEditor();
  const count = useDoc(doc => list(valueAt(doc, it.path)).length);
  const [, , choose] = useValue<unknown[]>(it.path);
  const kept = () => list(valueAt(editor.get().doc, it.path));
  const set = (to: unknown[]) => choose(to.length === 0 && !it.required ? undefined : to);
  const move = (from: number, to: number) => set(moved(kept(), from, to));
  const { handle, entry } = useReorder("item", count, move);
  const shape = it.shape.items ?? {};
  const label = labelFor(it);
  const fresh = () => Object.fromEntries((shape.required ?? []).map(name => [name, shape.properties?.[name]?.enum?.[0] ?? ""]));
  return (
    <Row of={it} tall labels={false} exact>
      <ul className="entries" aria-label={label}>
        {Array.from({ length: count }, (_, at) => {
          const name = words.list.item(label, at + 1);
          return (
            <Entry key={at} name={name} at={at} count={count} handle={handle(at)} entry={entry(at)} onMove={to => move(at, to)} onRemove={() => set(kept().filter((_, one) => one !== at))} head={<span className="dim small">{at + 1}</span>}>
              <Fields shape={shape} path={below(it.path, at)} main={MAIN} />
            </Entry>
          );
        })}
      </ul>
      <Button variant="subtle" size="compact-sm" className="add-entry" leftSection={<IconPlus size={14} />} aria-label={words.list.addTo(label)} onClick={() => set([...kept(), fresh()])}>{words.list.add}</Button>
    </Row>
  );
}
