// How a text is written in YAML; letter for letter as the server's YamlScalars does it, so that an export and the script are the same file.

const WORDS = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"]);

/** A letter first, or a number that a letter or word follows at once (`30m`, `3 days`). */
const BEGINNING = /^(\p{L}|_|[1-9][0-9]{0,8}([A-DF-Za-df-z]| \p{L}))/u;
const ODD = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const plain = (text: string) => !ODD.test(text);

const bare = (text: string) =>
  plain(text) && BEGINNING.test(text) && !WORDS.has(text.toLowerCase()) && !text.includes(": ") && !text.includes(" #") && !/[: ]$/.test(text);

const single = (text: string) => /["\\]/.test(text) && !text.includes("'") && plain(text);

const ESCAPES: Record<string, string> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const EACH_ODD = new RegExp(`["\\\\]|${ODD.source}`, "g");

const quoted = (text: string) => `"${text.replace(EACH_ODD, it => ESCAPES[it] ?? `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;

/** A text as it stands behind a key, in a list or, where commas and braces mean something, inside of braces. */
export function scalar(text: string, inFlow: boolean): string {
  if (bare(text) && !(inFlow && /[,[\]{}:?]/.test(text))) return text;
  return single(text) ? `'${text}'` : quoted(text);
}

/** Whether a text reads better, and safely, as a `|` block. */
export const blocky = (text: string): boolean =>
  text.includes("\n") && !text.endsWith("\n\n") && !/^\s/.test(text) && text.split("\n").every(it => plain(it) && !it.endsWith(" "));

/** `3`, not `3.0`, and never so that another parser takes it for a text. */
export function figure(number: number): string {
  const text = String(number);
  return /^-?\d+e/.test(text) ? text.replace("e", ".0e") : text;
}
