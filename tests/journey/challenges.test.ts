import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { type CameraKind, cameraFile } from "../fixtures/dancer.ts";
import type { Door } from "../gallery/people.ts";
import { tapOnTheBeat } from "./beat.ts";
import { named, pageOf } from "./danced.ts";
import { atHome } from "./home.ts";
import { DESKTOP, IN_REAL_TIME, PHONE } from "./house.ts";
import { nothingWaits } from "./shelf.ts";

const SLUG = "lantern-season";
const CHORUS = 1;
const DANCED: CameraKind = { slug: SLUG, section: CHORUS };
const START = ".st-ready .btn.go";

const home = atHome(() => cameraFile(DANCED));

/** A crew of two: the same whenever the test tries again, for whoever dances the film of another is a copy of them. */
let lead: Door;
let friend: Door;
let crew: string;
let tries = 0;
beforeAll(async () => {
  [lead, friend] = [await named(home.url, "Sora"), await named(home.url, "Jun")];
  ({ id: crew } = await lead.ask<{ id: string }>("/crews", "POST", { name: "Stage door" }));
  const { token } = await lead.ask<{ token: string }>(`/crews/${crew}/invites`, "POST", { uses: 1, hours: 1 });
  await friend.ask(`/invites/${token}`, "POST", {});
});

/** Challenges the crew to the chorus by the form on its page; gives the id of the new one. */
async function challengeTo(page: Page, title: string): Promise<string> {
  await page.getByRole("button", { name: "Challenge the crew" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Routine").selectOption({ label: "Lantern Season" });
  await form.getByLabel("Section").selectOption({ label: "Chorus" });
  expect(await form.getByLabel("Title").inputValue()).toMatch(/^Chorus by /);
  await form.getByLabel("Title").fill(" ");
  await form.getByRole("button", { name: "Start it" }).click();
  await form.getByRole("alert").waitFor();
  expect(await form.getByRole("alert").textContent()).toBe("Give the challenge a title.");
  await form.getByLabel("Title").fill(title);
  await form.getByRole("button", { name: "Start it" }).click();
  const made = page.getByRole("link", { name: title });
  await made.waitFor();
  return (await made.getAttribute("href"))?.split("/").at(-1) ?? "";
}

test(
  "a crew is challenged, one dances, both see the board, and the other dances beside the ghost",
  IN_REAL_TIME,
  async () => {
    const sora = await pageOf(home.browser, lead, DESKTOP);
    const jun = await pageOf(home.browser, friend, PHONE);
    await sora.goto(`/crews/${crew}`);
    const title = `Arms up by Sunday, ${++tries}`;
    const id = await challengeTo(sora, title);
    await jun.goto(`/challenges/${id}`);
    await jun.getByRole("heading", { name: title }).waitFor();
    expect(await jun.locator(".when .left").textContent()).toMatch(/^\d+ (days|hours) left$/);
    await jun.locator("a.go", { hasText: "Dance it" }).click();
    await jun.locator(START).waitFor({ timeout: 90_000 });
    await tapOnTheBeat(jun, START, DANCED);
    await jun.waitForURL(/\/takes\//, { timeout: 90_000 });
    await jun.locator(".score.num").waitFor();
    await nothingWaits(jun);
    for (const page of [jun, sora]) {
      await page.goto(`/challenges/${id}`);
      await page.locator(".lb li", { hasText: "Jun" }).waitFor();
      expect(await page.locator(".lb li").count()).toBe(1);
    }
    expect(await jun.locator(".stands").textContent()).toMatch(/^You lead with \d/);
    expect(await sora.locator(".stands").textContent()).toMatch(/^Jun leads with \d/);
    await sora.getByRole("link", { name: "Dance beside the take of Jun" }).click();
    await sora.locator(START).waitFor({ timeout: 90_000 });
    expect(await sora.locator(".st-ghost-note").textContent()).toContain("Jun dances beside you");
    await sora.locator(START).click();
    await sora.locator(".st-ghost", { hasText: /Jun\s+[1-9]\d*\.\d/ }).waitFor({ timeout: 60_000 });
    await sora.goto("/dance/lantern-season/1/stage?ghost=nobody");
    await sora.locator(START).waitFor({ timeout: 90_000 });
    await sora.locator(".st-ghost-note", { hasText: "You dance without it" }).waitFor();
  },
);
