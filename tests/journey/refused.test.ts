import { expect, test } from "vitest";
import { cameraFile } from "../fixtures/dancer.ts";
import { atHome } from "./home.ts";
import { IN_REAL_TIME, newcomer } from "./house.ts";

const START = ".st-ready .btn.go";

const home = atHome(() => cameraFile({ slug: "lantern-season", section: 0 }));

test("where the browser refuses storage it is said before the dance; the delay and the switches hold for the visit", async () => {
  const page = await newcomer(home.browser, home.url);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("private", "SecurityError");
    };
  });
  await page.goto("/dance/lantern-season/0/stage");
  await page.locator(START).waitFor({ timeout: 90_000 });
  expect(await page.locator(".st-visit").textContent()).toMatch(/keeps nothing on the device/);
  await page.keyboard.press("s");
  const delay = page.locator(".st-delay");
  await delay.getByRole("button", { name: /more/ }).click();
  await delay.getByRole("button", { name: /more/ }).click();
  await expect.poll(() => delay.locator("output").textContent()).toBe("20\u00a0ms");
  expect(await page.getByRole("dialog").textContent()).toMatch(/holds for this visit/);
  await page.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("s");
  expect(await delay.locator("output").textContent()).toBe("20\u00a0ms");
});

test("another speed in the count-in is said to wait; the take goes on at its own", IN_REAL_TIME, async () => {
  const page = await newcomer(home.browser, home.url);
  await page.goto("/dance/lantern-season/0/stage");
  await page.locator(START).click({ timeout: 90_000 });
  await page.locator(".st-corner[aria-label=Pause]").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.getByText("This take stays at 1.0×.").waitFor();
  await expect.poll(() => page.locator(".st-score").textContent()).not.toBe("");
  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").waitFor();
  expect(await page.locator(".st-chip", { hasText: "×" }).count()).toBe(0);
});

test("another speed in a loop's count-in holds from the next pass on, and says so", IN_REAL_TIME, async () => {
  const page = await newcomer(home.browser, home.url);
  await page.goto("/dance/lantern-season/0/stage?loop=1");
  await page.locator(START).click({ timeout: 90_000 });
  await page.locator(".st-corner[aria-label=Pause]").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.getByText("0.9× from the next pass on.").waitFor();
});
