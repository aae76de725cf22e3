// What the preview says. Manner: src/words.ts.
const many = (count: number, one: string, more: string) => `${count.toLocaleString("en")} ${count === 1 ? one : more}`;

export const words = {
  title: "Preview",
  text: "The draft as it is now. Nothing leaves the building, and nothing is counted.",
  close: "Close the preview",
  wider: "Show everything side by side",
  narrower: "Show one thing at a time",
  profile: "Values of",
  noProfile: "Defaults",
  begin: "Start",
  back: "Take back the last event",
  restart: "Restart",
  restarted: "Restarted",
  panes: { label: "What is shown", page: "Page", text: "Text", call: "Call", log: "Events", outside: "Outside", clock: "Timers", values: "Variables" },
  below: "What happened, and what comes next",
  now: (moment: string) => `It is ${moment}`,
  standings: { open: "Open", ended: "Ended", expired: "Expired", none: "Not begun" } as Record<string, string>,
  nothing: "Nothing has happened yet",
  nothingText: "Start by a trigger, write a text, or call.",
  unreadable: "The draft cannot be played as it is",
  misfit: (count: number) => `${many(count, "event no longer fits", "events no longer fit")} the draft`,
  misfitText: "The rest was played without.",
  drop: "Leave out what does not fit",
  at: (number: number) => `Event ${number}`,

  page: {
    none: "No page is open", noneText: "Start by a web trigger, or open a link from a text.",
    waits: "A page waits behind the journey’s link", open: "Open the page", frame: (title: string) => `The page ${title}`,
    kinds: { page: "Page", ended: "Ended", expired: "Expired", erred: "Failed" } as Record<string, string>, desktop: "Desktop width", phone: "Phone width",
  },
  thread: {
    label: "Text thread", me: "Customer", app: "App", write: "Text to the app", send: "Send", none: "This app does not answer texts.", quiet: "No text yet.",
    email: (to: string, subject: string) => `Email to ${to}: ${subject}`, anew: "A new journey begins", opens: "Open this link on the page",
  },
  call: {
    label: "Call", states: { none: "No call", rings: "Rings", listens: "Listens", forwards: "Puts through", holds: "Waits", speaks: "Speaks" } as Record<string, string>,
    begin: "Call the app", none: "This app takes no calls.", quiet: "Nobody is on a call.", pickUp: "Take the call", machine: "A machine takes it", ignore: "Nobody takes it", hangUp: "Hang up", goOn: "Ask again",
    say: "Say something", sayIt: "Say it", silence: "Say nothing", pad: "Dial pad", key: (key: string) => `Key ${key}`, keys: "Keyed", send: "Send the keys", clear: "Clear the keys", aloud: "Read aloud", quietly: "Stop reading aloud",
    ends: { completed: "They talked", busy: "Busy", no_answer: "No answer", failed: "Failed" } as Record<string, string>, through: "What became of it?", awaits: (digits: number) => `${many(digits, "key", "keys")} awaited`,
    verbs: { play: "Plays", forward: "Puts through to", hold: "Waits", hang_up: "Hangs up", listen: "Listens" } as Record<string, string>,
  },
  log: {
    label: "Events", steps: "Steps", changed: "Variables", before: "before", after: "after", unset: "not set", answered: (status: number) => `Answers the program with ${status}`,
    by: { event: "", timer: "A timer is due", answer: "The answer comes", hold: "The call asks again", hang_up: "The call ends" } as Record<string, string>,
    effects: { text: "Text", email: "Email", asks: "Asks", call: "Says", place_call: "Calls", log: "Log", metric: "Metric", incident: "Error", timer: "Timer", timer_dropped: "Timer dropped", page: "Page moved" } as Record<string, string>,
    fails: "Let it fail", failed: "It was made to fail", takeBack: "Back to here", showAll: (count: number) => `${count - 6} steps more`,
  },
  outside: {
    none: "Nothing is asked outside", noneText: "When a step calls a service, you answer for it here, or really ask it.", waits: "Waits for an answer", real: "Really ask", realUnder: (profile: string) => `Really ask, as ${profile} is connected`,
    needsProfile: "Choose a profile above to really ask.", byHand: "Answer by hand", answer: "Answer", fail: "Let it fail", status: "Status", body: "Body, as JSON", badJson: "This is no JSON.", remember: "Answer the same next time",
    remembered: "Answered like this from now on", forget: "Ask me again", of: (connection: string) => `of ${connection}`, itself: "Emails, files and records are answered by themselves; records begin empty.",
    failures: { HTTP_UNREACHABLE: "Not reached", HTTP_TOO_SLOW: "Too slow", HTTP_500: "Server error" } as Record<string, string>,
  },
  clock: {
    none: "No timer runs", noneText: "Waiting steps and timers appear here with their moments.", fire: "Fire now", pass: "Let time pass", expire: "Let the journey expire", ends: (moment: string) => `The journey ends by itself ${moment}`,
    kinds: { wait: "Waits", run: "Runs", call: "Calls", text: "Texts" } as Record<string, string>, spans: ["15m", "1h", "1d", "7d"], span: (span: string) => `Let ${span} pass`, own: "How long, as 90s, 2h or 3d", go: "Let it pass",
  },
  values: { none: "No variable holds anything", name: "Name", value: "Value", contact: "Contact", where: "Where it stands" },
  start: {
    label: "Start by a trigger", text: "Text the app", call: "Call the app", web: "Open the starting link", api: "Call it as a program", schedule: "Let its moment come", none: "This app has no trigger.",
    payload: "Payload, as JSON", parameters: "Parameters", send: "Call", first: "hi",
  },
  events: {
    text: (body: string) => `Texts “${body}”`, visit: (trigger: string) => `Opens ${trigger}`, open_link: "Opens the link", submit: (button?: string) => (button ? `Presses ${button}` : "Sends the page"), call: "Calls", say: (it: string) => `Says “${it}”`, press: (it: string) => `Presses ${it}`,
    silence: "Says nothing", hold: "Waits", forwarded: "Put through", pick_up: "Takes the call", hang_up: "Hangs up", request: (trigger: string) => `A program calls ${trigger}`, schedule: (trigger: string) => `${trigger} is due`,
    answer: (it: string) => `Answer to ${it}`, fire: (it: string) => `Fires ${it}`, pass: (it: string) => `${it} pass`, expire: "Time is over", restart: "Restarts",
  },
};
