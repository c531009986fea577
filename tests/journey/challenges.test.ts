import type { APIResponse, Page } from "playwright-core";
import { expect, test } from "vitest";
import { type CameraKind, cameraFile } from "../fixtures/dancer.ts";
import { tapOnTheBeat } from "./beat.ts";
import { atHome } from "./home.ts";
import { DESKTOP, newcomer, PHONE } from "./house.ts";
import { nothingWaits } from "./shelf.ts";

const SLUG = "lantern-season";
const CHORUS = 1;
const DANCED: CameraKind = { slug: SLUG, section: CHORUS };
const START = ".st-ready .btn.go";

const home = atHome(() => cameraFile(DANCED));

const json = async (answer: APIResponse) => {
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
};

/** Somebody with a name, in a browser of their own. */
async function named(name: string, options: Parameters<typeof newcomer>[2] = DESKTOP): Promise<Page> {
  const page = await newcomer(home.browser, home.url, options);
  await json(await page.request.post("/api/dancers", { data: { name } }));
  return page;
}

/** A crew of two. */
async function crewOfTwo() {
  const [lead, friend] = [await named("Sora"), await named("Jun", PHONE)];
  const crew = await json(await lead.request.post("/api/crews", { data: { name: "Stage door" } }));
  const invite = await json(await lead.request.post(`/api/crews/${crew.id}/invites`, { data: { uses: 1, hours: 1 } }));
  await json(await friend.request.post(`/api/invites/${invite.token}`, { data: {} }));
  return { lead, friend, crew: crew.id };
}

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

test("a crew is challenged, one dances, both see the board, and the other dances beside the ghost", {
  retry: 1,
}, async () => {
  const { lead, friend, crew } = await crewOfTwo();
  await lead.goto(`/crews/${crew}`);
  const id = await challengeTo(lead, "Arms up by Sunday");
  await friend.goto(`/challenges/${id}`);
  await friend.getByRole("heading", { name: "Arms up by Sunday" }).waitFor();
  expect(await friend.locator(".when .left").textContent()).toMatch(/^\d+ (days|hours) left$/);
  await friend.locator("a.go", { hasText: "Dance it" }).click();
  await friend.locator(START).waitFor({ timeout: 90_000 });
  await tapOnTheBeat(friend, START, DANCED);
  await friend.waitForURL(/\/takes\//, { timeout: 90_000 });
  await friend.locator(".score.num").waitFor();
  await nothingWaits(friend);
  for (const page of [friend, lead]) {
    await page.goto(`/challenges/${id}`);
    await page.locator(".lb li", { hasText: "Jun" }).waitFor();
    expect(await page.locator(".lb li").count()).toBe(1);
  }
  expect(await friend.locator(".stands").textContent()).toMatch(/^You lead with \d/);
  expect(await lead.locator(".stands").textContent()).toMatch(/^Jun leads with \d/);
  await lead.getByRole("link", { name: "Dance beside the take of Jun" }).click();
  await lead.locator(START).waitFor({ timeout: 90_000 });
  expect(await lead.locator(".st-ghost-note").textContent()).toContain("Jun dances beside you");
  await lead.locator(START).click();
  await lead.locator(".st-ghost", { hasText: /Jun\s+[1-9]\d*\.\d/ }).waitFor({ timeout: 60_000 });
  await lead.goto("/dance/lantern-season/1/stage?ghost=nobody");
  await lead.locator(START).waitFor({ timeout: 90_000 });
  await lead.locator(".st-ghost-note", { hasText: "You dance without it" }).waitFor();
});
