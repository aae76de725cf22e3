import { Button } from "@mantine/core";
import { useState } from "react";
import { words } from "./words";

const w = words.call;
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

/** Keys, sent at once where one is awaited, and else when there are enough of them. */
export function DialPad({ digits, onKeys }: { digits: number; onKeys: (keys: string) => void }) {
  const [keyed, setKeyed] = useState("");
  const press = (key: string) => {
    const all = keyed + key;
    if (digits > 0 ? all.length >= digits : key === "#") {
      setKeyed("");
      onKeys(digits > 0 ? all : keyed);
    } else setKeyed(all);
  };
  return (
    <div className="preview-pad">
      {digits !== 1 && (
        <div className="row small">
          <output className="grow" aria-label={w.keys}>{keyed ? <span className="mono">{keyed}</span> : <span className="dim">{digits > 0 ? w.awaits(digits) : w.pad}</span>}</output>
          {keyed && <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setKeyed("")}>{w.clear}</Button>}
          {keyed && <Button size="compact-xs" onClick={() => { setKeyed(""); onKeys(keyed); }}>{w.send}</Button>}
        </div>
      )}
      <div className="preview-keys" role="group" aria-label={w.pad}>
        {KEYS.map(key => <button key={key} type="button" aria-label={w.key(key)} onClick={() => press(key)}>{key}</button>)}
      </div>
    </div>
  );
}
