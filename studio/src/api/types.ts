// What the API answers, by name. Most of it is generated; what the description leaves open stands here.
import type { components } from "./schema";

type Schemas = components["schemas"];

export type App = Schemas["AppView"];
export type Live = Schemas["LiveView"];
export type Entrance = Schemas["LiveEntrance"];
export type Release = Schemas["Release"];
export type ReleaseDetail = Schemas["ReleaseView"];
export type Profile = Schemas["ProfileView"];
export type Slot = Schemas["SlotView"];
export type Value = Schemas["ValueView"];
export type Resource = Schemas["ResourceView"];
export type Account = Schemas["AccountView"];
export type Notifier = Schemas["NotifierView"];
export type Change = Schemas["ChangeView"];
export type SettingChange = Schemas["SettingChange"];
export type ChangesOf = Schemas["ChangesView"];
export type Step = Schemas["ReleaseStep"];
export type DraftProblem = Schemas["ProblemView"];
export type Me = Schemas["Me"];
export type Person = Schemas["Person"];
export type Token = Schemas["Token"];
export type Entry = Schemas["Entry"];
export type JourneyRow = Schemas["JourneyRow"];
export type Pause = Schemas["Pause"];
export type Domain = Schemas["DomainView"];
export type RecordType = Schemas["TypeView"];
export type Statistics = Schemas["Statistics"];
export type Alert = Schemas["AlertView"];
export type Turn = Schemas["TurnView"];
export type StepLine = Schemas["StepView"];
export type Environment = Schemas["Environment"];
export type Other = Schemas["OtherView"];
export type ExpressionView = Schemas["ExpressionView"];
export type Mistake = Schemas["Slip"];
export type Role = Me["role"];

export interface Draft {
  revision: string;
  hash: string;
  saved_at: string;
  saved_by: string;
  document: Record<string, unknown>;
  problems: DraftProblem[];
}

export interface Finding {
  code: string;
  severity: "error" | "warning" | "hint";
  place: string;
  text: string;
  way_out: string;
}

export type Policy = "keep" | "move" | "drain" | "restart";

export interface PeopleWish {
  policy: Policy;
  until?: string;
  then?: "end" | "move" | "restart";
  message?: string;
  map?: Record<string, string>;
}

export interface Kept {
  code: string;
  place: string;
  text: string;
  journeys: number;
}

export interface Standing {
  channel: string;
  place: string;
  version: number;
  fate: "kept" | "changed" | "deleted" | "flow_deleted";
  journeys: number;
}

export interface Impact {
  open: number;
  places: Standing[];
  variables: string[];
  forecast: { policy: string; takes: number; stays: Kept[] };
}

/** What a dry run finds; `confirm` names exactly this. */
export interface Checks {
  publishable: boolean;
  revision: string;
  checks: Finding[];
  records: { type: string; kind: string; field: string; records: number; refused: boolean; text: string }[];
  changes: ChangesOf;
  impact: Impact;
  confirm: string;
}

export interface RuleWish {
  notifiers: string[];
  level?: string;
  threshold?: number;
}

export interface PublishWish {
  profile: string;
  revision?: string;
  note?: string;
  take?: string[];
  accept?: { code: string; place: string; reason: string }[];
  alerts?: { on_application_error?: RuleWish; on_log_error?: RuleWish };
  people?: PeopleWish;
  confirm?: string;
}

export interface Begun {
  release: Release;
  steps: Step[];
}

export interface Rollback {
  undoes: string[];
  leaves: string[];
  begun: Begun;
}

export interface Ledger {
  releases: {
    release: string;
    number: number;
    version: number;
    state: "live" | "draining" | "drained" | "retired";
    open: number;
    oldest?: string;
    published_at: string;
  }[];
  people: {
    below: number;
    chosen: Record<string, unknown>;
    state: string;
    due: string;
    taken: number;
    kept: Kept[];
    done_at?: string;
  }[];
}

/** Answers that the generated description does not spell out, by route. */
export interface Spelled {
  "get /api/v1/apps/{app}/draft": Draft;
  "post /api/v1/apps/{app}/releases": Checks | Begun;
  "post /api/v1/apps/{app}/releases/{release}/rollback": Rollback;
  "post /api/v1/apps/{app}/releases/{release}/promote": Begun;
  "get /api/v1/apps/{app}/profiles/{profile}/ledger": Ledger;
  "delete /api/v1/apps/{app}/profiles/{profile}/live": { left: Finding[] } | undefined;
  "get /api/v1/simulator/phones": { items: { number: string; name: string }[] };
}
