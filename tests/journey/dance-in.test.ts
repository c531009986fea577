// A routine danced in before the camera: to the metronome, and to a song of one's own. A closed tab loses nothing.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { encodeWav } from "../../web/song/wav.ts";
import { cameraFile } from "../fixtures/dancer.ts";
import { drumLoop, LOOP_RATE } from "../fixtures/drum-loops.ts";
import { atHome } from "./home.ts";
import { IN_REAL_TIME, newcomer } from "./house.ts";
import { recordings } from "./recordings.ts";

const home = atHome(() => cameraFile({ slug: "lantern-season", section: 1 }));

/** Onto the floor, and dances until the first eight-count is over. */
async function danceAnEight(page: Page): Promise<void> {
  await page.getByRole("button", { name: "To the camera" }).click();
  await page.getByRole("button", { name: "Start recording" }).click({ timeout: 90_000 });
  await page.getByText(/^Recording, ([2-9]|\d\d):/).waitFor();
}

/** Keeps what stays under a name; the draft's id. */
async function keepAs(page: Page, name: string): Promise<string> {
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.waitForURL(/\/studio\/[0-9a-f-]{36}$/);
  return page.url().split("/").at(-1) ?? "";
}

test(
  "what was danced to the metronome outlives the tab, is trimmed to an eight-count and becomes a draft",
  IN_REAL_TIME,
  async () => {
    const page = await newcomer(home.browser, home.url);
    await page.goto("/studio/dance-in");
    await page.getByLabel("Beats a minute").fill("160");
    await danceAnEight(page);
    // A busy page may leave a count out.
    await page.getByText(/^Recording, (2:[678]|[3-9]:|\d\d:)/).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Look at it" }).click();
    const earlier = page.getByRole("button", { name: "End one eight-count earlier" });
    await earlier.click();
    while (await earlier.isEnabled()) await earlier.click();
    await page.getByText("1 eight-count stays").waitFor();
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("button", { name: "Stop" }).waitFor();
    await keepAs(page, "Eight of mine");
    await page.goto("/studio");
    await page.getByText("Eight of mine").first().waitFor();
    await page.goto("/studio/dance-in");
    await page.getByRole("button", { name: "To the camera" }).waitFor();
    expect(await page.getByText("Not kept yet").count()).toBe(0);
  },
);

test(
  "a song of one's own is heard, danced to, and kept with the draft; what is no song is said to be none",
  IN_REAL_TIME,
  async () => {
    const page = await newcomer(home.browser, home.url);
    const sound = drumLoop({ pattern: "four on the floor", bpm: 126, firstBeat: 2.4, seconds: 20 });
    await page.goto("/studio/dance-in");
    await page.getByText("My own song").click();
    const file = page.locator("input[type=file]");
    await file.setInputFiles({ name: "notes.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("words, words") });
    await page.getByRole("alert").waitFor();
    const buffer = Buffer.from(encodeWav([sound], LOOP_RATE));
    await file.setInputFiles({ name: "mine.wav", mimeType: "audio/wav", buffer });
    await page.getByText("mine.wav, 0:20").waitFor();
    await expect.poll(async () => Number(await page.getByLabel("Beats a minute").inputValue())).toBeCloseTo(126, 0);
    await danceAnEight(page);
    await page.getByRole("button", { name: "That was it" }).click();
    const id = await keepAs(page, "To my song");
    await expect.poll(() => recordings(page)).toEqual([id]);
  },
);
