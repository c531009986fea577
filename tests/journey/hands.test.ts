// Hands free: the drawn dancer stands before the camera and asks with her arms alone; nobody touches the machine.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Holding, handsFile } from "../fixtures/dancer-hands.ts";
import { atHome } from "./home.ts";
import { IN_REAL_TIME, newcomer } from "./house.ts";

/** The camera plays this over and over, so each thing asked for gets its turn whenever the page is ready for it. */
const ASKING: readonly (readonly [Holding, number])[] = [
  ["ease", 3],
  ["again", 3],
  ["ease", 6],
  ["crossed", 3],
  ["ease", 3],
  ["pause", 3],
];

const home = atHome(() => handsFile(ASKING));

/** What of the stage comes up, one after the other, noted by the page itself so that nothing is missed. */
const noteStates = (page: Page) =>
  page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const paused = document.querySelector(".st-panel[role=alertdialog]");
      const danced = document.querySelector(".st-corner:has(.lucide-pause)");
      const now = paused ? "paused" : danced ? "danced" : document.querySelector(".st-ready") ? "ready" : null;
      if (now && seen.at(-1) !== now) seen.push(now);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    look();
  });
const states = (page: Page) => page.evaluate(() => (window as unknown as { seen: string[] }).seen);

test(
  "a held hand starts the dance, arms crossed overhead pause it, and a held hand goes on",
  IN_REAL_TIME,
  async () => {
    const page = await newcomer(home.browser, home.url);
    await page.goto("/dance/glass-escalator/all/stage");
    await page.locator(".st-ready").waitFor({ timeout: 90_000 });
    await noteStates(page);
    expect(await page.locator(".st-foot .st-how").textContent()).toContain("Hold a hand in a ring");
    await expect.poll(async () => (await states(page)).length, { timeout: 150_000, interval: 500 }).toBeGreaterThan(3);
    expect((await states(page)).slice(0, 4)).toEqual(["ready", "danced", "paused", "danced"]);
  },
);
