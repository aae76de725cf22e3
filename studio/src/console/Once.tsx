import { Button, Modal } from "@mantine/core";
import { Copy } from "../parts/Copy";
import { Note } from "../parts/Note";
import { words } from "../words";

/** Something that is shown now and never again. */
export function Once({ title, text, value, onClose }: { title: string; text: string; value: string; onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={false} closeButtonProps={{ "aria-label": words.close }}>
      <div className="stack">
        <Note tone="draft" title={words.shownOnce}>{text}</Note>
        <div className="row" style={{ flexWrap: "nowrap" }}>
          <code className="secret grow" data-once>{value}</code>
          <Copy value={value} label={title} />
        </div>
        <div className="row" style={{ justifyContent: "flex-end" }}><Button onClick={onClose}>{words.kept}</Button></div>
      </div>
    </Modal>
  );
}
