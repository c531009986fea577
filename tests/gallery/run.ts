// Pictures of every page at both sizes in both languages, from the product as it is served, for people to look at.
// `npm run gallery`, or `npm run gallery -- result` for the pictures whose name holds a word (or matches a pattern).

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { cameraFile } from "../fixtures/dancer.ts";
import { DESKTOP, openBrowser, openHouse, PHONE } from "../journey/house.ts";
import { danceWeeks } from "./history.ts";
import { danceAll, type Listed } from "./people.ts";
import { TROUBLES } from "./trouble.ts";

const OUT = join(import.meta.dirname, "../../node_modules/.cache/gallery");
const SIZES = { 390: PHONE, 1440: DESKTOP } as const;
const LANGUAGES = ["en", "ko"] as const;
const wanted = new RegExp(process.argv[2] ?? "");

interface Shot {
  readonly name: string;
  readonly path: string;
  /** Whole page, not just what fits. */
  readonly long?: boolean;
  /** As somebody who has never been here. */
  readonly fresh?: boolean;
  readonly theme?: "light";
  /** What to do before the page is opened, and before the picture. */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly act?: (page: Page) => Promise<void>;
}

const start = async (page: Page) => {
  await page.locator(".st-ready .btn.go").click({ timeout: 90_000 });
};

/** Beside the first take that is offered. */
const compare = async (page: Page) => {
  if (!(await page.locator(".compare select").isVisible())) await page.locator(".compare > summary").click();
  const other = page.locator(".compare optgroup option").first();
  await other.waitFor({ state: "attached" });
  await page.locator(".compare select").selectOption((await other.getAttribute("value")) as string);
  await page.locator(".told-difference .lead").waitFor();
};

const share = async (page: Page) => {
  await page.locator("button:has(.lucide-share-2)").click();
  await page.locator(".card-view img").waitFor();
};

const openShared = async (page: Page) => {
  await share(page);
  const link = page.locator(".share-page input[readonly]");
  if (!(await link.isVisible())) await page.locator(".share-page .btn").first().click();
  await page.goto(await link.inputValue());
  await page.locator(".replay canvas").waitFor();
};

