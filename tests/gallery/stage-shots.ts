import { start } from "./acts.ts";
import type { Shot, Shown } from "./shots.ts";
import { TROUBLES } from "./trouble.ts";

/** The stage before, in and after a dance, and in trouble. */
export function stages({ slug, takeId }: Pick<Shown, "slug" | "takeId">): Shot[] {
  const stage = `/dance/${slug}/0/stage`;
  return [
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
