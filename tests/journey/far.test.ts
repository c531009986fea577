// Three metres away: what stands on the stage is at least 4 % of the screen's height tall, the score 12 %.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { cameraFile } from "../fixtures/dancer.ts";
import { atHome } from "./home.ts";
import { DESKTOP, newcomer, PHONE } from "./house.ts";

const home = atHome(() => cameraFile({ slug: "lantern-season", section: 1 }));

/** Notes the size of everything that is written on a canvas, in percent of the screen's height. */
const notePaint = (page: Page) =>
  page.addInitScript(() => {
    const painted: Record<string, number> = {};
    Object.assign(window, { painted });
    const write = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text: string, x: number, y: number) {
      const size = Number.parseFloat(this.font.replace(/^[^ ]+ /, "")) / Math.min(2, devicePixelRatio);
      painted[text] = (size / innerHeight) * 100;
      write.call(this, text, x, y);
    };
  });

/** What is written smaller than 4 % of the screen's height, on the page or on its canvases; the offer to clap is for the hand at the machine. */
const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const painted = (window as unknown as { painted: Record<string, number> }).painted;
    const texts = [...document.querySelectorAll<HTMLElement>(".stage *:not(.vh, .st-offer *)")].filter(
      (it) =>
        it.getClientRects().length > 0 && [...it.childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim()),
    );
    const sizes = texts.map((it) => [
      it.textContent,
      (Number.parseFloat(getComputedStyle(it).fontSize) / innerHeight) * 100,
    ]);
    return [...sizes, ...Object.entries(painted)].filter(([, size]) => Number(size) > 0 && Number(size) < 3.95);
  });

/** Until the canvases have been painted anew, as what stands there now. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(() => {
    const all = (window as unknown as { painted: Record<string, number> }).painted;
    for (const text of Object.keys(all)) delete all[text];
    dispatchEvent(new Event("resize"));
  });
  await page.waitForFunction(
    () => Object.keys((window as unknown as { painted: object }).painted).length > 0,
    undefined,
    { timeout: 30_000 },
  );
}

const scoreSize = (page: Page) =>
  page
    .locator(".st-score")
    .evaluate(
      (it) => (Number.parseFloat(getComputedStyle(it).fontSize) / innerHeight) * 100 + (it.textContent ? 0 : -99),
    );

test.each([
  ["a phone held upright", PHONE],
  ["a phone on its side", { ...PHONE, viewport: { width: 844, height: 390 } }],
  ["a laptop", DESKTOP],
])("on %s the stage is read from where one dances", async (_, options) => {
  const page = await newcomer(home.browser, home.url, options);
  await notePaint(page);
  await page.goto("/dance/lantern-season/all/stage");
  await page.locator(".st-ready .btn.go").waitFor({ timeout: 90_000 });
  await painted(page);
  expect(await tooSmall(page)).toEqual([]);
  await page.locator(".st-ready .btn.go").click();
  await expect.poll(() => page.locator(".st-score").textContent(), { timeout: 60_000 }).not.toBe("");
  await painted(page);
  expect(await tooSmall(page)).toEqual([]);
  expect(await scoreSize(page)).toBeGreaterThanOrEqual(12);
  await page.keyboard.press("Escape");
  await page.locator(".st-panel").waitFor();
  await painted(page);
  expect(await tooSmall(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
