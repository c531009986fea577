// The delay of camera and sound: clapped with clicks in a real browser, remembered, set by hand, and offered after a take.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CLAP_FRAMES, claps } from "../fixtures/clapper.ts";
import { type CameraKind, cameraFile, filmOf } from "../fixtures/dancer.ts";
import { tapAtFrame, tapOnTheBeat } from "./beat.ts";
import { type House, IN_REAL_TIME, newcomer, openBrowser, openHouse } from "./house.ts";

const LATE: CameraKind = { slug: "glass-escalator", section: -1, delay: 0.2 };
const START = ".st-ready .btn.go";

let house: House;
const browsers: Browser[] = [];
beforeAll(async () => {
  house = await openHouse();
});
afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
});
afterAll(async () => house?.close());

async function before(camera: Promise<string>): Promise<Page> {
  const browser = await openBrowser(await camera);
  browsers.push(browser);
  return newcomer(browser, house.url);
}

/** The delays in ms that the device remembers. */
const remembered = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const { latencies } = JSON.parse(localStorage.getItem("eightcount.delays") ?? "{}") as { latencies?: object };
    return Object.values(latencies ?? {}).map((seconds: number) => Math.round(seconds * 1000));
  });

test(
  "who claps with the clicks is told the delay in words; it is remembered and can be set by hand",
  IN_REAL_TIME,
  async () => {
    const page = await before(filmOf("claps", claps(20)));
    await page.goto("/dance/lantern-season/0/stage");
    await page.locator(START).waitFor({ timeout: 90_000 });
    await page.locator(".st-offer").waitFor();
    await tapAtFrame(page, ".st-offer .btn", CLAP_FRAMES * 10 + 3);
    const sheet = page.locator(".st-ready.clap");
    await sheet
      .getByRole("heading", { name: /^Picture \d+\sms (after|before) the sound$/ })
      .waitFor({ timeout: 60_000 });
    const [ms] = await remembered(page);
    expect(await sheet.textContent()).toContain(`${Math.abs(ms as number)}\u00a0ms`);
    expect(ms).toBeGreaterThanOrEqual(-50);
    expect(ms).toBeLessThanOrEqual(400);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
    await sheet.getByRole("button", { name: "Done" }).click();
    await page.reload();
    await page.locator(START).waitFor({ timeout: 90_000 });
    expect(await page.locator(".st-offer").count()).toBe(0);
    await page.keyboard.press("s");
    const row = page.locator(".st-delay");
    const shown = async () =>
      Number((await row.locator("output").textContent())?.replace("−", "-").replace(/\D+$/, ""));
    await expect.poll(shown).toBe(ms);
    await row.getByRole("button", { name: "10\u00a0ms less" }).click();
    await expect.poll(shown).toBe(Math.max(-50, (ms as number) - 10));
    expect(await remembered(page)).toEqual([await shown()]);
  },
);

test(
  "who was evenly late is offered after the take to have it taken off, and is asked once",
  IN_REAL_TIME,
  async () => {
    const page = await before(cameraFile(LATE));
    await page.goto("/dance/glass-escalator/all/stage");
    await page.locator(START).waitFor({ timeout: 90_000 });
    await page.locator(".st-offer").getByRole("button", { name: "Skip" }).click();
    await tapOnTheBeat(page, START, LATE);
    await page.waitForURL("**/takes/**", { timeout: 90_000 });
    const asked = page.locator(".ask", { hasText: /You came \d+\sms late, evenly/ });
    await asked.waitFor();
    await asked.getByRole("button", { name: /^Take \d+\sms off from now on$/ }).click();
    await page.getByText(/From the next take on \d+\sms are taken off/).waitFor();
    const [ms] = await remembered(page);
    expect(ms).toBeGreaterThan(10);
    await page.reload();
    await page.locator(".score").waitFor();
    expect(await asked.count()).toBe(0);
  },
);
