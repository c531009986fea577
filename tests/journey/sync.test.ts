// Three takes of a crew on one song time, in a real browser: what parts them is told as it was danced.
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decodeChoreography } from "#dance/choreo/file.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import type { PoseFrame } from "#dance/pose/pose.ts";
import { encodeReplay } from "#dance/replay/codec.ts";
import { danceOf } from "../gallery/dances.ts";
import { Door, type Listed } from "../gallery/people.ts";
import { DESKTOP, type House, newcomer, openBrowser, openHouse, PHONE } from "./house.ts";

const SLUG = "lantern-season";
const CHORUS = 1;
/** Seconds by which each is late in the second half of the section, beside the first. */
const DANCERS = [
  ["Ara", 0],
  ["Bin", 0.12],
  ["Choi", -0.1],
] as const;

let house: House;
let browser: Browser;
beforeAll(async () => {
  house = await openHouse();
  browser = await openBrowser("/dev/null");
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

test("a crew sees how wide it lies apart, who is late and who is early, and the three in formation", async () => {
  const { choreographies } = (await (await fetch(`${house.url}/api/choreographies`)).json()) as {
    choreographies: Listed[];
  };
  const it = choreographies.find(({ slug }) => slug === SLUG) as Listed;
  const file = await (await fetch(`${house.url}/api/choreographies/${it.version}/file`)).arrayBuffer();
  const read = decodeChoreography(new Uint8Array(file));
  if (!read.ok) throw new Error(read.problem.message);
  const choreography = read.value;
  const span = choreography.sections[CHORUS] as { from: number; to: number };
  const half = timeOfCount(choreography.tempo, (span.from + span.to) / 2);

  const doors = DANCERS.map(() => new Door(house.url));
  const [lead] = doors as [Door, ...Door[]];
  for (const [i, door] of doors.entries()) await door.ask("/dancers", "POST", { name: DANCERS[i]?.[0] });
  const { id: crew } = await lead.ask<{ id: string }>("/crews", "POST", { name: "Kalgunmu" });
  const { token } = await lead.ask<{ token: string }>(`/crews/${crew}/invites`, "POST", { uses: 2, hours: 1 });
  for (const door of doors.slice(1)) await door.ask(`/invites/${token}`, "POST", {});

  const terms = { version: it.version, section: CHORUS, rate: 1, mirror: false };
  const opened: string[] = [];
  for (const door of doors) {
    const { id: session } = await door.ask<{ id: string }>("/sessions", "POST", {});
    opened.push((await door.ask<{ id: string }>("/takes", "POST", { session, ...terms })).id);
  }
  // No take may end before its song could have.
  await new Promise((r) => setTimeout(r, (((span.to - span.from) * 60) / it.bpm + 0.5) * 1000));
  for (const [i, door] of doors.entries()) {
    const danced = danceOf(choreography, CHORUS, {
      late: 0.02,
      wander: 0,
      lowArm: 0,
      from: 0,
      to: 0,
      shiver: 0.006,
      legless: 0,
      own: 60 + i,
    });
    const by = DANCERS[i]?.[1] ?? 0;
    const frames = danced.map(({ time, pose }): PoseFrame => {
      const share = Math.min(1, Math.max(0, (time - half) / 0.8));
      return { time: Math.round((time + by * share) * 1000) / 1000, pose };
    });
    const takeId = opened[i] as string;
    await door.ask(`/takes/${takeId}/replay`, "PUT", encodeReplay({ ...terms, seated: false, takeId, frames }));
  }

  for (const options of [DESKTOP, PHONE]) {
    const page = await newcomer(browser, house.url, options);
    const [name = "", value = ""] = lead.cookie.split("=");
    await page.context().addCookies([{ name, value, url: house.url }]);
    await page.goto(`/crews/${crew}`);
    await page.getByRole("link", { name: "In sync" }).click();
    await page.getByLabel("Routine").selectOption({ label: "Lantern Season" });
    await page.getByLabel("Section").selectOption({ label: "Chorus" });
    await page.getByRole("heading", { name: /^Formation/ }).waitFor();
    const spread = Number(await page.locator(".sync-number b").textContent());
    expect(spread).toBeGreaterThan(30);
    expect(spread).toBeLessThan(120);
    const row = (who: string) => page.getByRole("row", { name: new RegExp(`^${who}`) }).getByRole("button");
    expect(await row("Bin").last().getAttribute("aria-label")).toMatch(/ms late/);
    expect(await row("Choi").last().getAttribute("aria-label")).toMatch(/ms early/);
    await page
      .getByRole("button", { name: /ms apart$/ })
      .last()
      .click();
    await page
      .locator(".formation h2 .num")
      .getByText(/^[3-6]:/)
      .waitFor();
    await page.getByRole("button", { name: "Choi" }).first().click();
    await page.getByRole("row", { name: /^Choi/ }).waitFor({ state: "detached" });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  }
});
