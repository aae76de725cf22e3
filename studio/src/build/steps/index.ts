// Every step type has a folder here; one without it does not compile.
import type { Step, StepType } from "../document";
import type { Exit, StepFolder } from "./folder";
import { step as say } from "./say";
import { step as ask } from "./ask";
import { step as menu } from "./menu";
import { step as play } from "./play";
import { step as transfer } from "./transfer";
import { step as hangUp } from "./hang_up";
import { step as page } from "./page";
import { step as set } from "./set";
import { step as branch } from "./branch";
import { step as each } from "./each";
import { step as run } from "./run";
import { step as enter } from "./enter";
import { step as start } from "./start";
import { step as raise } from "./raise";
import { step as catches } from "./catch";
import { step as stop } from "./stop";
import { step as end } from "./end";
import { step as wait } from "./wait";
import { step as timer } from "./timer";
import { step as cancelTimer } from "./cancel_timer";
import { step as extend } from "./extend";
import { step as http } from "./http";
import { step as records } from "./records";
import { step as file } from "./file";
import { step as identify } from "./identify";
import { step as email } from "./email";
import { step as textOnce } from "./text_once";
import { step as log } from "./log";
import { step as metric } from "./metric";

export const steps: { [T in StepType]: StepFolder<T> } = {
  say,
  ask,
  menu,
  play,
  transfer,
  hang_up: hangUp,
  page,
  set,
  branch,
  each,
  run,
  enter,
  start,
  raise,
  catch: catches,
  stop,
  end,
  wait,
  timer,
  cancel_timer: cancelTimer,
  extend,
  http,
  records,
  file,
  identify,
  email,
  text_once: textOnce,
  log,
  metric,
};

/** The folder of a step's type; none where the script holds a type that there is not. */
export const folderOf = (type: string | undefined): StepFolder<StepType> | undefined =>
  type !== undefined && Object.hasOwn(steps, type) ? (steps[type as StepType] as StepFolder<StepType>) : undefined;

export const saysOf = (step: Step): string => folderOf(step.type)?.says(step) ?? String(step.type);
export const exitsOf = (step: Step): Exit[] => folderOf(step.type)?.exits(step) ?? [];
