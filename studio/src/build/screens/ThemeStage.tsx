import { Button, ColorInput, ColorSwatch, FileButton, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { Card } from "../../parts/Page";
import type { AppDocument } from "../document";
import { useDoc, useEditor } from "../useEditor";
import { words } from "../words";
import { Sample } from "./Sample";
import { Screen } from "./Screen";

const w = words.screens;
export type Theme = NonNullable<AppDocument["theme"]>;
const LARGEST = 64 * 1024;
const COLOURS = { action: "#2f5bea", paper: "#ffffff", ink: "#14213d" } as const;
type Colour = keyof typeof COLOURS;

/** The brand on customers' pages, with a page that shows it at once. */
export function ThemeStage() {
  const editor = useEditor();
  const theme: Theme = useDoc(doc => doc.theme) ?? {};
  const [wrong, setWrong] = useState<string>();
  const set = <K extends keyof Theme>(key: K, value: Theme[K] | undefined) => editor.change(w.changed(w.theme), doc => {
    doc.theme ??= {};
    if (value === undefined || value === "") delete doc.theme[key];
    else doc.theme[key] = value;
    if (Object.keys(doc.theme).length === 0) delete doc.theme;
  }, `theme/${key}`);
  const upload = async (file: File | null) => {
    if (!file) return;
    setWrong(file.size > LARGEST ? w.logoLarge(file.size) : undefined);
    if (file.size <= LARGEST) set("logo", await dataOf(file));
  };
  return (
    <Screen title={w.theme} text={w.themeText}>
      <div className="themed">
        <Card>
          <div className="pad stack">
            <TextInput label={w.brand} value={theme.brand ?? ""} data-field="theme/brand" onChange={e => set("brand", e.currentTarget.value)} />
            {(Object.keys(COLOURS) as Colour[]).map(it => (
              <ColorInput key={it} label={w[it]} format="hex" withPreview={false} leftSection={<ColorSwatch size={18} color={theme[it] ?? COLOURS[it]} />} placeholder={w.asUsual} value={theme[it] ?? ""} data-field={`theme/${it}`} onChange={colour => set(it, colour)} popoverProps={{ withinPortal: true }} eyeDropperButtonProps={{ "aria-label": w[it] }} />
            ))}
            <div className="halves">
              <NativeSelect label={w.font} value={theme.font ?? "sans"} data-field="theme/font" onChange={e => set("font", e.currentTarget.value as Theme["font"])} data={Object.entries(w.fonts).map(([value, label]) => ({ value, label }))} />
              <NumberInput label={w.radius} suffix=" px" min={0} max={32} value={theme.radius ?? 8} data-field="theme/radius" onChange={it => set("radius", typeof it === "number" ? it : undefined)} />
            </div>
            <TextInput label={w.language} placeholder="en" value={theme.language ?? ""} data-field="theme/language" onChange={e => set("language", e.currentTarget.value)} />
            <div data-field="theme/logo">
              <div className="row">
                <FileButton accept="image/png,image/jpeg,image/webp,image/svg+xml" onChange={it => void upload(it)}>{props => <Button variant="default" {...props}>{w.logo}</Button>}</FileButton>
                {theme.logo && <Button variant="subtle" onClick={() => set("logo", undefined)}>{w.removeLogo}</Button>}
              </div>
              <p className="dim small" style={{ marginTop: 6 }}>{w.logoHow}</p>
              {wrong && <p className="small" role="alert" style={{ color: "var(--w-failed-ink)" }}>{wrong}</p>}
            </div>
          </div>
        </Card>
        <Sample theme={theme} usual={COLOURS} />
      </div>
    </Screen>
  );
}

const dataOf = (file: File) => new Promise<string>((ok, no) => {
  const reader = new FileReader();
  reader.onload = () => ok(reader.result as string);
  reader.onerror = () => no(reader.error ?? new Error(file.name));
  reader.readAsDataURL(file);
});
