import { afterEach, expect, it } from "vitest";
import { json } from "./Begin";
import { type PreviewEvent, timerName, told } from "./events";
import { framed, listen, reveal, type Sent, sent } from "./frame";
import { sample } from "./sample";
import { after, anew, back, behind, EMPTY, keep, keepAnswers, MOST, read, readAnswers, upTo, without } from "./session";
import { opened, pieces, spoken, thread } from "./thread";
import { shown, steps } from "./trail";
import type { Turn, View } from "./view";

const NOW = "2026-11-27T09:00:00Z";
const LINKS = "https://example.com/u/";
const turn = (event: number, more: Partial<Turn> = {}): Turn => ({ event, by: "event", at: NOW, link: LINKS + "rehearsal", trail: [], effects: [], changes: [], ...more });
const view = (turns: Turn[], misfits: View["misfits"] = []) => ({ turns, misfits, links: LINKS }) as unknown as View;

afterEach(() => { sessionStorage.clear(); localStorage.clear(); document.body.innerHTML = ""; });

it("begins with the first event and never has more than the server plays", () => {
  const one = after(EMPTY, { type: "call" }, NOW);
  const two = after(one, { type: "silence" }, "2026-11-27T10:00:00Z");
  expect(two).toEqual({ begins: NOW, events: [{ type: "call" }, { type: "silence" }] });
  const full = { ...one, events: Array.from({ length: MOST }, (): PreviewEvent => ({ type: "silence" })) };
  expect(after(full, { type: "call" }, NOW)).toBe(full);
});

it("takes events back, leaves some out and puts an answer behind its question", () => {
  const all = { begins: NOW, profile: "QA", events: [{ type: "call" }, { type: "silence" }, { type: "hold" }] as PreviewEvent[] };
  expect(upTo(all, 0).events).toEqual([{ type: "call" }]);
  expect(without(all, [0, 2]).events).toEqual([{ type: "silence" }]);
  expect(behind(all, 0, { type: "expire" }).events.map(it => it.type)).toEqual(["call", "expire", "silence", "hold"]);
  const asked = { events: [{ type: "call" }, { type: "say", words: "x" }, { type: "answer", key: "1", like: "GET /x", outcome: {} }] as PreviewEvent[] };
  expect(back(asked, {}).events).toHaveLength(2);
  expect(back(asked, { "GET /x": {} }).events).toEqual([{ type: "call" }]);
  expect(back(EMPTY, {}).events).toEqual([]);
  expect(anew(all)).toEqual({ profile: "QA", events: [] });
});

it("is kept for the tab, its answers for longer, and forgets what cannot be read", () => {
  keep("desk", after(EMPTY, { type: "call" }, NOW));
  keepAnswers("desk", { "GET /x of y": { status: 404 } });
  expect(read("desk").events).toHaveLength(1);
  expect(read("other")).toEqual(EMPTY);
  expect(readAnswers("desk")).toEqual({ "GET /x of y": { status: 404 } });
  sessionStorage.setItem("wayfare-preview:desk", "{");
  localStorage.setItem("wayfare-preview-answers:desk", "{");
  expect(read("desk")).toEqual(EMPTY);
  expect(readAnswers("desk")).toEqual({});
});

it("shows the thread in the order in which it was texted, without what did not fit", () => {
  const events: PreviewEvent[] = [{ type: "text", body: "hi" }, { type: "text", body: "lost" }, { type: "visit", trigger: "form" }];
  const bubbles = thread(events, view([
    turn(0, { effects: [{ kind: "text", text: "Hello" }, { kind: "email", text: "…", to: "a@example.com", code: "Note" }, { kind: "metric", text: "" }] }),
    turn(2, { link: LINKS + "rehearsal-2", effects: [{ kind: "text", text: "Anew" }] }),
  ], [{ event: 1, text: "no" }]));
  expect(bubbles.map(it => `${it.who} ${it.text}`)).toEqual(["me hi", "app Hello", "between Email to a@example.com: Note", "between A new journey begins", "app Anew"]);
});

it("opens the page of the journey that is played now, not of one before", () => {
  const events: PreviewEvent[] = [{ type: "visit", trigger: "form" }, { type: "text", body: "hi" }];
  const both = { ...view([turn(0, { link: "rehearsal" }), turn(1, { link: "rehearsal-2" })]), journey: { link: LINKS + "rehearsal-2" } } as View;
  expect(opened(events, both)).toBe(false);
  expect(opened([...events, { type: "open_link", link: "x" }], both)).toBe(true);
});

