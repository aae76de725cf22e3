// What the inspector and the page editor say.
const many = (count: number, one: string, more: string) => `${count.toLocaleString("en")} ${count === 1 ? one : more}`;

export const words = {
  labels: {
    into: "Keep in", status_into: "Keep status in", in: "List", as: "Item is called", gave_up: "Gave up", no_answer: "Nobody answers", silent: "No answer came", next: "Then", do: "For each item", heard: "A text came", for: "How long", when: "Until this holds",
    until: "Until", barge_in: "May interrupt", ssml: "Speech markup", with: "Inputs", cron: "When", open_journey: "Open journey", hung_up: "After the call", from: "From slot", cc: "Copy to", reply_to: "Answers go to", html: "HTML", url: "Address", id: "Name",
    options_from: "Options from a list", skip_checks: "Skip checks", max_mb: "Largest file, MB", least: "At least", most: "At most", min: "Least", max: "Most", low: "1 means", high: "The best means", by: "Told apart by", profile_values: "Values of the profile", longest_side: "Longest side",
    match: "Words",
  } as Record<string, string>,
  choices: { yes_no: "yes or no", at_most: "at most", at_least: "at least", is_not: "is not", starts_with: "starts with", is_empty: "is empty", is_set: "is set", hang_up: "hang up", radio: "list", none: "data" } as Record<string, string>,
  sections: { ways: "Where it leads", more: "More", note: "Note" },
  more: (count: number) => many(count, "more field", "more fields"),
  fewer: "Fewer fields",
  required: "required",
  nothing: "Nothing is selected",
  gone: "This is no longer here",
  goneText: "It was deleted, or has another name now.",
  unknown: (type: string) => `The studio knows no type “${type}”`,
  unknownText: "Change it in the script.",
  notObject: "Something else stands here than what is expected. Change it in the script.",

  name: "Name",
  nameTaken: "This name is taken.",
  nameShape: "Lower-case letters, digits and _, begun by a letter.",
  note: "Note",
  noteAdd: "Add a note",
  noteHow: "For people who build. It changes nothing.",
  acts: (name: string) => `What can be done with ${name}`,
  duplicate: "Duplicate",
  remove: "Delete",
  startHere: "Start the flow here",
  openPage: "Edit the page",

  changes: (field: string, of: string) => `Change ${field} of ${of}`,
  renames: (from: string, to: string) => `Rename ${from} to ${to}`,
  removes: (name: string) => `Delete ${name}`,
  duplicates: (name: string) => `Duplicate ${name}`,
  adds: (name: string) => `Add ${name}`,
  moves: (name: string) => `Move ${name}`,

  pick: {
    none: "—", nowhere: "The end", clear: "Clear", find: "Type to find", nothing: "Nothing of this name", missing: (name: string) => `${name} (not there)`, create: (name: string) => `New variable ${name}`, use: (name: string) => `Use ${name}`,
    newStep: (type: string) => `New: ${type}`, steps: "Steps", newSteps: "New step", more: (count: number) => `${count} more: type to find`, variables: "Variables",
  },
  list: {
    add: "Add", other: "Another name", addTo: (field: string) => `Add to ${field}`, remove: (name: string) => `Remove ${name}`, up: (name: string) => `Move ${name} up`, down: (name: string) => `Move ${name} down`, nameOf: (field: string) => `Name in ${field}`, valueOf: (name: string) => `Value of ${name}`,
    words: "Type a word, then Enter", item: (field: string, number: number) => `${field} ${number}`,
  },
  duration: { amount: "Amount", unit: "Unit", units: { s: "seconds", m: "minutes", h: "hours", d: "days", w: "weeks" }, free: "As written" },
  code: {
    insert: "Insert a value", is: "is", value: (value: string) => `= ${value}`, valueError: (why: string) => `no value: ${why}`, line: (line: number, column: number) => (line > 1 ? `Line ${line}, column ${column}: ` : ""),
    sms: (segments: number, length: number, holes: boolean) => `${holes ? "from " : ""}${many(length, "character", "characters")} · ${segments} SMS`, forcing: (character: string) => `“${character}” leaves room for only 70 characters in one`,
    expression: "Expression", template: "Text; {{ }} takes a value",
  },
  json: { wrong: "Not read as JSON yet.", label: "JSON" },
  declaration: { type: "Type", default: "Before it is set", note: "Note", required: "Must be given", details: (name: string) => `Details of ${name}`, addVariable: "Add a variable", addInput: "Add an input" },
  tryWith: { title: "Try with", text: "Values for the names in expressions, only for looking at results here.", none: "No expression here names a variable." },
  flow: { steps: (count: number) => many(count, "step", "steps"), start: "Begins at" },
  app: { title: "App", noTitle: "No title" },
  page: {
    stage: (title: string) => `Page ${title}`, width: "Width", phone: "Phone", desktop: "Desktop", back: "Back to the flow", palette: "Controls", find: "Find a control", add: (name: string) => `Add ${name}`, empty: "Nothing stands on this page yet", emptyText: "Choose a control on the left, or drag it here.",
    inside: "Drop a control here", title: "Title of the page", conditional: "Shown only when", required: "Must be answered", optional: "optional", continue: "Continue", goBack: "Back", options: "Options come from", pick: "Please choose", choose: "Choose", item: (label: string, number: number) => `${label} ${number}`, addItem: "Add another",
    sign: "Your full name", draw: "Sign here", clear: "Clear", file: "Add a file", files: "Add files", limit: (mb: number, many: boolean) => (many ? `Each up to ${mb} MB.` : `Up to ${mb} MB.`), notPage: "This step shows no page", notPageText: "It may have been deleted, or has another type now.", move: (name: string) => `Move ${name}`,
    chosen: (name: string, says: string) => `${name}: ${says}`, edit: (field: string, name: string) => `${field} of ${name}`, picture: "A picture that is not there yet", keys: "Alt and arrows move a control, Delete removes it, Ctrl D doubles it.", progress: "Progress", untitled: "Untitled", list: "Controls of the page",
    address: { street: "Street and number", postal_code: "Postal code", city: "Town or city", country: "Country" }, closeShown: "Hide", light: "Light", dark: "Dark", look: "Appearance",
  },
};

/** A field's name as people read it: `status_into` → `Keep status in`. */
export const labelOf = (field: string): string => words.labels[field] ?? (field.charAt(0).toUpperCase() + field.slice(1)).replaceAll("_", " ");
export const choiceOf = (value: string): string => words.choices[value] ?? value;
