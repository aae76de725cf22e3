import { ActionIcon } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { useRef } from "react";
import { tip } from "../../../parts/Tips";
import type { Editing } from "../code/editing";
import { isLong } from "../kinds";
import { type FieldProps, labelFor, Row } from "../Row";
import { useScope } from "../scope";
import { constantOf, hasHoles, segmentsOf } from "../segments";
import { words } from "../words";
import { Source, useSource } from "./Source";

const w = words.code;
/** Fields that go out as a text message in a text flow. */
const SENT = ["text", "otherwise", "again", "meanwhile"];

export function TemplateField(it: FieldProps) {
  const editing = useRef<Editing>(undefined);
  const source = useSource(it, "template");
  const { channel, type } = useScope();
  const sent = (channel === "text" && SENT.includes(it.name)) || (type === "text_once" && it.name === "text");
  const insert = (
    <ActionIcon {...tip(w.insert)} variant="subtle" color="gray" size={22} aria-label={`${w.insert}: ${labelFor(it)}`} onClick={() => editing.current?.insertHole()}><IconBraces size={14} stroke={1.7} /></ActionIcon>
  );
  return (
    <Row of={it} tall labels={false} aside={insert} without={source.told}>
      <Source of={it} source={source} kind="template" long={isLong(it.name)} editing={editing} />
      {sent && source.text !== "" && <Sms text={source.text} />}
    </Row>
  );
}

function Sms({ text }: { text: string }) {
  const { count, units, forcing } = segmentsOf(constantOf(text));
  return <p className="fld-under" data-more={count > 1 || undefined} title={forcing && w.forcing(forcing)}>{w.sms(count, units, hasHoles(text))}</p>;
}
