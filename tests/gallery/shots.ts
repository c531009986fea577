import type { Page } from "playwright-core";
import { compare, openNotation, openShared, share } from "./acts.ts";

export interface Shot {
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

/** What the addresses below name. */
export interface Shown {
  readonly slug: string;
  readonly takeId: string;
  readonly challengeId: string;
  readonly crewId: string;
}

/** Every page but the stage; a new page is a line here. */
export function pages({ slug, takeId, challengeId, crewId }: Shown): Shot[] {
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
        await openNotation(page);
        await page.locator(".studio-desk .advice p").first().waitFor();
      },
    },
    {
      name: "studio-dance",
      path: "/studio/open",
      long: true,
      act: async (page) => {
        await openNotation(page);
        await page.locator(".dance-draft").click();
        await page.locator(".only-here").waitFor();
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
  ];
}
