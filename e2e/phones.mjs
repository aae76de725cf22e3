// A phone of the simulator, as a person holds it: it texts and calls what is live.
import assert from "node:assert/strict";

/// `page` is the simulator, `number` the phone's own.
export function phoneOf(page, number) {
  const set = page.locator(`.handset[data-number="${number}"]`);
  const call = set.locator(".call");
  const texts = set.locator(".log");
  const press = name => call.getByRole("button", { name, exact: true }).click();

  const showCall = async () => { if (await call.isHidden()) await set.locator(".ring").click(); };
  const showTexts = async () => { if (await call.isVisible()) await set.locator(".call-texts").click(); };
  const withPeer = async other => {
    await showTexts();
    await set.locator(".peers").selectOption({ value: other });
  };

  return {
    set,
    call,
    press,
    showCall,
    /// Dials what is called so on the quick list.
    async dials(name) {
      await showCall();
      await call.locator(".quick").getByRole("button", { name, exact: true }).click();
      await press("Call");
    },
    /// Waits until this is said on the call.
    hears: words => call.locator(".call-log").getByText(words).last().waitFor({ timeout: 20_000 }),
    /// Waits until the call is at this: "On hold", "Listening", "Call ended".
    is: word => call.locator(".call-word").getByText(word, { exact: true }).waitFor({ timeout: 20_000 }),
    /// Ends a call that goes on, and shows the texts again.
    async hangsUp() {
      if (await set.locator(".ring.live").count()) {
        await showCall();
        await press("Hang up");
        await call.locator(".call-word").getByText("Call ended").waitFor();
      }
      await showTexts();
    },
    async keys(digits) {
      const pad = call.getByRole("button", { name: "Keypad", exact: true });
      if ((await pad.getAttribute("aria-pressed")) !== "true") await pad.click();
      for (const digit of digits) await call.locator(`.keys button[data-key="${digit}"]`).click();
    },
    async says(words) {
      await call.locator(".speak input").fill(words);
      await press("Say");
    },
    /// Waits until this was answered so often: one answer that came before would not show that this one came.
    async texts(other, body, expected, times = 1) {
      await withPeer(other);
      await set.locator("textarea").fill(body);
      await set.getByRole("button", { name: "Send" }).click();
      await texts.getByText(expected).nth(times - 1).waitFor({ timeout: 20_000 })
        .catch(async () => assert.fail(`${expected} did not come (${times}) from ${other}; the phone shows ${JSON.stringify(await set.innerText())}`));
    },
    async reads(other, words) {
      await withPeer(other);
      await texts.getByText(words).last().waitFor({ timeout: 20_000 });
    },
    /// The link in the newest text that says this.
    async link(other, words) {
      await withPeer(other);
      const text = texts.locator(".text").filter({ hasText: words }).last();
      await text.waitFor({ timeout: 20_000 });
      return text.locator("a").getAttribute("href");
    },
  };
}
