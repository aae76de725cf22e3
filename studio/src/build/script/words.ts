// Every word of the script.

const kind = (it: unknown) => (it === null || it === undefined ? "nothing" : Array.isArray(it) ? "a list" : typeof it === "object" ? "an object" : typeof it === "string" ? "a text" : typeof it === "number" ? "a number" : "true or false");
const nouns: Record<string, string> = { object: "an object", array: "a list", string: "a text", boolean: "true or false", number: "a number", integer: "a whole number" };
const shown = (list: unknown[]) => list.map(it => `\`${String(it)}\``).join(", ");
const quotes = "Often quotes are missing around a text with `: `, ` #` or `{` in it, or a line stands too far left or right.";

export const words = {
  label: (flow?: string) => (flow ? `Script of the flow ${flow}` : "Script of the whole document"),
  gone: "There is no such flow", goneText: "It may have been renamed or deleted. Undo brings it back.",
  goTo: "Go to", nothing: "Nothing found", search: "Find", format: "Tidy up", keys: "Keys",
  keysText: "Escape, then Tab leaves the script. Control and Space completes. Control and F finds. F8 goes to the next problem.",
  read: "Read as you type", waiting: "Reading", unread: (count: number) => `Cannot be read: ${count === 1 ? "1 mistake" : `${count} mistakes`}`,
  unreadText: "The canvas shows what could be read last. Your text stays here until you mend it or take the last one back.",
  back: "Take the last readable one back", line: (line: number) => `Line ${line}`, problems: (count: number) => (count === 0 ? "No problems" : count === 1 ? "1 problem" : `${count} problems`),
  undo: { typed: "Edit the script", tidy: "Tidy up the script" },
  at: "You are at", whole: "the document", remark: { text: "Remarks behind # are not kept by a save.", wayOut: "Write it into a `note` field." },
  completion: { step: "step", flow: "flow", variable: "variable", local: "variable of this flow", required: "must be given", usual: (value: unknown) => `left out: ${String(value)}` },
  faults: {
    quotes,
    other: (message: string) => `This is not YAML: ${message.replace(/\.$/, "")}.`,
    noObject: { text: "A list or a single value stands here, and an object is expected.", wayOut: "Write names with `:` behind them." },
    alias: { text: "Aliases (`*name`) are not part of the format.", wayOut: "Write the value out here, or put a text that begins with * in quotes." },
    anchor: { text: "Anchors (`&name`) are not part of the format.", wayOut: "Remove it, or put a text that begins with & in quotes." },
    tag: { text: "Tags (`!name`) are not part of the format.", wayOut: "Remove it, or put a text that begins with ! in quotes." },
    key: { text: "A list or object cannot be a name.", wayOut: "Use a text, or put the braces of a `{{ }}` text in quotes." },
    codes: {
      DUPLICATE_KEY: { text: "This name stands here twice.", wayOut: "Rename or remove one." },
      TAB_AS_INDENT: { text: "A tab stands at the beginning of the line.", wayOut: "Use spaces, two for each level." },
      MISSING_CHAR: { text: "A sign is missing: a `:`, a quote, or a closing bracket.", wayOut: quotes },
      BAD_INDENT: { text: "The line begins at the wrong column.", wayOut: "Put it right under its siblings." },
      MULTIPLE_DOCS: { text: "A second document begins here.", wayOut: "Keep only one." },
      BAD_ALIAS: { text: "Aliases (`*name`) are not part of the format.", wayOut: "Put a text that begins with * in quotes." },
      MULTILINE_IMPLICIT_KEY: { text: "A name must stand on one line, with `:` behind it.", wayOut: "Add the `:`, or indent the line if it goes on with the one before." },
      BLOCK_AS_IMPLICIT_KEY: { text: "A second `: ` stands on this line.", wayOut: "Put the text in quotes, or begin a new line." },
    } as Record<string, { text: string; wayOut: string }>,
  },
  schema: {
    missing: (name: string) => ({ text: `\`${name}\` is missing.`, wayOut: `Add \`${name}:\` here.` }),
    unknown: (name: string, near?: string) => ({ text: `\`${name}\` is not known here.`, wayOut: near ? `Did you mean \`${near}\`?` : "Control and Space shows what may stand here." }),
    type: (types: string[], found: unknown) => {
      const wanted = types.map(it => nouns[it] ?? it).join(" or ");
      return { text: `${wanted.replace(/^./, it => it.toUpperCase())} is expected, and ${kind(found)} stands here.`, wayOut: types.includes("string") ? "Put it in quotes." : `Write ${wanted}.` };
    },
    oneOf: (choices: unknown[]) => ({ text: "This value is not known here.", wayOut: `One of ${shown(choices)}.` }),
    long: (most: number) => ({ text: `The text is longer than ${most} characters.`, wayOut: "Shorten it." }),
    pattern: (pattern: string) => ({
      text: "The text has not the form that is expected here.",
      wayOut: pattern.includes("[a-z][a-z0-9_]") ? "Lower-case letters, digits and _, begun by a letter." : pattern.includes("[a-z][a-z0-9-]") ? "Lower-case letters, digits and -, begun by a letter." : pattern.includes("#[0-9a-f]{6}") ? "A colour as `#2f5bea`." : `It must match ${pattern}.`,
    }),
    duration: { text: "This is no span of time.", wayOut: "Write it as `30m`, `2h`, `1d12h`." },
    range: (least?: number, most?: number) => ({ text: "The number is out of range.", wayOut: most === undefined ? `${least} or more.` : `From ${least ?? "below"} to ${most}.` }),
  },
};
