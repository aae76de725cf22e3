// Publishing and rolling back as a person does it in the studio, and what a phone of the simulator then hears.
import { tabTo } from "./builder.mjs";

const dialogOf = page => page.getByRole("dialog");
const live = (page, version, profile) => dialogOf(page).getByText(`v${version} is live in ${profile}`).waitFor({ timeout: 30_000 });
export const close = page => dialogOf(page).getByRole("button", { name: "Close" }).last().click();

/// Opens the dialog by the button that every place of an app has.
export const begin = page => page.getByRole("button", { name: "Publish", exact: true }).click();

/// In the dialog: presses the button that names the version, and waits until it is live.
export async function publish(page, version, profile) {
  await dialogOf(page).getByRole("button", { name: new RegExp(`^Publish v${version} to ${profile}$`) }).click();
  await live(page, version, profile);
}

async function pick(page, slot, option) {
  await dialogOf(page).getByRole("button", { name: `Change ${slot}` }).click();
  await dialogOf(page).getByRole("combobox", { name: new RegExp("^" + slot) }).click();
  await option.click();
}

/// In the dialog: gives the slot a number that is made on the spot.
export async function makeNumber(page, slot) {
  await pick(page, slot, page.getByRole("option", { name: "Make a new one …" }));
  await dialogOf(page).last().getByRole("button", { name: "Add the number" }).click();
  await bound(page, slot);
}

/// In the dialog: gives the slot the number that there is.
export async function takeNumber(page, slot) {
  await pick(page, slot, page.getByRole("option", { name: /^\+/ }).first());
  await bound(page, slot);
}

const bound = (page, slot) => dialogOf(page).locator(".chip").filter({ hasText: slot }).getByText("Bound", { exact: true }).waitFor();

/// The whole of a first publish by keyboard alone: a number is made for texts and taken for calls too.
export async function publishByKeyboard(page, version, profile) {
  const choose = async (slot, words) => {
    await tabTo(page, `^Change ${slot}$`);
    await page.keyboard.press("Enter");
    await tabTo(page, `^${slot}`);
    await page.keyboard.type(words);
    await page.locator("[role=option]:visible").first().waitFor();
    await page.keyboard.press("Enter");
  };
  await tabTo(page, "^Publish$", { back: true });
  await page.keyboard.press("Enter");
  await dialogOf(page).getByRole("button", { name: "Change text" }).waitFor();
  await choose("text", "Make");
  await dialogOf(page).last().getByRole("button", { name: "Add the number" }).waitFor();
  await tabTo(page, "^Add the number$");
  await page.keyboard.press("Enter");
  await bound(page, "text");
  const [number] = /\+\d+/.exec(await dialogOf(page).locator(".chip").filter({ hasText: "text" }).first().textContent());
  await choose("voice", number);
  await bound(page, "voice");
  await dialogOf(page).getByRole("button", { name: `Publish v${version} to ${profile}`, exact: true, disabled: false }).waitFor();
  await tabTo(page, `^Publish v${version} to ${profile}$`);
  await page.keyboard.press("Enter");
  await live(page, version, profile);
}

export async function rollBack(page, profile, version) {
  await page.getByRole("link", { name: "Versions", exact: true }).click();
  await page.getByRole("button", { name: new RegExp(`What can be done with v${version}`) }).click();
  await page.getByRole("menuitem", { name: `Roll back to v${version} …` }).click();
  await dialogOf(page).getByRole("button", { name: `Roll ${profile} back to v${version}` }).click();
  await live(page, version, profile);
}

/// From the dialog that says what is live, to the phones of the simulator.
export async function toSimulator(page) {
  const opened = page.context().waitForEvent("page");
  await dialogOf(page).getByRole("link", { name: /^Text it on the simulator/ }).click();
  return opened;
}
