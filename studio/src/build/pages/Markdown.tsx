import { Fragment, type ReactNode } from "react";

const INLINE = /(\*\*.+?\*\*|\*[^*\s][^*]*\*|_[^_\s][^_]*_|`[^`]+`|\[[^\]]+\]\([^)\s]+\))/g;

/** The Markdown of a page's text, near enough to how customers see it to be written by; the server's is the one that counts. */
export function Markdown({ text }: { text: string }) {
  return <>{text.split(/\n{2,}/).map((block, at) => <Block key={at} text={block.trim()} />)}</>;
}

function Block({ text }: { text: string }) {
  const heading = /^(#{1,4})\s+(.*)$/.exec(text);
  if (heading) return heading[1]?.length === 1 ? <h2>{inline(heading[2] ?? "")}</h2> : <h3>{inline(heading[2] ?? "")}</h3>;
  const lines = text.split("\n");
  if (lines.every(it => /^\s*[-*]\s+/.test(it))) return <ul>{lines.map((it, at) => <li key={at}>{inline(it.replace(/^\s*[-*]\s+/, ""))}</li>)}</ul>;
  if (lines.every(it => /^\s*\d+[.)]\s+/.test(it))) return <ol>{lines.map((it, at) => <li key={at}>{inline(it.replace(/^\s*\d+[.)]\s+/, ""))}</li>)}</ol>;
  if (lines.every(it => it.startsWith(">"))) return <blockquote>{inline(lines.map(it => it.replace(/^>\s?/, "")).join(" "))}</blockquote>;
  return <p>{inline(lines.join(" "))}</p>;
}

const inline = (text: string): ReactNode => text.split(INLINE).map((part, at) => <Fragment key={at}>{at % 2 ? styled(part) : part}</Fragment>);

function styled(part: string): ReactNode {
  if (part.startsWith("**")) return <strong>{part.slice(2, -2)}</strong>;
  if (part.startsWith("`")) return <code>{part.slice(1, -1)}</code>;
  const link = /^\[([^\]]+)\]/.exec(part);
  return link ? <u>{link[1]}</u> : <em>{part.slice(1, -1)}</em>;
}