it("cuts a text at its journey links", () => {
  expect(pieces(`Here: ${LINKS}rehearsal. Bye`, LINKS)).toEqual([{ text: "Here: ", link: false }, { text: `${LINKS}rehearsal`, link: true }, { text: ". Bye", link: false }]);
  expect(pieces("No link", LINKS)).toEqual([{ text: "No link", link: false }]);
});

it("tells the last call as it was heard", () => {
  const events: PreviewEvent[] = [{ type: "call" }, { type: "hang_up" }, { type: "call" }, { type: "press", keys: "1" }];
  const says = (text: string, name = "speak") => ({ kind: "call", text, name });
  const lines = spoken(events, view([
    turn(0, { effects: [says("Old")] }),
    turn(2, { effects: [says("Hello"), says("Press 1 (listens)", "listen")] }),
    turn(3, { effects: [says("Bye"), says("(hangs up)", "hang_up"), says("(holds)", "hold")] }),
  ]));
  expect(lines.map(it => it.text)).toEqual(["Hello", "Press 1", "1", "Bye", "Hangs up"]);
  expect(opened(events, undefined)).toBe(false);
  expect(opened([{ type: "open_link", link: "x" }], undefined)).toBe(true);
});

it("names each step that was walked once in a row", () => {
  const at = (step: string) => ({ flow: "helper", step, what: "entered", data: {} });
  expect(steps({ trail: [at("a"), at("a"), at("b"), { flow: "", step: "", what: "kept", data: {} }, at("a")] as Turn["trail"] }).map(it => it.step)).toEqual(["a", "b", "a"]);
  expect(shown({ a: 1 })).toBe('{"a":1}');
  expect(shown("x".repeat(200))).toHaveLength(141);
});

it("has words for every event", () => {
  const every: PreviewEvent[] = [
    { type: "text", body: "x" }, { type: "visit", trigger: "x" }, { type: "open_link", link: "x" }, { type: "submit", fields: {} }, { type: "submit", fields: {}, button: "go" }, { type: "call" }, { type: "say", words: "x" }, { type: "press", keys: "1" },
    { type: "silence" }, { type: "hold" }, { type: "forwarded", how: "busy" }, { type: "pick_up", machine: true }, { type: "pick_up", machine: false }, { type: "hang_up" }, { type: "request", trigger: "x" }, { type: "schedule", trigger: "x" },
    { type: "answer", key: "1", outcome: {} }, { type: "fire", timer: "wake text 1 rest" }, { type: "pass", duration: "1h" }, { type: "expire" }, { type: "restart" },
  ];
  for (const it of every) expect(told(it), it.type).toMatch(/\S/);
  expect(timerName("wake text 1 rest")).toBe("rest");
  expect(json("{")).toBeUndefined();
  expect(json("")).toEqual({ value: "" });
});

it("frames a page without scripts and with the word of this page’s policy", () => {
  const html = framed('<html><head><link rel="icon" href="data:,"><style>a{}</style><script src="/x.js" defer></script></head></html>', "abc");
  expect(html).toBe('<html><head><style nonce="abc">a{}</style></head></html>');
});

it("sends a page as a browser does, and shows what depends on an answer", () => {
  document.body.innerHTML = '<form><input type="hidden" name="_page" value="7"><input name="day" value="Monday"><div data-control="note" hidden></div><div data-control="day"></div><a href="#x">x</a><button name="_button" value="go">Go</button></form>';
  const form = document.querySelector("form")!;
  expect(sent(form, form.querySelector("button"))).toEqual({ fields: { day: ["Monday"] }, button: "go" });
  expect(sent(form, null)).toEqual({ fields: { day: ["Monday"] } });
  const heard: Sent[] = [], typed: Sent[] = [];
  listen(document, it => heard.push(it), it => typed.push(it));
  form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: form.querySelector("button") }));
  form.querySelector("input[name=day]")!.dispatchEvent(new Event("change", { bubbles: true }));
  expect(heard).toEqual([{ fields: { day: ["Monday"] }, button: "go" }]);
  expect(typed).toEqual([{ fields: { day: ["Monday"] } }]);
  reveal(document, ["note"]);
  expect([...document.querySelectorAll<HTMLElement>("[data-control]")].map(it => it.hidden)).toEqual([false, true]);
});

it("begins a payload as its schema asks", () => {
  const schema = { type: "object", properties: { phone: { type: "string" }, day: { type: "string", format: "date" }, size: { enum: ["s", "m"] }, items: { type: "array", items: { type: "integer" } }, sure: { type: "boolean", default: true }, none: { type: ["null", "string"] } } };
  expect(sample(schema)).toEqual({ phone: "", day: "2026-12-01", size: "s", items: [0], sure: true, none: null });
  expect(sample(undefined)).toEqual({});
});
