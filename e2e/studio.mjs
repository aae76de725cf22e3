// The studio's screens, for the browser trips and for the pictures in docs/screens.
import { PHONE } from "./look.mjs";

export const STUDIO_WIDE = { width: 1440, height: 900 };
export { PHONE };

/// Signs in by the link, as a person does.
export async function signIn(page, demo) {
  await page.goto(demo.sign_in_url);
  await page.getByRole("button").first().click();
  await page.getByRole("heading", { name: "Apps", exact: true }).waitFor();
}

/// Every screen by its name, with what tells that it is there.
export const SCREENS = [
  { name: "apps", path: "/apps", sign: "Parcel desk" },
  { name: "app", path: "/apps/parcel-desk", sign: "Who is on what" },
  { name: "settings", path: "/apps/parcel-desk/settings/Production", sign: "support_phone" },
  { name: "versions", path: "/apps/parcel-desk/versions", sign: "Releases to" },
  { name: "compare", path: "/apps/parcel-desk/versions/compare", sign: "Compare" },
  { name: "activity", path: "/activity", sign: "newest first" },
  { name: "dead", path: "/activity/dead", sign: "Timers" },
  { name: "resources", path: "/resources", sign: "Phone number" },
  { name: "accounts", path: "/accounts", sign: "Carrier simulator" },
  { name: "notifiers", path: "/notifiers", sign: "Where alerts go" },
  { name: "people", path: "/people", sign: "you" },
  { name: "tokens", path: "/tokens", sign: "Scopes" },
  { name: "environments", path: "/environments", sign: "Staging" },
  { name: "audit", path: "/audit", sign: "release.live" },
];

/// Goes to a screen and waits until nothing on it is on its way any more.
export async function show(page, origin, { path, sign }) {
  await page.goto(origin + path);
  await page.locator("main").getByText(sign, { exact: false }).first().waitFor();
  await page.waitForLoadState("networkidle").catch(() => {});
}
