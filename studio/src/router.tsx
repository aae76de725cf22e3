import { createBrowserRouter, Navigate } from "react-router";
import { AppsPage } from "./apps/AppsPage";
import { Bones } from "./parts/Wait";
import { Lost } from "./shell/Lost";
import { Shell } from "./shell/Shell";

type Module = Record<string, unknown>;

/** A page that is fetched when somebody goes there. */
const page = (load: () => Promise<Module>, name: string) => async () => ({ Component: (await load())[name] as () => React.ReactNode });

const versions = () => import("./versions/VersionsPage");
const activity = () => import("./activity/ActivityPage");
const map = () => import("./build/map/MapStage");
const script = () => import("./build/ScriptPlace");

/** The builder stands at `/apps/:app/build/...`, beside the frame, not in it. */
const builder = {
  path: "/apps/:app/build",
  lazy: page(() => import("./build/BuilderFrame"), "BuilderFrame"),
  ErrorBoundary: Lost,
  HydrateFallback: Bones,
  children: [
    { index: true, lazy: page(map, "MapStage") },
    { path: "triggers/:trigger", lazy: page(map, "MapStage") },
    { path: "flows/:flow", lazy: page(() => import("./build/flow/FlowStage"), "FlowStage") },
    { path: "flows/:flow/script", lazy: page(script, "ScriptPlace") },
    { path: "flows/:flow/pages/:step", lazy: page(() => import("./build/PagePlace"), "PagePlace") },
    { path: "script", lazy: page(script, "ScriptPlace") },
    { path: "records", lazy: page(() => import("./build/screens/RecordsStage"), "RecordsStage") },
    { path: "theme", lazy: page(() => import("./build/screens/ThemeStage"), "ThemeStage") },
    { path: "variables", lazy: page(() => import("./build/screens/VariablesStage"), "VariablesStage") },
    { path: "hours", lazy: page(() => import("./build/screens/HoursStage"), "HoursStage") },
    { path: "answers", lazy: page(() => import("./build/screens/AnswersStage"), "AnswersStage") },
  ],
};

export const makeRouter = () => createBrowserRouter([
  builder,
  {
    path: "/",
    Component: Shell,
    ErrorBoundary: Lost,
    HydrateFallback: Bones,
    children: [
      { index: true, element: <Navigate to="/apps" replace /> },
      { path: "apps", Component: AppsPage },
      {
        path: "apps/:app",
        lazy: page(() => import("./apps/AppFrame"), "AppFrame"),
        children: [
          { index: true, lazy: page(() => import("./apps/Overview"), "Overview") },
          { path: "settings/:profile?", lazy: page(() => import("./settings/SettingsPage"), "SettingsPage") },
          { path: "versions", lazy: page(versions, "VersionsPage") },
          { path: "records", lazy: page(() => import("./records/RecordsPage"), "RecordsPage") },
          { path: "versions/compare", lazy: page(() => import("./versions/ComparePage"), "ComparePage") },
        ],
      },
      { path: "activity", lazy: page(activity, "ActivityPage") },
      { path: "activity/dead", lazy: page(() => import("./activity/DeadPage"), "DeadPage") },
      { path: "activity/figures", lazy: page(() => import("./activity/FiguresPage"), "FiguresPage") },
      { path: "activity/errors", lazy: page(() => import("./activity/ErrorsPage"), "ErrorsPage") },
      { path: "activity/schedules", lazy: page(() => import("./activity/SchedulesPage"), "SchedulesPage") },
      { path: "apps/:app/journeys/:journey", lazy: page(() => import("./activity/JourneyPage"), "JourneyPage") },
      { path: "activity/:journey", lazy: page(() => import("./activity/JourneyPage"), "JourneyPage") },
      { path: "resources", lazy: page(() => import("./console/ResourcesPage"), "ResourcesPage") },
      { path: "accounts", lazy: page(() => import("./console/AccountsPage"), "AccountsPage") },
      { path: "notifiers", lazy: page(() => import("./console/NotifiersPage"), "NotifiersPage") },
      { path: "people", lazy: page(() => import("./console/PeoplePage"), "PeoplePage") },
      { path: "tokens", lazy: page(() => import("./console/TokensPage"), "TokensPage") },
      { path: "environments", lazy: page(() => import("./console/EnvironmentsPage"), "EnvironmentsPage") },
      { path: "me", lazy: page(() => import("./console/MePage"), "MePage") },
      { path: "server", lazy: page(() => import("./console/ServerPage"), "ServerPage") },
      { path: "audit", lazy: page(() => import("./console/AuditPage"), "AuditPage") },
      { path: "*", Component: Lost },
    ],
  },
]);
