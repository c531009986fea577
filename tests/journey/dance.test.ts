import type { Browser, Cookie, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CameraKind, cameraFile } from "../fixtures/dancer.ts";
import { tapOnTheBeat } from "./beat.ts";
import { type House, IN_REAL_TIME, newcomer, openBrowser, openHouse } from "./house.ts";
import { nothingWaits } from "./shelf.ts";

const SLUG = "lantern-season";
const CHORUS = 1;
const START = ".st-ready .btn.go";

const DANCED: CameraKind = { slug: SLUG, section: CHORUS };
const STILL: CameraKind = { ...DANCED, dances: "still" };
/** As long as the chorus of the other routine lasts, but not its moves. */
const OTHER: CameraKind = { slug: "glass-escalator", section: CHORUS };

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => house?.close());

/** Who has danced here: who dances the film of another is a copy of them, and whoever tries again is herself. */
let known: Cookie[] = [];

/** From the library to the result, with the taps of a newcomer; answers the score shown. */
async function danceTheChorus(page: Page, camera: CameraKind): Promise<number> {
  await page.context().addCookies(known);
  await page.goto("/");
  await page.locator(`a[href="/dance/${SLUG}"]`).first().click();
  await page.locator(".cho-start a").waitFor();
  await page.goto(`/dance/${SLUG}/${CHORUS}/stage`);
  await page.locator(START).waitFor({ timeout: 90_000 });
  await tapOnTheBeat(page, START, camera);
  await page.waitForURL(/\/takes\//, { timeout: 90_000 });
  const score = page.locator(".score.num");
  await score.waitFor();
  await page.locator("text=/Judged|judged/").first().waitFor();
  await nothingWaits(page);
  known = await page.context().cookies();
  return Number((await score.textContent())?.match(/\d+\.\d/)?.[0]);
}

async function withCamera<T>(camera: CameraKind, work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await openBrowser(await cameraFile(camera));
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

describe("an evening of practice", () => {
  test(
    "who dances the chorus sees a high score, stands on the board, and finds both again after a reload",
    IN_REAL_TIME,
    async () => {
      await withCamera(DANCED, async (browser) => {
        const page = await newcomer(browser, house.url);
        const honest = await danceTheChorus(page, DANCED);
        console.log(`danced: ${honest}`);
        expect(honest).toBeGreaterThan(80);
        await page.reload();
        await expect.poll(() => page.locator(".score.num").textContent()).toContain(honest.toFixed(1));
        await page.goto(`/boards/${SLUG}/${CHORUS}`);
        const mine = page.locator(".lb .mine");
        await expect.poll(() => mine.textContent()).toContain(honest.toFixed(1));
        await page.reload();
        await expect.poll(() => mine.textContent()).toContain(honest.toFixed(1));
      });
    },
  );

  test("who stands still earns next to nothing", async () => {
    await withCamera(STILL, async (browser) => {
      const score = await danceTheChorus(await newcomer(browser, house.url), STILL);
      console.log(`stood still: ${score}`);
      expect(score).toBeLessThan(10);
    });
  });

  test("who dances another routine earns little", async () => {
    await withCamera(OTHER, async (browser) => {
      const score = await danceTheChorus(await newcomer(browser, house.url), OTHER);
      console.log(`danced another: ${score}`);
      expect(score).toBeLessThan(25);
    });
  });
});
