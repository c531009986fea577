import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { cameraFile } from "../fixtures/dancer.ts";
import { danceOnce } from "./dance-once.ts";
import { atHome } from "./home.ts";
import { DESKTOP, newcomer, PHONE } from "./house.ts";
import { keychain, sync } from "./keychain.ts";

const SLUG = "lantern-season";
const CHORUS = 1;

const home = atHome(() => cameraFile({ slug: SLUG, section: CHORUS }));
let page: Page;
beforeEach(async () => {
  page = await newcomer(home.browser, home.url);
});

const takesSeen = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await (await fetch("/api/takes")).json()).takes.map(({ id }: { id: string }) => id));

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("an anonymous dancer adds a passkey, signs out, and finds the same takes with it in another browser", async () => {
  const take = await danceOnce(page, "Mina");
  const laptop = await keychain(page);
  await page.reload();
  await page.getByRole("link", { name: /You dance as Mina/ }).click();
  await page.getByText("Only this browser knows you").waitFor();
  await button(page, "Add a passkey").click();
  await page.getByText("You can always come back").waitFor();
  await button(page, "Rename Chrome, Linux").click();
  await page.getByLabel("Rename Chrome, Linux").fill("Laptop");
  await panel(page, "Passkeys").getByRole("button", { name: "Save name" }).click();
  await button(page, "Remove Laptop").waitFor();
  await button(page, "Add a passkey").click();
  await page.getByText("This passkey is already one of yours.").waitFor();

  const other = await newcomer(home.browser, home.url, PHONE);
  const phone = await keychain(other);
  await sync(laptop, phone);
  await other.goto("/");
  await other.getByRole("link", { name: "Sign in" }).click();
  await button(other, "Sign in with a passkey").click();
  await other.getByRole("heading", { name: "Mina", level: 1 }).waitFor();
  expect(await takesSeen(other)).toEqual([take]);
  await other.goto(`/takes/${take}`);
  await other.locator(".score.num").waitFor();

  await page.reload();
  await button(page, /Sign out of/).click();
  await expect.poll(() => panel(page, "Devices").getByRole("listitem").count()).toBe(1);
  await other.goto("/account");
  await button(other, "Sign in with a passkey").waitFor();
  await button(page, "Sign out here").click();
  await page.locator("dialog[open]").getByText("You come back by a passkey").waitFor();
  await page.locator("dialog[open]").getByRole("button", { name: "Sign out here" }).click();
  await button(page, "Sign in with a passkey").waitFor();
  await sync(phone, laptop);
  await button(page, "Sign in with a passkey").click();
  await page.getByRole("heading", { name: "Mina", level: 1 }).waitFor();
  expect(await takesSeen(page)).toEqual([take]);
});

test("a removed passkey signs nobody in, and whoever closes the window of the browser is told nothing bad", async () => {
  await danceOnce(page, "Jihyo");
  const { devtools, authenticatorId } = await keychain(page);
  await page.goto("/account");
  await button(page, "Add a passkey").click();
  await button(page, "Remove Chrome, Linux").click();
  await page.getByText("It is your last way back").waitFor();
  await page.locator("dialog[open]").getByRole("button", { name: "Remove" }).click();
  await page.getByText("No passkey yet.").waitFor();

  const other = await newcomer(home.browser, home.url);
  const phone = await keychain(other);
  await sync({ devtools, authenticatorId }, phone);
  await other.goto("/account");
  await button(other, "Sign in with a passkey").click();
  await other.getByText("Nobody here has this passkey any more.").waitFor();
  await phone.devtools.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: phone.authenticatorId });
  const cancelling = await keychain(other);
  await cancelling.devtools.send("WebAuthn.setUserVerified", { ...cancelling, isUserVerified: false });
  await button(other, "Sign in with a passkey").click();
  await other.getByText("No passkey was used, and nothing has changed.").waitFor();
});

test("a code from one device, and one from paper, sign another in; a wrong one is told kindly", async () => {
  const take = await danceOnce(page, "Sana");
  await page.goto("/account");
  await button(page, "Show a code").click();
  await page.getByRole("img", { name: /square/ }).waitFor();
  const code = (await page.locator(".acc-big code").textContent()) ?? "";
  await button(page, "Make recovery codes").click();
  const saving = page.waitForEvent("download");
  await button(page, "Save as a file").click();
  const paper = await readFile(await (await saving).path(), "utf8");
  const codes = paper.match(/^[A-Z2-9]{5}( [A-Z2-9]{5}){3}$/gm) ?? [];
  expect(codes.length).toBe(8);
  await button(page, "I have kept them").click();
  await page.getByText(/8.codes left/).waitFor();
  expect(await page.getByText(codes[0] as string).count()).toBe(0);

  const phone = await newcomer(home.browser, home.url, PHONE);
  await phone.goto(`/account#${code.replaceAll(" ", "")}`);
  await expect.poll(() => phone.getByRole("textbox", { name: "Code" }).inputValue()).toBe(code.replaceAll(" ", ""));
  await button(phone, /^Sign in$/).click();
  await phone.getByRole("heading", { name: "Sana", level: 1 }).waitFor();
  expect(await takesSeen(phone)).toEqual([take]);

  const found = await newcomer(home.browser, home.url);
  await found.goto("/account");
  for (const wrong of ["ABCDE", code]) {
    await found.getByRole("textbox", { name: "Code" }).fill(wrong);
    const refused = found.waitForResponse((it) => it.request().method() === "POST");
    await button(found, /^Sign in$/).click();
    await refused; // the words of the slip before are still there
    await found.getByText("This code was used, is too old, or has a slip in it.").waitFor();
  }
  await found.getByRole("textbox", { name: "Code" }).fill((codes[2] as string).toLowerCase());
  await expect.poll(() => button(found, /^Sign in$/).isEnabled()).toBe(true);
  await found.keyboard.press("Enter");
  await found.getByRole("heading", { name: "Sana", level: 1 }).waitFor();
});

