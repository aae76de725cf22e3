import { ActionIcon } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import type { DraftProblem } from "../../api/types";
import { late } from "../../parts/late";
import { placeOf } from "../places";
import { faultsOf } from "../problems";
import { useEditing } from "../useEditor";
import { words } from "../words";
import { Problems, where } from "./Problems";

const w = words.bottom;
const Variables = late(() => import("./Variables").then(it => it.Variables));
const ORDER = ["error", "warning", "hint"];
const sorted = (all: DraftProblem[]) => [...all].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));

/** What is wrong with the draft, the first of it in sight, and what it remembers; each opens upwards. */
export function BottomBar({ app, onGo }: { app: string; onGo: () => void }) {
  const found = useEditing(it => it.problems);
  const [open, setOpen] = useState<"problems" | "variables">();
  const problems = sorted(found);
  const first = problems[0];
  const faults = faultsOf(found).length;
  const said = faults > 0 ? w.problems(faults) : problems.length > 0 ? w.hints(problems.length) : w.noProblems;
  const toggle = (it: "problems" | "variables") => setOpen(open === it ? undefined : it);
  const Chevron = open === "problems" ? IconChevronDown : IconChevronUp;
  return (
    <footer className="bottombar" aria-label={w.label}>
      {open && (
        <section className="drawerup" aria-label={open === "problems" ? w.list : w.variables} onClick={event => (event.target as HTMLElement).closest("a") && onGo()}>
          <header><h2>{open === "problems" ? w.list : w.variables}</h2><ActionIcon variant="subtle" color="gray" aria-label={words.close} onClick={() => setOpen(undefined)}><IconChevronDown size={18} /></ActionIcon></header>
          {open === "problems" ? <Problems app={app} all={problems} /> : <Variables app={app} />}
        </section>
      )}
      <div className="line">
        <button type="button" aria-expanded={open === "problems"} onClick={() => toggle("problems")}>
          <span className={`state ${first && faults > 0 ? (first.severity === "error" ? "failed" : "draft") : "live"}`}>{said}</span>
          <Chevron size={14} aria-hidden />
        </button>
        {first && <Link className="first" to={placeOf(app, first.path)} onClick={onGo} title={first.text}><span className="dim">{where(first)}</span> {first.text}</Link>}
        <span className="grow" />
        <button type="button" aria-expanded={open === "variables"} onClick={() => toggle("variables")}>{w.variables}</button>
      </div>
    </footer>
  );
}
