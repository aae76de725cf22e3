import { ActionIcon, Button, Menu, NativeSelect } from "@mantine/core";
import { IconArrowBackUp, IconArrowsDiagonal, IconArrowsDiagonalMinimize2, IconChevronDown, IconPlayerPlay, IconRestore, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useGet } from "../../api/hooks";
import { State } from "../../parts/State";
import { called } from "../../parts/Tips";
import { Begin } from "./Begin";
import type { Part } from "./PreviewPhone";
import { moment } from "./moment";
import { words } from "./words";

const looks = { open: "live", ended: "past", expired: "past", none: "past" } as const;

/** What is played and under which values; begin, take back, restart. */
export function Head({ wide, roomy, onWide, onClose, ...part }: Part & { wide: boolean; roomy: boolean; onWide: (it: boolean) => void; onClose: () => void }) {
  const { app, view, acting } = part;
  const [api, setApi] = useState<string>();
  const profiles = useGet("/api/v1/apps/{app}/profiles", { path: { app } });
  const standing = view && view.journey.turn > 0 ? view.journey.standing : "none";
  const none = acting.session.events.length === 0;
  return (
    <header className="preview-head">
      <div className="row">
        <h2>{words.title}</h2>
        <State look={looks[standing as keyof typeof looks] ?? "past"}>{words.standings[standing] ?? standing}</State>
        <span className="grow" />
        {roomy && (
          <ActionIcon {...called(wide ? words.narrower : words.wider)} variant="subtle" color="gray" aria-pressed={wide} onClick={() => onWide(!wide)}>
              {wide ? <IconArrowsDiagonalMinimize2 size={17} /> : <IconArrowsDiagonal size={17} />}
            </ActionIcon>
        )}
        <ActionIcon {...called(words.close)} variant="subtle" color="gray" onClick={onClose}><IconX size={18} /></ActionIcon>
      </div>
      <div className="row">
        <Menu position="bottom-start">
          <Menu.Target><Button size="compact-md" leftSection={<IconPlayerPlay size={15} />} rightSection={<IconChevronDown size={14} />}>{words.begin}</Button></Menu.Target>
          <Menu.Dropdown><Begin {...part} onApi={setApi} /></Menu.Dropdown>
        </Menu>
        <ActionIcon {...called(words.back)} variant="default" size={30} disabled={none} onClick={acting.back}><IconArrowBackUp size={16} /></ActionIcon>
        <Button size="compact-md" variant="default" leftSection={<IconRestore size={15} />} disabled={none} onClick={acting.restart}>{words.restart}</Button>
        <span className="grow" />
        {view && !none && <span className="small dim nowrap preview-now">{words.now(moment(view.now))}</span>}
        <NativeSelect size="xs" className="preview-profile" aria-label={words.profile} value={acting.session.profile ?? ""} onChange={event => acting.under(event.currentTarget.value || undefined)}
          data={[{ value: "", label: words.noProfile }, ...(profiles.data?.items ?? []).map(it => ({ value: it.name, label: it.name }))]} />
      </div>
      {api && <Begin.Api {...part} trigger={api} onDone={() => setApi(undefined)} />}
    </header>
  );
}
