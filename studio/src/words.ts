// Every word that the studio says. Short sentences; a button says what happens; an error says what, where and the way out.

const many = (count: number, one: string, more: string) => `${count.toLocaleString("en")} ${count === 1 ? one : more}`;

export const words = {
  product: "Wayfare",
  name: "Name",
  environment: "Environment",
  everyEnvironment: "Every environment",
  live: "Live",
  save: "Save",
  rename: "Rename",
  change: "Change",
  secretStays: "Left empty, the one that is kept stays.",
  cancel: "Cancel",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  remove: "Remove",
  more: "Show older",
  tryAgain: "Try again",
  nothing: "Nothing found",
  justNow: "just now",
  shownOnce: "This is shown once",
  kept: "I have kept it",
  secretOnce: "Goes in and is never shown again.",
  roles: { agent: "Agent", developer: "Developer", admin: "Admin" },
  severities: { error: "Error", warning: "Warning", hint: "Hint" },
  offline: { title: "The server cannot be reached", detail: "Nothing was changed. Look at your connection, and try again." },
  lost: { title: "Nothing is here", text: "The address leads to no page of the studio." },
  gone: { title: "This page could not be fetched", text: "It may be from before an update of the server, or the line broke. Load it anew." },
  fault: (told: string) => ({ title: "This page has failed", text: `It is a fault of the studio, not yours, and what was saved is safe. Load it anew. If it fails again, tell those who run the server what it said: ${told}` }),
  status: { none: "Not published", underway: "A release is on its way" },

  nav: {
    label: "Studio", skip: "Go to the content", menu: "Open the menu", apps: "Apps", activity: "Activity", simulator: "Phone simulator",
    reach: "Reach and connections", resources: "Resources", accounts: "Accounts", notifiers: "Notifiers", environments: "Environments",
    organization: "Organization", people: "People", tokens: "API tokens", audit: "Audit", server: "Server", light: "Light colours", dark: "Dark colours", signOut: "Sign out",
  },

  apps: {
    title: "Apps", text: "Build once, publish to web, text, calls and an API. What you save reaches nobody until you publish.",
    app: "App", state: "Live", draft: "Draft", made: "Made", add: "New app", search: "Search by name", filter: "Which apps", order: "Order",
    filters: { all: "All", live: "Live", changed: "With changes", draft: "Drafts" },
    orders: { title: "By name", newest: "Newest first" },
    none: "No app yet", noneText: "Begin with an example that works, or with nothing.", noMatch: "No app matches", noMatchText: "Change the search or the filter.",
    onlyDraft: "Draft, not published", create: "Make the app", start: "Begin with", starts: { example: "An example", empty: "Nothing", file: "A file" },
    file: "Document", fileHow: "YAML or JSON, as the export or the command line writes it.", titleOf: "Title",
    build: "Build", buildOf: (title: string) => `Build ${title}`,
    nameIs: (name: string) => `Its name in addresses and on the command line: ${name}`,
  },

  app: {
    overview: "Overview", settings: "Settings", versions: "Versions", records: "Records", activity: "Show its journeys", build: "Build", publish: "Publish", more: "More", export: "Export as YAML",
    draft: "Draft", saved: "Saved", problems: "Problems of the draft", noProblems: "No problems",
    draftAt: (revision: string) => `Draft ${revision}`, notPublished: "Nobody reaches the app under this profile yet.",
    release: (number: number) => `Release ${number}`, publishTo: (profile: string) => `Publish to ${profile}`, settingsOf: (profile: string) => `Settings of ${profile}`,
    rolledBack: (profile: string, to: number, from: number) => `${profile} was rolled back from v${from} to v${to}`,
    rolledBackTo: (profile: string, release: number) => `${profile} was rolled back to release ${release}`,
    rolledBackText: "Customers get what it had until the next publish. The draft and the settings still have what came after.",
  },

  entrances: {
    label: (profile: string) => `Entrances of ${profile}`, none: "No entrance: journeys begin by a schedule or a program.",
    kinds: { web: "Web", text: "Text", call: "Call", api: "API" }, open: "Open", textIt: "Text it on the simulator", callIt: "Call it on the simulator", textShort: "Text it", callShort: "Call it", scan: "Scan it with a phone",
    qrOf: (value: string) => `QR code of ${value}`,
  },

  ledger: {
    title: (profile: string) => `Who is on what · ${profile}`, release: (number: number) => `release ${number}`,
    states: { live: "Live", draining: "Draining", drained: "Drained", retired: "Retired" },
    open: (count: number) => many(count, "open journey", "open journeys"), done: "What was done with people in the middle", due: "due",
    move: (policy: string, taken: number) => `${({ keep: "Kept", move: "Moved", restart: "Restarted", drain: "Ended" } as Record<string, string>)[policy] ?? policy} ${many(taken, "journey", "journeys")}`,
    stays: (count: number) => `${many(count, "stays", "stay")}:`,
  },

  unpublish: {
    act: "Unpublish", title: (profile: string) => `Unpublish from ${profile}`, confirm: (profile: string) => `Unpublish from ${profile}`,
    text: "The entrances go down: visitors get a clear page, texts and calls a clear answer. Numbers and routes are free again.",
    people: "People in the middle of a journey", keep: "Finish what they began", end: "Are ended now, with a last sentence", message: "The last sentence",
  },

  settings: {
    programs: "Programs that may call", everybody: "Everybody", nobody: "No token yet", newToken: "Make a token for it",
    profile: "Profile", newProfile: "New profile", addProfile: "Make the profile", copied: (from: string) => `Begins with the settings of ${from}.`,
    slots: "Slots", noSlots: "The app needs nothing from outside.", needs: "needs", bound: "Bound", open: "Not bound", unbound: "Choose one", usual: "Default URLs", makeOne: "Make a new one …",
    values: "Values and secrets", save: "Save", set: "Set", setAs: (print: string) => `Set · ${print}`, missing: "Missing", fromApp: "As the app has it", secretSet: "Write a new one to replace it",
    about: "Profile", environmentHow: "The profile uses this environment’s resources only.", locale: "Locale", zone: "Time zone", days: "A journey lives", daysHow: "Days, 90 at most.", saveProfile: "Save the profile",
    ready: "Nothing is missing for a publish", readyText: "Changes here reach customers by a publish only.",
    lacks: (count: number) => `${many(count, "thing is", "things are")} missing for a publish`,
    lacksSlot: (slot: string, needs: string) => `The slot ${slot} needs ${needs}.`, lacksValue: (name: string) => `The value ${name} is not set.`,
  },

  publish: {
    title: "Publish", to: "Publish to", draft: (revision: string, version?: number) => `draft ${revision}${version === undefined ? "" : ` → v${version}`}`, replaces: (version: number) => `replaces v${version}`, firstTime: "the first release here",
    entrances: "Entrances", usual: "default URLs", bound: "Bound", unbound: "Not bound", change: "Change",
    checks: "Checks", asking: "Nothing blocks here; asking the services and carriers it uses …", passed: (notes: number) => (notes === 0 ? "All checks passed" : "Nothing blocks the publish"),
    blocked: (count: number) => `${many(count, "error stands", "errors stand")} in the way`, openSettings: "Open the settings", openBuilder: "Show it in the builder",
    takeOver: (address: string) => `Take ${address} over in this publish`, taken: (address: string) => `${address} moves over in the same switch.`,
    moved: {
      title: "Something moved since you looked", text: "Nothing was published. Above is how it is now; look at it, and publish that.", draft: (seen: string, now: string) => `Somebody saved the draft: you saw ${seen}, it is at ${now}.`,
      found: (text: string) => `The checks found something new: ${text}`, gone: (count: number) => `${many(count, "finding is", "findings are")} gone.`, people: (seen: number, now: number) => `${many(now, "person is", "people are")} in the middle now; it was ${seen}.`,
    }, reason: "Why it does not matter here", reasonFor: (text: string) => `Why it does not matter: ${text}`,
    wantsReasons: (count: number) => `${many(count, "warning wants", "warnings want")} a reason.`, records: "Records", recordCount: (count: number) => many(count, "record", "records"),
    changes: "Changes", allNew: "Everything is new here.", people: "People", alerts: "Alerts",
    onError: "On application error", onLog: "On custom log error", noNotifiers: "Nobody is told when it errs.", makeNotifier: "Make a notifier",
    note: "Note", noteHow: "What is new, for those who read the history", act: (profile: string, version?: number) => `Publish ${version === undefined ? "" : `v${version} `}to ${profile}`, reallyAct: (profile: string, version?: number) => `Yes, publish ${version === undefined ? "" : `v${version} `}to ${profile}`,
    second: "Customers get this at once", secondText: (open: number) => (open === 0 ? "Look once more at the entrances and the changes." : `${many(open, "person is", "people are")} in the middle of a journey. Look once more at what becomes of them.`),
    beginning: "Sealing the version", stages: { seal: "Sealed", prepare: "Prepared", prove: "Proven", switch: "Live", undo: "Put back" },
    outcomes: { done: "Done", failed: "Failed", begun: "On its way" }, failed: "The release did not go live", cancelled: "The release was taken back",
    nothingChanged: "Customers get what they got before.", isLive: (version: number, profile: string) => `v${version} is live in ${profile}`,
    isLiveText: "Every entrance has answered.", takeBack: "Take it back", again: "Back to the choices",
  },

  people_: {
    label: "What becomes of people in the middle", nobody: "Nobody is in the middle of a journey.", open: (count: number) => `${many(count, "person", "people")} in the middle`,
    /** Where they are; somebody with a page open may be waited for by text, too. */
    channels: (open: number, places: { channel: string; journeys: number }[]) => {
      const sum = new Map<string, number>();
      for (const it of places) sum.set(it.channel, (sum.get(it.channel) ?? 0) + it.journeys);
      const where = [...sum].map(([channel, count]) => `${count} ${({ voice: "on a call", text: "by text", web: "on pages" } as Record<string, string>)[channel] ?? channel}`);
      if (places.reduce((all, it) => all + it.journeys, 0) > open) where.push(open === 1 ? "at once" : "some in several places at once");
      return where.join(", ");
    },
    onDeleted: (count: number) => `${many(count, "stands", "stand")} on steps that are gone.`,
    policies: { keep: "Keep", move: "Move", drain: "Drain", restart: "Restart" },
    means: {
      keep: "They finish on the version they began on. Nobody notices anything.", move: "They go on in the new version from where they stand. Who cannot be moved is kept.",
      drain: "They may finish until a time; then they are ended, moved or restarted.", restart: "They begin anew in the new version. What they had answered is forgotten.",
    },
    until: "Until (empty: at once)", then: "And then", thens: { end: "End them", move: "Move them", restart: "Restart them" }, message: "What they are told", messageHow: "Sent to those in a talk by text.",
    insteadOf: (place: string) => `Instead of ${place}`, places: "flows/helper/steps/who", another: "Another place that is to be left", addPair: "Add", noPair: (place: string) => `Leave ${place} as it is`, forecast: (policy: string, takes: number) => `Now it would ${policy === "end" ? "end" : policy} ${many(takes, "journey", "journeys")}.`, stays: (count: number) => `${many(count, "stays", "stay")}:`,
  },

  changes: { none: "Nothing differs.", before: "Before", after: "After", nothing: "nothing", showAll: (count: number) => `Show ${count} more`, sorts: { value: "Value", secret: "Secret", binding: "Binding", setting: "Setting", alerts: "Alerts" } },

  versions: {
    title: (profile: string) => `Releases to ${profile}`, version: "Version", state: "State", when: "When", who: "Who", note: "Note", journeys: "Open journeys", release: (number: number) => `release ${number}`,
    none: "Nothing was published here yet", noneText: "The first publish under this profile opens its history.",
    states: { sealed: "Sealed", prepared: "Prepared", proven: "Proven", live: "Live", superseded: "Superseded", failed: "Failed", cancelled: "Taken back" },
    kinds: { rollback: (origin: number) => `rolled back to release ${origin}`, promotion: (origin: number) => `promoted from release ${origin}` },
    menuOf: (version: number, number: number) => `What can be done with v${version}, release ${number}`, compareAny: "Compare", compareDraft: "Compare with the draft", compareLive: "Compare with what is live",
    rollBack: (version: number) => `Roll back to v${version} …`, promote: "Promote to another profile …", restore: (version: number) => `Restore v${version} to the draft`, discard: "Discard changes",
    draftOnly: "Only the draft changes", restoreText: (revision: string) => `Customers keep what they get. Draft ${revision} stays in the history of revisions.`,
    discardText: "The draft goes back to what is live. What was changed stays in the history of revisions.", asLiveIn: "As it is live in", typeName: (name: string) => `Type ${name} to go on`,
    compare: "Compare", theDraft: "The draft", liveIn: (profile: string, version: number) => `v${version}, live in ${profile}`, oneRelease: "The release chosen",
  },

  rollback: {
    title: (version: number) => `Roll back to v${version}`, act: (version: number, profile: string) => `Roll ${profile} back to v${version}`, scope: "What comes back", everything: "Everything as it was sealed", definition: "The definition alone",
    undoes: "It brings back", leaves: "It leaves", note: "Note",
  },
  promote: { title: (version: number) => `Promote v${version}`, act: (version: number, profile: string) => `Promote v${version} to ${profile}`, to: "To the profile", text: "The same version, with the other profile’s own bindings and values. It is proven before it is live." },

  activity: {
    title: "Activity", text: "Journeys of your customers, newest first.", who: "Person", app: "App", profile: "Profile", state: "State", on: "Began on", phone: "Phone", turns: "Turns", texts: "Texts", errors: "Errors", began: "Began", last: "Last event", id: "Journey",
    journeys: "Journeys", version: "Version", messages: "Messages", minutes: "Minutes", release: "Release", from: "Began from", until: "Began until", fromShort: "from", untilShort: "until", filters: "Which journeys",
    search: "Number, email or id", everyApp: "Every app", everyProfile: "Every profile", everyRelease: "Every release", everyChannel: "Every channel", everyState: "Every state", onlyErrors: "With errors", clear: "Show all", dead: "Could not be sent", csv: "Export CSV",
    filterChannels: [{ value: "text", label: "Text" }, { value: "web", label: "Web" }, { value: "call", label: "Call" }, { value: "api", label: "API" }, { value: "schedule", label: "Schedule" }],
    filterStates: [{ value: "open", label: "Open" }, { value: "ended", label: "Ended" }, { value: "expired", label: "Expired" }],
    minutesOf: (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} min`, messagesOf: (count: number) => many(count, "message", "messages"), errorsOf: (count: number) => many(count, "error", "errors"),
    standsAt: (open: boolean, step: string) => `${open ? "Stands at" : "Was left at"} ${step}: show on the canvas`, onCanvas: "Show on the canvas", noMatchText: "Change what is looked for, or show all.",
    none: "No journey yet", noneText: "They appear here as soon as a customer comes in.", noMatch: "No journey matches", noPhone: "No phone known", unpublished: "not published now",
    standings: { open: "Open", ended: "Ended", expired: "Expired", stuck: "Stands still" }, channels: { text: "Text", web: "Web", visit: "Web", page: "Web", call: "Call", voice: "Call", api: "API", request: "API", schedule: "Schedule" },
    journey: "Journey", conversation: "Conversation", trail: "Trail",
    replay: {
      title: "Replay", open: "Replay on the canvas", close: "Close the replay", first: "To the beginning", back: "One step back", on: "One step on", last: "To the end", where: "Where in the journey", canvas: (flow: string, step: string) => `Flow ${flow}, at ${step}`,
      point: (at: number, all: number, turn: number, place: string, what: string) => `${at} of ${all} · Turn ${turn} · ${place} · ${what}`, outside: "This happened outside the flows of the app.",
      variables: "Variables here", noVariables: "Nothing is set yet.", fresh: "just set", only: (flow: string) => `only in ${flow}`,
    },
    silent: "Nothing was said yet.", they: "Customer", turn: (number: number) => `Turn ${number}`, hidden: "(not kept)",
    turnKinds: { text: "By text", web: "On a page", page: "On a page", visit: "On a page", call: "On a call", voice: "On a call", api: "Through the API", request: "Through the API" }, marks: { ended: "The journey ended", failed: "A step failed" },
    figures: {
      tab: "Figures", text: "Who came, how it ended, where people were left, and how fast they were answered. Previews are never counted.", range: "How many days", days: (count: number) => `Last ${count} days`, none: "Nobody came in these days", noneText: "Choose more days, or another profile.",
      counts: { started: "Started", finished: "Finished", abandoned: "Abandoned", open: "Open", errors: "Errors" }, journeysByDay: "Journeys by the day they began", answerTimes: "How long people waited for an answer", noAnswers: "Nothing was measured in these days.", p50: "Half of the answers", p95: "95 of 100 answers",
      byChannel: "By channel", byRelease: "By release", leftAt: "Where people were left", nobodyLeft: "Nobody was left on the way.", abandonedHere: (count: number) => `${many(count, "journey", "journeys")} abandoned here`, waitingHere: (count: number) => `${many(count, "stands", "stand")} here now`,
      drawn: (title: string, first: string, last: string) => `${title}, ${first} to ${last}; the table below has the same`, asTable: "As a table", day: "Day",
    },
    grouped: {
      tab: "Errors", text: "Equal errors are one line: since which version, how often, and who was told.", none: "No errors", noneText: "What fails in an app appears here, counted.", what: "Error", where: "Where", count: "How often", first: "First", last: "Last", told: "Told", newIn: (version: number) => `New in v${version}`, example: "A journey with it",
      kinds: { application_error: "Application error", log_error: "Log error", publish_failed: "Failed publish", channel_failing: "A channel fails", certificate: "Certificate" }, states: { counting: "Counting", open: "Open", recovered: "Recovered" },
      reached: { not_yet: "Nobody yet: below the threshold", waiting: "On its way", all: "Everybody", some: "Some; others could not be reached", nobody: "Nobody" },
    },
    schedules: {
      tab: "Schedules", text: "What runs by the clock, and what became of it.", live: "Live schedules", none: "No schedule is live", noneText: "Publish an app with a trigger of the type schedule.", trigger: "Trigger", when: "Runs", zone: "Time zone", next: "Next", runs: "Runs", noRuns: "Nothing has run yet.", due: "Due", tries: "Tries", journey: "Journey", open: "Show it",
      states: { waiting: "Waits", running: "Runs", done: "Done", failed: "Failed", skipped: "Skipped", superseded: "Passed over", dead: "Given up" },
    },
  },
  dead: {
    title: "Could not be sent", text: "What was tried too often. Mend the cause, then send it again.", texts: "Texts", asks: "Calls to services, emails and files", timers: "Timers", none: "Nothing stands still here.",
    to: "To", what: "What", why: "Why", tries: "Tries", when: "When", again: "Send again",
  },

  pauses: {
    label: (profile: string) => `Paused channels of ${profile}`, channels: { web: "web", text: "texts", call: "calls", api: "the API" }, paused: (channel: string) => `Paused: ${channel}`, pause: (channel: string) => `Pause ${channel}`, resume: (channel: string) => `Resume ${channel}`,
    title: (channel: string, profile: string) => `Pause ${channel} of ${profile}`, message: "What people are told", until: "Ends by itself at (empty: when you resume it)", endsBy: "ends",
    text: { web: "Visitors see your words instead of a page, at once. Journeys stay where they are.", text: "Texts are answered with your words, at once. Journeys stay where they are.", call: "Callers hear your words, at once, and the call ends.", api: "Requests are answered with 503 and your words, at once." },
  },
  records: {
    types: "Types of records", none: "The app stores nothing here", noneText: "Types of records are part of the app; they are here after a publish under this profile.", shared: "shared with other apps", csv: "Export CSV", add: "Add a record", empty: "No record yet", emptyText: "The app makes them, or you add one.", changed: "Changed",
    adding: (type: string) => `Add a ${type}`, editing: (type: string) => `Change a ${type}`, removal: "It is gone for the app at once, and for good.",
  },
  domains: {
    title: "Domains", add: "Add a domain", none: "No domain of your own yet", noneText: "Without one, pages and links stand under the server’s own address.", host: "Domain", hostHow: "One that you can set records for. A part of it is enough, as go.example.com.",
    states: { verified: "Verified", awaiting_dns: "Waits for its records", failed: "Not verified" }, verify: "Look again", looked: "looked", certificate: "Certificate", certificates: { unseen: "not seen yet", good: "good", near_its_end: "ends soon", ended: "ended" }, reach: "Requests", reaches: { unasked: "not asked yet", ours: "come here", astray: "go elsewhere" }, records: (host: string) => `Records to set for ${host}`,
    type: "Type", name: "Name", value: "Value to set", found: "Found now", good: "Set", missing: "To be set", nothing: "nothing", removal: "Pages and links under it are answered no more. What is live on it holds it back.",
  },
  me: { title: "You", sessions: "Where you are signed in", browser: "Browser", since: "Since", seen: "Last seen", until: "Until", here: "here", unknown: "Unknown browser", end: "Sign out", ending: "That browser is signed out at once." },
  server: {
    title: "Server", text: "The organization and the server it lives on.", organization: "Organization", server: "This server", product: "Product", installation: "Installation", address: "Address", ready: "Ready", notReady: "Not ready: look at its log", more: "Its address, database and limits are given on its command line; wayfare help lists all of it.",
  },

  resources: {
    title: "Resources", text: "What customers reach your apps through. Each belongs to one environment and is live in one app at a time.", add: "Add a resource", address: "Address", kind: "Kind", uses: "Used by", free: "Free", bound: "Bound",
    kinds: { phone_number: "Phone number", route: "Route", email_address: "Email address" }, can: { text: "Texts", voice: "Calls" }, none: "No resource yet", noneText: "Add a number of the simulator to try an app with nothing from outside.",
    addKind: { phone_number: "Add the number", route: "Add the route", email_address: "Add the address" }, written: { phone_number: "Number", route: "Key, as in /c/key", email_address: "Address" },
    simulated: "Leave it empty for a free number of the simulator.", capabilities: "It can", account: "Account", noAccount: { phone_number: "This environment has no carrier account yet. Connect one under Accounts.", email_address: "This environment has no mail server yet. Connect one under Accounts.", route: "" },
    removal: "It is taken out of this environment. What is live or bound holds it back.",
  },
  accounts: {
    title: "Accounts", text: "Credentials of outside systems: carriers, HTTP services, mail servers.", add: "Connect an account", kind: "Kind", settings: "Where", test: "Test", none: "No account yet", noneText: "The simulator needs none. Connect a carrier or a service when you are ready.",
    kinds: { http: "HTTP service", smtp: "Mail server", twilio: "Twilio", simulator: "Carrier simulator" }, onThisServer: "On this server", removal: "Apps that use it can no longer reach what it opens.", secret: "Secret",
    fields: { base_url: "Base URL", auth: "How it signs in", user: "User", header: "Name of the header", token_url: "Token URL", client_id: "Client id", scopes: "Scopes", host: "Host", port: "Port", security: "Encryption", account_sid: "Account SID" },
  },
  notifiers: {
    title: "Notifiers", text: "Where alerts go. A publish says which of them hear of errors.", add: "Add a notifier", kind: "Kind", where: "Where", health: "Health", test: "Send test", kept: "Kept as a secret", none: "No notifier yet", noneText: "Without one, nobody is told when an app errs.",
    kinds: { slack: "Slack", email: "Email", webhook: "Webhook" }, healths: { well: "Well", failing: "Failing", shut: "Given up for now" }, receives: "Also tell it of", receivesHow: "Errors of apps are chosen at each publish.", news: { publish_failed: "Failed publishes", channel_failing: "A channel that fails", certificate: "Certificates that run out" }, url: "URL", recipients: "Recipients", recipientsHow: "Up to 20, with commas between.", sender: "From", noSender: "Add an email address first",
    secrets: { slack: "Incoming webhook URL", webhook: "Signing key, 16 characters or more" }, removal: "Nothing is sent there any more.",
  },
  people: {
    title: "People", text: "Who works here. People sign in by a link that works once.", add: "Invite somebody", email: "Email", role: "Role", seen: "Last sign-in", never: "Never", you: "you", newLink: "New link", link: "Sign-in link", linkText: "It works once, for 24 hours. Hand it over yourself.",
    removal: "They are signed out at once. What they did stays in the audit.", rolesText: { agent: "Looks at apps and journeys.", developer: "Builds and publishes.", admin: "All of it, and people, tokens and the audit." },
  },
  tokens: {
    title: "API tokens", text: "For programs. A token has a role and only the scopes it needs.", add: "Make a token", role: "Role", scopes: "Scopes", used: "Last used", expires: "Expires", never: "Never", noEnd: "Without end", none: "No token yet", noneText: "Programs call the API and the command line with one.",
    made: "The token", madeText: "Keep it where your program finds it. The server cannot show it again.", nameHow: "What it is for.", scopesHow: "app:NAME calls an app's API triggers, group:NAME those that name the group.", ofServer: "The server's API", ofApps: "API triggers", environmentHow: "Held to one environment, it calls API triggers published there and nothing else.", inDays: (days: number) => `In ${days} days`, revoke: "Revoke", removal: "Programs that use it are refused from now on.",
  },
  environments: { title: "Environments", text: "Silos for resources, accounts and tokens. A profile uses one of them.", add: "Add an environment" },
  audit: {
    title: "Audit", text: "Who did what, to what, and when. Entries are chained: none can be changed or left out unseen.", export: "Export", filter: "Filter", filters: { verb: "What", subject_kind: "Kind of thing", actor: "Who (id)" }, what: "What", on: "On", who: "Who", details: "Details", when: "When",
    none: "No entry matches", noneText: "Change the filter.", verify: "Verify", sealed: "Every entry seals the one before it", sealedText: "Verify reads all of them and says whether one was changed or is missing.",
    whole: (entries: number) => `All ${entries.toLocaleString("en")} entries are as they were written`, wholeText: "None is missing.", broken: "The journal was tampered with", brokenAt: (sequence: number, fault: string) => `Entry ${sequence} ${fault === "missing" ? "is missing" : "was changed"}.`,
  },
};