/** Every picture of the gallery. */
function shots(slug: string, takeId: string, challengeId: string, crewId: string): Shot[] {
  const stage = `/dance/${slug}/0/stage`;
  return [
    { name: "library-new", path: "/", fresh: true, long: true },
    { name: "library", path: "/", long: true },
    { name: "routine", path: `/dance/${slug}`, long: true },
    { name: "routine-new", path: `/dance/${slug}`, fresh: true },
    { name: "result", path: `/takes/${takeId}`, long: true },
    { name: "result-top", path: `/takes/${takeId}` },
    { name: "result-light", path: `/takes/${takeId}`, theme: "light", long: true },
    {
      name: "result-overlay",
      path: `/takes/${takeId}`,
      act: async (page) => {
        await page.locator(".replay [role=radiogroup] label").nth(1).click();
        await page.locator(".fix .btn").first().click();
        await page.waitForTimeout(2500);
      },
    },
    { name: "result-compared", path: `/takes/${takeId}`, long: true, act: compare },
    { name: "share", path: `/takes/${takeId}`, act: share },
    { name: "shared", path: `/takes/${takeId}`, long: true, act: openShared },
    { name: "progress", path: "/progress", long: true },
    { name: "progress-light", path: "/progress", theme: "light", long: true },
    { name: "progress-new", path: "/progress", fresh: true },
    { name: "studio", path: "/studio" },
    { name: "studio-new", path: "/studio/new" },
    {
      name: "studio-open",
      path: "/studio/open",
      long: true,
      act: async (page) => {
        await page.locator("details.fold > summary").click();
        await page.locator("details.fold .btn:enabled").waitFor();
      },
    },
    {
      name: "studio-editor",
      path: "/studio/open",
      long: true,
      act: async (page) => {
        const file = { name: "moon.txt", mimeType: "text/plain", buffer: Buffer.from(BUILT_IN[0]?.notation ?? "") };
        await page.locator("input[type=file]").first().setInputFiles(file);
        await page.locator(".studio-desk .advice p").first().waitFor();
      },
    },
    {
      name: "studio-dance",
      path: "/studio/open",
      long: true,
      act: async (page) => {
        const file = { name: "moon.txt", mimeType: "text/plain", buffer: Buffer.from(BUILT_IN[0]?.notation ?? "") };
        await page.locator("input[type=file]").first().setInputFiles(file);
        await page.locator(".dance-draft").click();
        await page.locator(".only-here").waitFor();
      },
    },
    {
      name: "draft-dance",
      path: "/studio/open",
      long: true,
      act: async (page) => {
        const file = { name: "moon.txt", mimeType: "text/plain", buffer: Buffer.from(BUILT_IN[0]?.notation ?? "") };
        await page.locator("input[type=file]").first().setInputFiles(file);
        await page.locator(".editor-head .btn:has(.lucide-play)").first().click();
        await page.waitForURL("**/dance");
      },
    },
    { name: "dance-in", path: "/studio/dance-in" },
    { name: "boards", path: "/boards", long: true },
    { name: "board", path: `/boards/${slug}/all` },
    { name: "board-light", path: `/boards/${slug}/all`, theme: "light" },
    { name: "board-week", path: `/boards/${slug}/all?window=week&scope=picks` },
    { name: "crews-new", path: "/crews", fresh: true },
    { name: "join-nothing", path: `/join/${"0".repeat(64)}`, fresh: true },
    { name: "board-empty", path: `/boards/${slug}/1`, fresh: true },
    { name: "account", path: "/account", long: true },
    { name: "account-light", path: "/account", theme: "light", long: true },
    { name: "sign-in", path: "/account", fresh: true },
    {
      name: "account-codes",
      path: "/account",
      long: true,
      act: async (page) => {
        await page.locator(".acc-list").waitFor();
        for (const at of [1, 2]) {
          await page.locator(".acc-grid .panel").nth(at).locator(".btn").first().click();
          const sure = page.locator("dialog[open] .btn").first();
          if (await sure.isVisible()) await sure.click();
        }
        await page.locator(".acc-codes").waitFor();
        await page.locator(".qr").waitFor();
      },
    },
    { name: "challenge", path: `/challenges/${challengeId}` },
    { name: "challenge-light", path: `/challenges/${challengeId}`, theme: "light" },
    { name: "review", path: `/review/${takeId}?at=11`, long: true },
    { name: "review-onion", path: `/review/${takeId}?at=11&view=onion`, long: true },
    { name: "class", path: `/crews/${crewId}/class`, long: true },
    { name: "sync", path: `/crews/${crewId}/sync`, long: true },
    { name: "live", path: `/crews/${crewId}/sync/live` },
    {
      name: "live-floor",
      path: `/crews/${crewId}/sync/live`,
      act: async (page) => {
        await page.locator(".live-choose a.go").click();
        await page.locator(".live-names label").waitFor({ timeout: 90_000 });
      },
    },
    { name: "assignments", path: `/crews/${crewId}/assignments`, long: true },
    { name: "import", path: "/studio/import/new", fresh: true },
    { name: "challenge-none", path: "/challenges/none" },
    { name: "not-found", path: "/nowhere" },
    { name: "no-such-take", path: "/takes/none" },
    { name: "stage-ready", path: stage, act: (page) => page.locator(".st-ready").waitFor({ timeout: 90_000 }) },
    {
      name: "stage-dancing",
      path: stage,
      act: async (page) => {
        await start(page);
        await page.waitForTimeout(9000);
      },
    },
    {
      name: "stage-result",
      path: stage,
      act: async (page) => {
        await start(page);
        await page.waitForURL("**/takes/**", { timeout: 90_000 });
        await page.locator(".score").waitFor();
        await page.waitForTimeout(1500);
      },
    },
    {
      name: "stage-ghost",
      path: `/dance/${slug}/all/stage?ghost=${takeId}`,
      act: async (page) => {
        await start(page);
        await page.waitForTimeout(9000);
      },
    },
    {
      name: "stage-paused",
      path: stage,
      act: async (page) => {
        await start(page);
        await page.waitForTimeout(4500);
        await page.keyboard.press("Escape");
        await page.locator(".st-panel").waitFor();
      },
    },
    {
      name: "stage-loop",
      path: `${stage}?loop=1-2&ladder=1`,
      act: async (page) => {
        await start(page);
        await page.locator(".st-pass").waitFor({ timeout: 90_000 });
      },
    },
    {
      name: "stage-settings",
      path: stage,
      act: async (page) => {
        await page.locator(".st-ready").waitFor({ timeout: 90_000 });
        await page.keyboard.press("s");
        await page.locator(".st-modal").waitFor();
      },
    },
    {
      name: "stage-clap",
      path: stage,
      act: async (page) => {
        await page.locator(".st-offer .btn").first().click({ timeout: 90_000 });
        await page.locator(".st-ready.clap").waitFor();
      },
    },
    ...TROUBLES.map((trouble) => ({ ...trouble, name: `trouble-${trouble.name}`, path: stage })),
    {
      name: "stage-keys",
      path: stage,
      act: async (page) => {
        await page.locator(".st-ready").waitFor({ timeout: 90_000 });
        await page.keyboard.press("?");
        await page.locator(".st-modal").waitFor();
      },
    },
  ];
}

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
  const { takeId, challengeId, crewId, door } = await danceAll(house.url, first, -1);
  await danceWeeks(door, first);
  const browser = await openBrowser(await cameraFile({ slug: first.slug, section: 0 }));
  try {
    await shoot(browser, house.url, door.cookie, shots(first.slug, takeId, challengeId, crewId));
  } finally {
    await browser.close();
  }
} finally {
  await house.close();
}
console.log(`Pictures in ${OUT}`);
