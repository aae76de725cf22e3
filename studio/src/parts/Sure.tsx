import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import type { Problem } from "../api/problem";
import { words } from "../words";
import { Refusal } from "./Note";

interface Asked {
  open: boolean;
  title: string;
  children?: ReactNode;
  act: string;
  danger?: boolean;
  busy: boolean;
  problem: Problem | null;
  off?: boolean;
  onAct: () => void;
  onClose: () => void;
  size?: string | number;
}

/** Asks once more, or takes a few words; the button says what happens, and a refusal stays beside it. */
export function Sure(it: Asked) {
  return (
    <Modal opened={it.open} onClose={it.onClose} title={it.title} size={it.size ?? "md"} closeButtonProps={{ "aria-label": words.close }}>
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault();
          event.stopPropagation(); // React would send a form that this dialog was opened from along with it
          it.onAct();
        }}
      >
        {it.children}
        <Refusal of={it.problem} />
        <div className="row" style={{ justifyContent: "flex-end" }}>
          <Button variant="default" onClick={it.onClose}>{words.cancel}</Button>
          <Button type="submit" color={it.danger ? "red.9" : undefined} loading={it.busy} disabled={it.off}>{it.act}</Button>
        </div>
      </form>
    </Modal>
  );
}
