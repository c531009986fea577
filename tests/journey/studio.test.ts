// The studio in a real browser: a routine out of a file of poses, its counts said, a keyframe corrected, kept through it all.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { writeCsv } from "#dance/choreo/formats/csv.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import { builtIn, type CameraKind, cameraFile } from "../fixtures/dancer.ts";
import { tapOnTheBeat } from "./beat.ts";
import { atHome } from "./home.ts";
import { newcomer } from "./house.ts";

const DANCED: CameraKind = { slug: "lantern-season", section: 0 };
const home = atHome(() => cameraFile(DANCED));

/** Opens the routine's poses as a file in which the first count lies at `first` seconds, and nothing says so. */
async function openPoses(page: Page, first = 2): Promise<void> {
  const { track, tempo } = builtIn(DANCED.slug);
  const from = tempo.firstBeat - first;
  const poses = track.filter(({ time }) => time >= from && time < timeOfCount(tempo, 16));
  await page.goto("/studio/new");
  await page.getByRole("link", { name: /Open a file/ }).click();
  const file = { name: "moon.csv", mimeType: "text/csv", buffer: Buffer.from(writeCsv(poses)) };
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByRole("heading", { name: "Where do the counts lie?" }).waitFor();
}

const kept = (page: Page) => page.getByText("Saved here").waitFor();
const keyframes = (page: Page) => page.locator(".slot:not(.none)").count();
const joint = (page: Page) => page.getByRole("button", { name: "left wrist" });
const placeOf = (page: Page) => joint(page).getAttribute("transform");

test("poses get counts and keyframes; a joint is moved, undone and moved again by keys alone, and is there after a reload", async () => {
  const page = await newcomer(home.browser, home.url);
  await openPoses(page);
  await page.getByLabel("Beats a minute").fill("100");
  await page.getByLabel("Beats a minute").press("Enter");
  await page.locator(".studio-desk").waitFor();
  expect(await keyframes(page)).toBeGreaterThan(4);
  await page.locator(".slot:not(.none)").first().click();
  const before = await placeOf(page);
  await joint(page).focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press("Shift+ArrowUp");
  await expect.poll(() => placeOf(page)).not.toBe(before);
  await page.keyboard.press("Control+z");
  await expect.poll(() => placeOf(page)).toBe(before);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => placeOf(page)).not.toBe(before);
  const after = await placeOf(page);
  await page.getByLabel("Title").fill("Paper Moon");
  await kept(page);
  await page.reload();
  await page.locator(".studio-desk").waitFor();
  expect(await page.getByLabel("Title").inputValue()).toBe("Paper Moon");
  await page.locator(".slot:not(.none)").first().click();
  expect(await placeOf(page)).toBe(after);
});

test("of two tabs each goes on with what the other kept, and undo brings back what was there", async () => {
  const page = await newcomer(home.browser, home.url);
  await openPoses(page);
  await page.getByLabel("Beats a minute").fill("100");
  await page.getByLabel("Beats a minute").press("Enter");
  await page.locator(".studio-desk").waitFor();
  await kept(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel("Title").fill("From the other tab");
  await kept(other);
  await expect.poll(() => page.getByLabel("Title").inputValue()).toBe("From the other tab");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => page.getByLabel("Title").inputValue()).toBe("moon");
  await expect.poll(() => other.getByLabel("Title").inputValue()).toBe("moon");
});

// A busy machine plays the camera's file slower than the song; a dancer may try again.
test("a routine whose first count is put right is published, danced and stands on its board", {
  retry: 1,
}, async () => {
  const page = await newcomer(home.browser, home.url);
  await openPoses(page, 2.6);
  await page.getByLabel("Beats a minute").fill("100");
  await page.getByLabel("Beats a minute").press("Enter");
  await page.locator(".studio-desk").waitFor();
  await page.getByRole("button", { name: /^First 1/ }).click();
  await page.getByRole("button", { name: "1 count later" }).click();
  await page.getByRole("button", { name: /^First 1 at 0:03/ }).waitFor();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("Everyone", { exact: true }).click();
  await sheet.getByRole("button", { name: "Publish", exact: true }).click();
  const address = await sheet.getByRole("link", { name: "Dance it" }).getAttribute("href");
  await page.goto(`${address}/0/stage`);
  const start = ".st-ready .btn.go";
  await page.locator(start).waitFor({ timeout: 90_000 });
  await tapOnTheBeat(page, start, DANCED);
  await page.waitForURL(/\/takes\//, { timeout: 90_000 });
  await page.locator("text=/Judged|judged/").first().waitFor();
  const score = Number((await page.locator(".score.num").textContent())?.match(/\d+\.\d/)?.[0]);
  console.log(`danced: ${score}`);
  expect(score).toBeGreaterThan(50);
  await page.goto(`${String(address).replace("/dance/", "/boards/")}/0`);
  expect(await page.locator(".lb .mine").textContent()).toContain(score.toFixed(1));
});
