// What the builder's frame, canvas and screens say; its other parts have words of their own.
const many = (count: number, one: string, more: string) => `${count.toLocaleString("en")} ${count === 1 ? one : more}`;

export const words = {
  builder: (title: string) => `${title} · Builder`,
  build: "Build",
  apps: "Apps",
  cancel: "Cancel",
  close: "Close",
  add: "Add",
  remove: "Remove",
  none: "—",

  top: {
    label: "App and publishing", profile: "Profile", preview: "Preview", publish: "Publish", undo: "Undo", redo: "Redo",
    undoes: (what: string) => (what ? `Undo: ${what}` : "Undo"), redoes: (what: string) => (what ? `Redo: ${what}` : "Redo"),
    saving: "Saving …", waiting: "Not saved yet", saved: (ago: string) => `Saved ${ago}`, by: (who: string, at: string) => `By ${who}, ${at}`,
    offline: "Not saved: the server cannot be reached", conflict: "Two versions: choose", refused: "Not saved", refusedWhy: (why: string) => `The server did not take it: ${why}`,
    others: "Also here", isAt: (name: string, at: string) => (at ? `${name} is at ${at}` : `${name} is here`),
  },

  rail: { label: "Builders", map: "Map", flows: "Flows", records: "Records", theme: "Theme", settings: "Settings", versions: "Versions", activity: "Activity" },

  panes: { label: "Pane", tree: "Contents", stage: "Stage", inspector: "Details" },

  tree: {
    label: "Contents of the app", triggers: "Triggers", flows: "Flows", app: "App", addTrigger: "Add a trigger", addFlow: "Add a flow",
    more: (name: string) => `What can be done with ${name}`, rename: "Rename", duplicate: "Duplicate", remove: "Delete",
    noTriggers: "Nothing starts a journey yet.", noFlows: "No flow yet.",
    problems: (count: number) => many(count, "problem", "problems"),
    renamed: (from: string, to: string) => `Rename ${from} to ${to}`, duplicated: (name: string) => `Duplicate ${name}`, removed: (name: string) => `Delete ${name}`, added: (name: string) => `Add ${name}`,
    nameTaken: "This name is taken.", nameShape: "Lower-case letters, digits and _, begun by a letter.", newName: (name: string) => `New name of ${name}`,
    script: "Script", variables: "Variables", hours: "Opening hours", answers: "Answers when it errs",
  },

  channels: { text: "Text", voice: "Call", web: "Web", none: "Data" },
  flowKinds: { text: "Chat bot", voice: "Voice bot", web: "Web flow", none: "Data flow" },
  flowHints: { text: "Talks by text message", voice: "Talks on the phone", web: "Pages in the browser", none: "No channel: inputs, steps, one result" },
  triggerKinds: { text: "Incoming text", call: "Incoming call", web: "Web address", schedule: "Schedule", api: "API request" },

  first: { text: "Hello. What can we do for you?", voice: "Hello.", title: "Welcome", go: "Go on" },

  flow: {
    label: (name: string) => `Canvas of ${name}`, start: "Starts here", unreachable: "Nothing leads here", lost: "There is no flow of this name", lostText: "It may have been renamed or deleted.", toMap: "Go to the map",
    canvas: "Canvas", script: "Script", page: "Open the page", add: "Add a step", arrange: "Arrange", arranged: "Arrange the cards", search: "Find a step", fit: "Show all", zoomIn: "Zoom in", zoomOut: "Zoom out", keys: "Keyboard",
    map: "Overview of the flow", empty: "This flow has no step yet", emptyText: "Add the first one: what is said or shown when somebody comes in.",
    selected: (type: string, id: string, says: string, exits: number) => `${type} ${id}. ${says}. ${many(exits, "exit", "exits")}.`,
    added: (type: string) => `Add ${type}`, removed: (names: string) => `Delete ${names}`, moved: "Move cards", connected: (from: string, to: string) => `Lead ${from} to ${to}`, cut: (from: string) => `Cut the way from ${from}`,
    duplicated: (names: string) => `Duplicate ${names}`, pasted: (count: number) => `Paste ${many(count, "step", "steps")}`, starts: (name: string) => `Start with ${name}`, insert: (from: string, to: string) => `Insert a step between ${from} and ${to}`,
    steps: (count: number) => many(count, "step", "steps"), problems: (count: number) => many(count, "problem", "problems"),
  },

  palette: { title: "Add a step", type: "Type to filter", none: "No step of this kind in such a flow", after: (name: string) => `Add a step after ${name}` },
  groups: { say: "Say and show", ask: "Ask", logic: "Decide", data: "Keep and fetch", world: "Reach out", end: "End" },
  connect: { title: (from: string, exit: string) => `Where does “${exit}” of ${from} lead?`, exit: (from: string) => `Which exit of ${from}?`, nowhere: "Nowhere", type: "Type to find", anew: "A new step …", none: "No step found" },
  search: { title: "Find a step", type: "A name, a kind or what is said", none: "Nothing found" },

  keys: {
    title: "Keyboard",
    list: [
      ["→ ←", "Follow an exit, go back"], ["↑ ↓", "The card above or below"], ["Tab", "The next step, in order"], ["Enter", "Open the details"], ["Esc", "Back to the canvas"], ["A", "Add a step after this one"], ["C", "Connect an exit to a step"],
      ["S", "Start the flow here"], ["Delete", "Delete"], ["Ctrl C, Ctrl X, Ctrl V", "Copy, cut, paste; into other flows and apps too"], ["Ctrl D", "Duplicate"], ["Ctrl Z, Ctrl Shift Z", "Undo, redo"], ["/ or Ctrl F", "Find a step"],
      ["Shift + arrows", "Move the card"], ["+ −", "Zoom"], ["0", "Show all"], ["L", "Arrange"], ["?", "This map"],
    ] as [string, string][],
  },

  map: {
    label: "Map of the app", empty: "Nothing is built yet", emptyText: "Begin with how people reach you. A flow and what starts it are made together.", steps: (count: number) => many(count, "step", "steps"),
    leads: { run: "runs", enter: "enters", start: "starts", link: "links to", timer: "later", hung_up: "if hung up", unanswered: "if unanswered" },
    begin: { text: "They text us", voice: "They call us", web: "They open a page" },
  },

  bottom: {
    label: "Problems and variables", noProblems: "No problems", hints: (count: number) => `No problems, ${many(count, "hint", "hints")}`, problems: (count: number) => many(count, "problem", "problems"), variables: "Variables", open: "Open", list: "Problems of the draft",
    name: "Name", type: "Type", set: "Set in", read: "Read in", never: "Nowhere", noVariables: "No variable yet", noVariablesText: "Steps that keep an answer write to variables.", all: "Edit the variables", of: (flow: string) => `only in ${flow}`,
    more: (count: number) => `and ${count} more`,
  },

  conflict: {
    title: "Two people changed the same", text: (who: string, revision: string) => `${who} saved ${revision} while you were changing the same places. Both are here; nothing is lost.`,
    mine: "Keep mine", theirs: "Take theirs", mineSide: "Yours", theirsSide: "Theirs", clashes: "Where both changed", mineHow: "Where both changed, yours stays; everything else of theirs is taken in. Theirs stays in the history.",
    theirsHow: "Your changes since then are set aside; undo brings them back.", took: "Take their version", later: "Decide later",
  },

  screens: {
    records: "Records", recordsText: "What the app keeps about parcels, bookings, claims: kinds of things, each with fields.", addRecord: "Add a kind of record", field: "Field", type: "Type", required: "Required", addField: "Add a field", shared: "Shared with other apps of the organization",
    noRecords: "No records yet", noRecordsText: "A journey forgets when it ends. Records stay.", recordName: "Name of the record", unique: "May stand once only", indexes: "Searched by", note: "Note", none_: "Fields with commas; more combinations with ;",
    theme: "Theme", themeText: "How pages look to customers: their brand, not ours.", brand: "Name on the page", action: "Colour of buttons and links", paper: "Background", ink: "Text", font: "Letters", fonts: { sans: "Plain", serif: "With serifs", rounded: "Rounded", mono: "Typewriter" },
    radius: "Corners", language: "Language of the pages", logo: "Logo", logoHow: "PNG, JPEG, WebP or SVG, at most 64 kB. It is kept in the document.", logoLarge: (size: number) => `Expected at most 64 kB, found ${Math.ceil(size / 1024)} kB.`, removeLogo: "Remove the logo", asUsual: "As usual",
    sample: "How it looks", sampleTitle: "When and where?", sampleText: "Your parcel is planned for Friday, 4 December.", sampleField: "Name of the neighbour", sampleButton: "Confirm",
    contrast: (ratio: string) => `Contrast of the button’s words: ${ratio}. At least 4.5 can be read by everybody.`,
    variables: "Variables", variablesText: "What every journey remembers, whatever the channel.", profileValues: "Values of the profile", profileValuesText: "Set for each profile in Settings, read as profile.name.", addVariable: "Add a variable", addValue: "Add a value", default: "Before it is set", name: "Name",
    defaultWrong: "Not read: text, a number, true, false, or JSON.", noneYet: "None yet",
    hours: "Opening hours", hoursText: "When you are there. Steps such as timers and waits can keep to them.", zone: "Time zone", zoneHow: "For everything that has no zone of its own, such as Europe/Berlin.", addHours: "Add opening hours", closed: "closed", hoursHow: "As in 09:00-12:00, 13:00-17:00; empty is closed.",
    days: { mon: "Monday", tue: "Tuesday", wed: "Wednesday", thu: "Thursday", fri: "Friday", sat: "Saturday", sun: "Sunday" }, holidays: "Closed on", holidaysHow: "Days such as 2026-12-25, with commas.", noHours: "No opening hours yet",
    answers: "Answers when it errs", answersText: "What customers are told when something goes wrong on your side.", answerOf: { text: "By text", voice: "On a call", web: "On a page" }, voice: "Voice", voiceText: "Who speaks on calls unless a step says otherwise.", voiceName: "Name of the voice", voiceLanguage: "Language, such as en-US",
    changed: (what: string) => `Change ${what}`, titleOf: "Title of the app",
  },
};
