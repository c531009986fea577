// Pictures of every page at both sizes in both languages, from the product as it is served, for people to look at.
// `npm run gallery`, or `npm run gallery -- result` for the pictures whose name holds a word (or matches a pattern).

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { cameraFile } from "../fixtures/dancer.ts";
import { DESKTOP, openBrowser, openHouse, PHONE } from "../journey/house.ts";
import { danceWeeks } from "./history.ts";
import { danceAll, type Listed } from "./people.ts";
import { pages, type Shot } from "./shots.ts";
import { stages } from "./stage-shots.ts";

const OUT = join(import.meta.dirname, "../../node_modules/.cache/gallery");
const SIZES = { 390: PHONE, 1440: DESKTOP } as const;
const LANGUAGES = ["en", "ko"] as const;
const wanted = new RegExp(process.argv[2] ?? "");

async function shoot(browser: Browser, url: string, cookie: string, all: readonly Shot[]): Promise<void> {
  for (const [size, options] of Object.entries(SIZES))
    for (const language of LANGUAGES) {
      const context = await browser.newContext({ ...options, baseURL: url, permissions: ["camera"], locale: language });
      const [name, value] = cookie.split("=") as [string, string];
      for (const shot of all.filter((s) => wanted.test(`${s.name}-${size}-${language}`))) {
        await context.clearCookies();
        if (!shot.fresh) await context.addCookies([{ name, value, url }]);
        const page = await context.newPage();
        page.on("pageerror", (error) => console.log(`${shot.name}: ${error.message}`));
        page.on("console", (line) => line.type() === "error" && console.log(`${shot.name}: ${line.text()}`));
        await page.addInitScript(
          ([lang, theme, fresh]) => {
            if (fresh) localStorage.clear();
            localStorage.setItem("eightcount.language", lang as string);
            localStorage.setItem("eightcount.theme", theme as string);
          },
          [language, shot.theme ?? "dark", shot.fresh ? "yes" : ""] as const,
        );
        if (!shot.fresh) await visitResult(page, all);
        await shot.before?.(page);
        await page.goto(shot.path);
        await page.waitForLoadState("networkidle").catch(() => console.log(`${shot.name}: still loading`));
        await shot.act?.(page).catch((error: unknown) => console.log(`${shot.name}: ${error}`));
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(300);
        const path = join(OUT, `${shot.name}-${size}-${language}.png`);
        if (shot.long) await stretch(page);
        await page.screenshot({ path });
        if (shot.long) await page.setViewportSize(options.viewport);
        await page.close();
      }
      await context.close();
    }
}

/** As tall as the page, so that what is fixed to the bottom stands at the bottom. */
async function stretch(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 390, height });
  await page.waitForTimeout(200);
}

/** The result page is what teaches the device what was danced. */
async function visitResult(page: Page, all: readonly Shot[]): Promise<void> {
  const result = all.find((s) => s.name === "result");
  if (!result) return;
  await page.goto(result.path);
  await page.locator(".score").waitFor();
}

mkdirSync(OUT, { recursive: true });
const house = await openHouse();
try {
  const { choreographies } = (await (await fetch(`${house.url}/api/choreographies`)).json()) as {
    choreographies: Listed[];
  };
  const first = choreographies[0];
  if (!first) throw new Error("the library is empty");
  const { door, ...ids } = await danceAll(house.url, first, -1);
  const shown = { slug: first.slug, ...ids };
  await danceWeeks(door, first);
  const browser = await openBrowser(await cameraFile({ slug: first.slug, section: 0 }));
  try {
    await shoot(browser, house.url, door.cookie, [...pages(shown), ...stages(shown)]);
  } finally {
    await browser.close();
  }
} finally {
  await house.close();
}
console.log(`Pictures in ${OUT}`);
