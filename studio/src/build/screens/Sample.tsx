import { words } from "../words";
import { contrast } from "./contrast";
import type { Theme } from "./ThemeStage";

const w = words.screens;
const FONTS = { sans: '"Inter Variable", system-ui, sans-serif', serif: "Georgia, 'Times New Roman', serif", rounded: "ui-rounded, 'Arial Rounded MT Bold', system-ui, sans-serif", mono: '"JetBrains Mono Variable", ui-monospace, monospace' };

/** A small page in the chosen colours, letters and corners. */
export function Sample({ theme, usual }: { theme: Theme; usual: Record<"action" | "paper" | "ink", string> }) {
  const [action, paper, ink] = [theme.action ?? usual.action, theme.paper ?? usual.paper, theme.ink ?? usual.ink];
  const radius = theme.radius ?? 8;
  const onAction = (contrast(action, "#ffffff") ?? 21) >= 4.5 ? "#ffffff" : "#14213d";
  const ratio = contrast(action, onAction);
  return (
    <figure className="sample">
      <figcaption className="dim small">{w.sample}</figcaption>
      <div className="samplepage" style={{ background: paper, color: ink, fontFamily: FONTS[theme.font ?? "sans"] }} aria-hidden>
        <div className="samplebrand">{theme.logo && <img src={theme.logo} alt="" />}<span>{theme.brand}</span></div>
        <strong>{w.sampleTitle}</strong>
        <p>{w.sampleText}</p>
        <span className="samplelabel">{w.sampleField}</span>
        <span className="samplefield" style={{ borderRadius: radius, borderColor: `color-mix(in srgb, ${ink} 40%, ${paper})` }} />
        <span className="samplebutton" style={{ borderRadius: radius, background: action, color: onAction }}>{w.sampleButton}</span>
      </div>
      {ratio && <p className="dim small">{w.contrast(ratio.toFixed(1))}</p>}
    </figure>
  );
}
