// The studio in a real browser: a routine out of files of poses, its counts said, a keyframe corrected, kept through it all.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { writeCsv } from "#dance/choreo/formats/csv.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import { builtIn, type CameraKind, cameraFile } from "../fixtures/dancer.ts";
import { tapOnTheBeat } from "./beat.ts";
import { dropOnto } from "./drop.ts";
import { atHome } from "./home.ts";
import { IN_REAL_TIME, newcomer } from "./house.ts";

const SLUG = "lantern-season";
const DANCED: CameraKind = { slug: SLUG, section: 0 };
/** Our points in the order of OpenPose's 25; null where we have none. */
const OPENPOSE = [0, null, 6, 8, 10, 5, 7, 9, null, 12, 14, 16, 11, 13, 15, 2, 1, 4, 3, ...Array(6).fill(null)];
const home = atHome(() => cameraFile(DANCED));
const FILES = mkdtempSync(join(tmpdir(), "eightcount-studio-"));
afterAll(() => rmSync(FILES, { recursive: true, force: true }));

/** Opens the routine's poses as a file in which the first count lies at `first` seconds, and nothing says so. */
async function openPoses(page: Page, first = 2): Promise<void> {
  const { track, tempo } = builtIn(SLUG);
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
  await expect.poll(() => keyframes(page)).toBeGreaterThan(4);
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
  await expect.poll(() => page.getByLabel("Title").inputValue()).toBe("Paper Moon");
  await page.locator(".slot:not(.none)").first().click();
  await expect.poll(() => placeOf(page)).toBe(after);
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

/** A folder as OpenPose writes it: a file for each frame of the verse, in pixels, with eight points that we do not know. */
function openPoseFolder(): string {
  const { track, tempo } = builtIn(SLUG);
  const folder = join(FILES, "paper-moon");
  mkdirSync(folder);
  const verse = track.filter(({ time }) => time < timeOfCount(tempo, 16));
  for (const [i, { pose }] of verse.entries()) {
    const points = OPENPOSE.flatMap((k) => (k === null ? [0, 0, 0] : [...pose.slice(k * 3, k * 3 + 3)]));
    const people = [{ pose_keypoints_2d: points.map((value, at) => (at % 3 === 2 ? value : value * 480)) }];
    writeFileSync(join(folder, `moon_${String(i).padStart(12, "0")}_keypoints.json`), JSON.stringify({ people }));
  }
  return folder;
}

test("a text in a zip's name is told to be none; OpenPose's folder is dropped, sections come from WebVTT, and another file is taken in", async () => {
  const page = await newcomer(home.browser, home.url);
  await page.goto("/studio/open");
  const place = page.locator(".studio-open .drop");
  await place.waitFor();
  const [zip, chapters] = [join(FILES, "poses.zip"), join(FILES, "moon.vtt")];
  writeFileSync(zip, "no zip at all");
  writeFileSync(
    chapters,
    "WEBVTT\n\n00:02.400 --> 00:07.200\nChorus\n\n00:07.200 --> 00:12.000\nchorus: The lantern\n",
  );
  await dropOnto(place, [zip]);
  await page.getByText("The zip cannot be opened").waitFor();
  await dropOnto(place, [openPoseFolder()]);
  await page.getByText("8 points that we do not know were left out.").waitFor();
  await page.getByRole("button", { name: "On to the editor" }).click();
  await page.getByLabel("Beats a minute").fill("100");
  await page.getByLabel("Beats a minute").press("Enter");
  await page.locator(".studio-desk").waitFor();
  expect(await page.getByLabel("Title").inputValue()).toBe("paper-moon");
  await page.getByText("From a file", { exact: true }).click();
  const taken = page.locator(".take-in input[type=file]");
  await taken.setInputFiles({ name: "other.vtt", mimeType: "text/vtt", buffer: Buffer.from("no chapters") });
  await page.getByText("This is no WebVTT file.").waitFor();
  await taken.setInputFiles(chapters);
  await page.getByText("The lantern").first().waitFor();
  await taken.setInputFiles(zip);
  await page.getByText("The zip cannot be opened").waitFor();
  const other = { name: "other.txt", mimeType: "text/plain", buffer: Buffer.from(BUILT_IN[1]?.notation ?? "") };
  await taken.setInputFiles(other);
  await page.getByText(/its counts are laid on yours at 100/).waitFor();
  await page.getByRole("button", { name: "As a new position" }).click();
  await page.getByRole("button", { name: "Glass Escalator", pressed: true }).waitFor();
  await taken.setInputFiles(other);
  await page.getByRole("button", { name: "In place of this one" }).click();
  await expect.poll(() => page.getByLabel("Title").inputValue()).toBe("Glass Escalator");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => page.getByLabel("Title").inputValue()).toBe("paper-moon");
});

test(
  "a draft is danced by its author without network: judged and kept here, nothing sent, and told once it is edited",
  IN_REAL_TIME,
  async () => {
    const page = await newcomer(home.browser, home.url);
    const sent: string[] = [];
    page.on("request", (request) => request.method() !== "GET" && sent.push(new URL(request.url()).pathname));
    await openPoses(page, 2.4);
    await page.getByLabel("Beats a minute").fill("100");
    await page.getByLabel("Beats a minute").press("Enter");
    await page.locator(".studio-desk").waitFor();
    const editor = page.url();
    await page.getByRole("button", { name: "Dance it" }).click();
    await page.getByText("only on this device").waitFor();
    await page.locator(".cho-start .btn").click();
    const start = ".st-ready .btn.go";
    await page.locator(start).waitFor({ timeout: 90_000 });
    await page.context().setOffline(true);
    await tapOnTheBeat(page, start, DANCED);
    await page.waitForURL(/\/takes\//, { timeout: 90_000 });
    await page.getByText("Nothing of it was sent").waitFor();
    const score = Number((await page.locator(".score.num").textContent())?.match(/\d+\.\d/)?.[0]);
    console.log(`danced: ${score}`);
    expect(score).toBeGreaterThan(10); // how well is asked where nothing else runs (import.test.ts)
    expect(sent).toEqual([]);
    await page.context().setOffline(false);
    const result = page.url();
    await page.goto(editor);
    await page.getByLabel("Title").fill("Paper Moon");
    await kept(page);
    await page.goto(result);
    await page.getByText("The draft has changed since this take").waitFor();
  },
);
