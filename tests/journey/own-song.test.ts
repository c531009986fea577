// A routine danced to a recording that the dancer lacks: another song is told to be another, her own copy is matched by ear.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { CHOREOGRAPHY_MEDIA_TYPE, encodeChoreography } from "#dance/choreo/file.ts";
import { onsetsOf } from "#dance/music/onset.ts";
import { printOf } from "#dance/music/print.ts";
import { tonesOf } from "#dance/music/tones.ts";
import { encodeWav } from "../../web/song/wav.ts";
import { cameraFile } from "../fixtures/dancer.ts";
import { LOOP_RATE } from "../fixtures/drum-loops.ts";
import { routine } from "../fixtures/performance.ts";
import { moved, tune } from "../fixtures/tunes.ts";
import { named } from "./danced.ts";
import { atHome } from "./home.ts";
import { newcomer, PHONE } from "./house.ts";

const SLUG = "my-own-song";
const STARTS = 0.5;

const home = atHome(() => cameraFile({ slug: "lantern-season", section: 1 }));
let page: Page;
beforeAll(publish);
beforeEach(async () => {
  page = await newcomer(home.browser, home.url, PHONE);
});

const SONG = tune({ seed: 1, bpm: 120, seconds: 40 });
const file = (name: string, sound: Float32Array) => ({
  name,
  mimeType: "audio/wav",
  buffer: Buffer.from(encodeWav([sound], LOOP_RATE)),
});
const choose = (chosen: ReturnType<typeof file>) => page.setInputFiles("input[type=file]", chosen);

/** A routine of the house, to a recording in the place of its song. */
async function publish(): Promise<void> {
  const dance = routine(0);
  const print = printOf({ onsets: onsetsOf(SONG, LOOP_RATE), tones: tonesOf(SONG, LOOP_RATE) });
  const bytes = encodeChoreography({
    ...dance,
    slug: SLUG,
    title: { en: "My own song", ko: "내 노래" },
    song: null,
    recording: { seconds: 40, starts: STARTS, print },
  });
  const { cookie } = await named(home.url, "Mina");
  const answer = await fetch(`${home.url}/api/choreographies?visibility=everyone`, {
    method: "POST",
    headers: { origin: home.url, cookie, "content-type": CHOREOGRAPHY_MEDIA_TYPE },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
  expect(answer.status, await answer.text()).toBe(201);
}

test("before the stage the dancer attaches her copy, or takes the metronome", async () => {
  await page.goto(`/dance/${SLUG}/0/stage`);
  await page.getByText("This routine is danced to a recording").waitFor();
  expect(await page.getByRole("button", { name: "Go on" }).isDisabled()).toBe(true);

  await choose({ name: "notes.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("no song at all\n".repeat(99)) });
  await page.getByText("neither sound nor video").waitFor();

  await choose(file("another.wav", tune({ seed: 7, bpm: 120, seconds: 25 })));
  await page.getByText("does not sound like the song of the routine").waitFor();
  await page.getByText("It is 0:15 shorter").waitFor();

  await choose(file("mine.wav", moved(SONG, 1.25)));
  await page.getByText("It is the same recording").waitFor();
  await page.getByText("Begins at −0.75 s of the routine").waitFor();
  await page.getByRole("button", { name: "10 ms later" }).click();
  await page.getByText("Begins at −0.74 s of the routine").waitFor();
  expect((await new AxeBuilder({ page }).include(".own-song").analyze()).violations).toEqual([]);

  await page.getByRole("button", { name: "Listen with clicks" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.locator(".own-song").waitFor({ state: "detached" });
});

test("on the routine's page a copy is attached, is still there after a reload, and can be let go of", async () => {
  await page.goto(`/dance/${SLUG}`);
  await page.getByText("This routine is danced to a recording").waitFor();
  await choose(file("mine.wav", moved(SONG, 1.25)));
  await page.getByText("Begins at −0.75 s of the routine").waitFor();
  await page.reload();
  await page.getByText("Begins at −0.75 s of the routine").waitFor();
  await page.getByRole("button", { name: "Dance to the metronome" }).click();
  await page.getByText("You dance to the metronome.").waitFor();
  await page.getByRole("button", { name: "Dance to my copy" }).click();
  await page.getByRole("button", { name: "Remove from this device" }).click();
  await page.getByText("This routine is danced to a recording").waitFor();
});
