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

/** The builder will stand at `/apps/:app/build/...`, beside the frame, not in it. */
export const router = createBrowserRouter([
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
          { path: "versions/compare", lazy: page(() => import("./versions/ComparePage"), "ComparePage") },
        ],
      },
      { path: "activity", lazy: page(activity, "ActivityPage") },
      { path: "activity/dead", lazy: page(() => import("./activity/DeadPage"), "DeadPage") },
      { path: "activity/:journey", lazy: page(() => import("./activity/JourneyPage"), "JourneyPage") },
      { path: "resources", lazy: page(() => import("./console/ResourcesPage"), "ResourcesPage") },
      { path: "accounts", lazy: page(() => import("./console/AccountsPage"), "AccountsPage") },
      { path: "notifiers", lazy: page(() => import("./console/NotifiersPage"), "NotifiersPage") },
      { path: "people", lazy: page(() => import("./console/PeoplePage"), "PeoplePage") },
      { path: "tokens", lazy: page(() => import("./console/TokensPage"), "TokensPage") },
      { path: "environments", lazy: page(() => import("./console/EnvironmentsPage"), "EnvironmentsPage") },
      { path: "audit", lazy: page(() => import("./console/AuditPage"), "AuditPage") },
      { path: "*", Component: Lost },
    ],
  },
]);
