// The practice room as a dancer uses it: pick eight-counts, loop them, let the ladder move the speed.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type CameraKind, cameraFile } from "../fixtures/dancer.ts";
import { tapOnTheBeat } from "./beat.ts";
import { atHome } from "./home.ts";
import { IN_REAL_TIME, newcomer } from "./house.ts";

const DANCED: CameraKind = { slug: "lantern-season", section: 1 };
const START = ".st-ready .btn.go";

const home = atHome(() => cameraFile(DANCED));

const practised = (page: Page) =>
  page.evaluate(
    () => JSON.parse(localStorage.getItem("eightcount.practised") ?? "[]") as { rate: number; span: object }[],
  );

test(
  "eight-counts tapped on the routine's page are looped; a clean pass and a missed one move the ladder as it says",
  IN_REAL_TIME,
  async () => {
    const page = await newcomer(home.browser, home.url);
    const judged: number[] = [];
    page.on("response", (answer) => {
      if (answer.request().method() === "PUT" && answer.url().endsWith("/replay")) judged.push(answer.status());
    });
    await page.goto("/dance/lantern-season");
    const chorus = page.locator(".sec").nth(1).locator(".cell8");
    await chorus.first().click();
    await chorus.last().click();
    await expect.poll(() => page.locator(".cho-start .go").textContent()).toBe("Loop 3–4");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
    await page.locator(".cho-start .go").click();
    await page.waitForURL(/\/dance\/lantern-season\/1\/stage\?loop=3-4&ladder=1$/);
    await page.locator(START).waitFor({ timeout: 90_000 });
    await tapOnTheBeat(page, START, DANCED);
    const note = page.locator(".st-pass");
    await note.waitFor({ timeout: 60_000 });
    console.log(await note.textContent());
    expect(await note.textContent()).toMatch(/All of it is yours/);
    // The camera's clip begins anew and is off the beat from here on.
    await page.locator(".st-pass .say", { hasText: /Back to 0\.9×|Again at 1\.0×/ }).waitFor({ timeout: 60_000 });
    console.log(await note.textContent());
    expect(await practised(page)).toMatchObject([{ rate: 1 }, { rate: 1 }]);
    // A pass through the whole section at full speed is a take: sent, judged again, and found in progress.
    await expect.poll(() => judged).toEqual([200, 200]);
    const { takes } = await page.evaluate(async () => (await fetch("/api/progress/takes")).json());
    expect(takes).toMatchObject([
      { section: 1, rate: 1 },
      { section: 1, rate: 1 },
    ]);
  },
);

test(
  "clean at full speed, the loop grows by the next eight-count and is counted in and danced by itself",
  IN_REAL_TIME,
  async () => {
    const page = await newcomer(home.browser, home.url);
    await page.goto("/dance/lantern-season/1/stage?loop=3&ladder=1");
    await page.locator(START).waitFor({ timeout: 90_000 });
    await tapOnTheBeat(page, START, DANCED);
    await page.locator(".st-pass .say", { hasText: "Now eight-counts 3–4" }).waitFor({ timeout: 60_000 });
    expect(await page.locator(".st-chip.lit").textContent()).toBe("Loop 3–4");
    await expect
      .poll(async () => (await practised(page)).map(({ span }) => span), { timeout: 60_000 })
      .toEqual([
        { from: 16, to: 24 },
        { from: 16, to: 32 },
      ]);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("alertdialog").textContent()).toContain("danced again");
  },
);
