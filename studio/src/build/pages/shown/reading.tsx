import { useState } from "react";
import { words } from "../../inspect/words";
import { Inline } from "../Inline";
import { Markdown } from "../Markdown";
import type { ShownProps } from "../Shown";

const w = words.page;

export function Heading({ it, path, root }: ShownProps<"heading">) {
  const words = <Inline path={`${path}/text`} label={w.edit("Text", it.type)} />;
  return <div {...root}>{(it.level ?? 2) > 2 ? <h3>{words}</h3> : <h2>{words}</h2>}</div>;
}

/** Read as Markdown, written as it is written. */
export function Text({ it, path, root }: ShownProps<"text">) {
  const [writing, setWriting] = useState(false);
  return (
    <div {...root} className="prose" onDoubleClick={() => setWriting(true)} onKeyDown={event => event.key === "Enter" && event.target === event.currentTarget && setWriting(true)} data-writes="">
      {writing || !it.text ? <Inline path={`${path}/text`} label={w.edit("Text", it.type)} long autoFocus={writing} onDone={() => setWriting(false)} /> : <Markdown text={String(it.text)} />}
    </div>
  );
}

export const Picture = ({ it, root }: ShownProps<"image">) => (
  <div {...root}>{/^data:image\/|^\/[^/\\]./.test(it.source ?? "") && !it.source.includes("{{") ? <img className="picture" src={it.source} alt={it.alt} /> : <p className="absent">{it.alt || w.picture}</p>}</div>
);

export const Link = ({ it, path, root }: ShownProps<"link">) => <p {...root} className="onward"><u><Inline path={`${path}/label`} label={w.edit("Label", it.type)} /></u></p>;

export const Divider = ({ root }: ShownProps<"divider">) => <div {...root}><hr /></div>;

export const Progress = ({ it, path, root }: ShownProps<"progress">) => (
  <div {...root} className="meter"><label><span><Inline path={`${path}/label`} label={w.edit("Label", it.type)} /></span> <progress max={100} value={Number(it.value) || 50} aria-label={it.label} /></label></div>
);

export const Button = ({ it, path, root }: ShownProps<"button">) => <div {...root} className={`button ${it.look ?? "primary"}`}><Inline path={`${path}/label`} label={w.edit("Label", it.type)} /></div>;