test("whoever hides is on no public board; their file holds everything; deletion wants the name, gives a receipt and clears the device", async () => {
  const take = await danceOnce(page, "Momo");
  await page.goto("/studio/open");
  const made = { name: "moon.txt", mimeType: "text/plain", buffer: Buffer.from(BUILT_IN[0]?.notation ?? "") };
  await page.locator("input[type=file]").first().setInputFiles(made);
  await page.locator(".studio-desk").waitFor();
  await page.goto("/account");
  await page.getByText("Hidden", { exact: true }).click();
  await expect.poll(() => page.evaluate(async () => (await (await fetch("/api/me/account")).json()).hidden)).toBe(true);
  const saving = page.waitForEvent("download");
  await button(page, "Save my data").click();
  const file = JSON.parse(await readFile(await (await saving).path(), "utf8"));
  expect([file.dancer.name, file.dancer.hidden, file.takes[0].id]).toEqual(["Momo", true, take]);
  expect(file.takes[0].replay.length).toBeGreaterThan(1000);

  const gone = button(page, "Delete for good");
  await page.getByLabel(/Type “Momo”/).fill("momo");
  expect(await gone.isDisabled()).toBe(true);
  await page.getByLabel(/Type “Momo”/).fill("Momo");
  await page.getByText("go from this browser for good").waitFor();
  await gone.click();
  await page.getByRole("heading", { name: "All of it is deleted" }).waitFor();
  const receipt = page.getByRole("region", { name: "Receipt" });
  expect(await receipt.textContent()).toMatch(/Takes1/);
  expect(await page.evaluate(() => localStorage.getItem("eightcount.progress"))).toBe(null);
  await receipt.getByRole("link", { name: "To the routines" }).click();
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  expect((await page.request.get(`/api/takes/${take}`)).status()).toBe(404);
  await page.goto("/studio");
  await page.getByText("Nothing in the making").waitFor();
});

test("without network the account says so, and comes when it is back", async () => {
  await danceOnce(page, "Tess");
  const context: BrowserContext = page.context();
  await page.reload();
  await page.getByRole("link", { name: /You dance as Tess/ }).waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.getByRole("link", { name: /You dance as Tess/ }).click();
  await page.getByRole("heading", { name: "No network" }).waitFor();
  await context.setOffline(false);
  await button(page, "Try again").click();
  await page.getByRole("heading", { name: "Tess", level: 1 }).waitFor();
});

test.each([
  ["at a desk", DESKTOP],
  ["on a phone", PHONE],
])("every path of the page goes by the keyboard %s, and nothing is without a name", async (_, size) => {
  const { default: AxeBuilder } = await import("@axe-core/playwright");
  const here = await newcomer(home.browser, home.url, size);
  const faults = async () => {
    const { violations } = await new AxeBuilder({ page: here }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  };
  await here.goto("/account");
  await here.getByRole("textbox", { name: "Code" }).waitFor();
  expect(await faults()).toEqual([]);
  await danceOnce(here, "Dae");
  for (const language of ["en", "ko"])
    for (const theme of ["dark", "light"]) {
      await here.evaluate(
        ([language, theme]) => {
          localStorage.setItem("eightcount.language", language as string);
          localStorage.setItem("eightcount.theme", theme as string);
        },
        [language, theme],
      );
      await here.goto("/account");
      await here.locator(".acc-list").first().waitFor();
      expect([language, theme, ...(await faults())]).toEqual([language, theme]);
    }
  const reached = new Set<string>();
  for (let i = 0; i < 40; i++) {
    await here.keyboard.press("Tab");
    reached.add(await here.evaluate(() => document.activeElement?.textContent ?? ""));
  }
  const buttons = await here.locator("main button:enabled:visible").allTextContents();
  expect(buttons.length).toBeGreaterThan(4);
  expect(buttons.filter((text) => !reached.has(text))).toEqual([]);
});
