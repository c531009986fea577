// The stage by keyboard alone: no mouse, no finger, no hand in a ring.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { cameraFile } from "../fixtures/dancer.ts";
import { atHome } from "./home.ts";
import { newcomer } from "./house.ts";

const home = atHome(() => cameraFile({ slug: "lantern-season", section: 1 }));

const panel = (page: Page) => page.getByRole("alertdialog");
const danced = (page: Page) => page.getByRole("button", { name: "Pause" });
const press = (page: Page, key: string) => page.keyboard.press(key);

test("a take is started, held, gone back in, begun again and left by keys", async () => {
  const page = await newcomer(home.browser, home.url);
  await page.goto("/dance/glass-escalator/all/stage");
  await page.locator(".st-ready").waitFor({ timeout: 90_000 });
  await press(page, "ArrowDown");
  await expect.poll(() => page.locator(".st-chip").textContent()).toBe("0.9×");
  await press(page, "ArrowUp");
  await page.locator(".st-chip").waitFor({ state: "detached" });
  await press(page, "Space");
  await danced(page).waitFor();
  await press(page, "Space");
  await panel(page).waitFor();
  await expect.poll(() => onButton(page, "Go on")).toBe(true);
  await press(page, "Enter");
  await danced(page).waitFor();
  await press(page, "ArrowLeft");
  await panel(page).waitFor({ state: "detached" });
  await danced(page).waitFor();
  await press(page, "r");
  await danced(page).waitFor();
  await press(page, "Escape");
  await panel(page).waitFor();
  await press(page, "Escape");
  await page.waitForURL("**/dance/glass-escalator");
});

test("help and settings hold the dance while they are read, and going on is one key away", async () => {
  const page = await newcomer(home.browser, home.url);
  await page.goto("/dance/glass-escalator/all/stage");
  await page.locator(".st-ready").waitFor({ timeout: 90_000 });
  await press(page, "Space");
  await danced(page).waitFor();
  await press(page, "?");
  const help = page.getByRole("dialog", { name: "Keys" });
  await help.waitFor();
  expect(await help.textContent()).toContain("Arms crossed overhead");
  await press(page, "Escape");
  await help.waitFor({ state: "hidden" });
  await panel(page).waitFor();
  await press(page, "s");
  const settings = page.getByRole("dialog", { name: "Settings" });
  await settings.waitFor();
  await press(page, "Escape");
  await settings.waitFor({ state: "hidden" });
  await panel(page).waitFor();
  for (let i = 0; i < 8 && !(await onButton(page, "Give this take up")); i++) await press(page, "Tab");
  await press(page, "Enter");
  await page.waitForURL("**/dance/glass-escalator");
});

const onButton = (page: Page, words: string) =>
  page.evaluate((wanted) => document.activeElement?.textContent === wanted, words);
