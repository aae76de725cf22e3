import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { controlFolderOf, saysOfControl } from "../../controls";
import { at, type Control } from "../../document";
import { useSelected } from "../../selection";
import { list } from "../../steps/said";
import { useDoc } from "../../useEditor";
import { type FieldProps, labelFor, Row } from "../Row";
import { lastOf } from "../paths";
import { useScope } from "../scope";
import { words } from "../words";

const NONE: unknown[] = [];

/** What stands on a page or in a part of it; it is edited on the page itself. */
export function ControlsField(it: FieldProps) {
  const all = useDoc(doc => (at(doc, it.path) ?? NONE) as Control[]);
  const [, select] = useSelected();
  const { flow = "", thing } = useScope();
  const [step, inner] = [thing.split("/")[3] ?? lastOf(thing), it.path.split(`/steps/${thing.split("/")[3]}/controls`)[1] ?? ""];
  const pathOf = (index: number) => `${inner}/${index}`.replace(/^\//, "");
  const onPage = thing.includes("/controls");
  return (
    <Row of={it} tall labels={false} exact>
      <ul className="outline" aria-label={labelFor(it)}>
        {list(all).map((one, index) => {
          const control = one as Control;
          const folder = controlFolderOf(control.type);
          const Icon = folder?.icon;
          return (
            <li key={index}>
              <button type="button" onClick={() => select({ kind: "control", flow, step, control: pathOf(index) })}>{Icon && <Icon size={16} stroke={1.7} aria-hidden />}<span>{saysOfControl(control)}</span></button>
            </li>
          );
        })}
      </ul>
      {!onPage && <Button variant="default" size="xs" leftSection={<IconPencil size={14} />} onClick={() => select({ kind: "control", flow, step, control: "" })}>{words.openPage}</Button>}
    </Row>
  );
}
