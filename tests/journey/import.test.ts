// From a video to a board, in a real browser with real decoding and real weights: what the drawn dancer filmed is brought
// in, put right, published and danced.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { timeOfCount } from "#dance/music/tempo.ts";
import { builtIn, type CameraKind, cameraFile, clipOf, FPS } from "../fixtures/dancer.ts";
import { danceVideo } from "../fixtures/video-file.ts";
import { tapOnTheBeat } from "./beat.ts";
import { dropOnto } from "./drop.ts";
import { atHome } from "./home.ts";
import { newcomer } from "./house.ts";
import { recordings } from "./recordings.ts";
import { nothingWaits } from "./shelf.ts";

const DANCED: CameraKind = { slug: "lantern-season", section: 0 };
/** Pictures a second of the video, and seconds in it before the first count. */
const [FILM_FPS, LEAD] = [10, 1.8];
const home = atHome(() => cameraFile(DANCED));

const folder = mkdtempSync(join(tmpdir(), "eightcount-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [text, video] = [join(folder, "dance.mp4"), join(folder, "Our verse.webm")];

/** The verse as somebody filmed it, to a beat whose lowest stroke is heard one count too soon. */
beforeAll(async () => {
  writeFileSync(text, "my dance, in words");
  const { poses, firstCount } = clipOf(DANCED);
  const { tempo } = builtIn(DANCED.slug);
  const seconds = LEAD + timeOfCount(tempo, 16) - tempo.firstBeat + 0.6;
  const shown = Array.from({ length: Math.round(seconds * FILM_FPS) }, (_, i) => {
    const pose = poses[firstCount - LEAD * FPS + Math.round((i * FPS) / FILM_FPS)];
    if (!pose) throw new Error(`the dancer has no picture ${i}`);
    return pose;
  });
  const clicks = { bpm: tempo.bpm, first: LEAD - 60 / tempo.bpm };
  cpSync(await danceVideo({ name: "verse", poses: shown, fps: FILM_FPS, clicks }), video);
});

/** What leaves the device but for asking. */
function sentBy(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  return sent;
}

/** A text with a video's name is told to be none; the video is read, stopped, and goes on after a reload to its draft. */
async function bring(page: Page): Promise<void> {
  const id = crypto.randomUUID();
  await page.goto(`/studio/import/${id}`);
  const place = page.locator(".import-drop");
  await place.waitFor();
  await dropOnto(place, [text]);
  await page.getByText("This is no video that can be read here").waitFor();
  await page.getByRole("button", { name: "Use another video" }).click();
  await place.waitFor();
  await dropOnto(place, [video]);
  const drafted = page.waitForURL(`**/studio/${id}`, { timeout: 120_000 });
  const begun = page.locator(".import-share").waitFor();
  await Promise.race([begun, drafted]); // a quick machine may have read it all by now
  const stop = page.getByRole("button", { name: "Stop" });
  const stopped = stop.click().then(() => page.getByText("What was read is kept").waitFor());
  if (await Promise.race([stopped.then(() => true), drafted.then(() => false)])) await page.reload();
  for (const late of [begun, stopped]) late.catch(() => undefined);
  await drafted;
}

/** Puts the first count right, and publishes for everyone; the routine's address. */
async function publish(page: Page): Promise<string> {
  await page.locator(".studio-desk").waitFor();
  await page.getByRole("button", { name: /^First 1/ }).click();
  await page.getByRole("button", { name: "1 count later" }).click();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("Everyone", { exact: true }).click();
  await sheet.getByRole("button", { name: "Publish", exact: true }).click();
  return String(await sheet.getByRole("link", { name: "Dance it" }).getAttribute("href"));
}

/** One take of the verse; the score shown. */
async function dance(page: Page, address: string): Promise<number> {
  await page.goto(`${address}/0/stage`);
  const start = ".st-ready .btn.go";
  await page.locator(start).waitFor({ timeout: 90_000 });
  await tapOnTheBeat(page, start, DANCED);
  await page.waitForURL(/\/takes\//, { timeout: 90_000 });
  await page.locator("text=/Judged|judged/").first().waitFor();
  await nothingWaits(page);
  const score = Number((await page.locator(".score.num").textContent())?.match(/\d+\.\d/)?.[0]);
  console.log(`danced: ${score}`);
  return score;
}

test("a video is brought in, its first count put right, published, danced, and the dancer stands on its board", async () => {
  const page = await newcomer(home.browser, home.url);
  const sent = sentBy(page);
  await bring(page);
  expect(sent.filter((door) => !door.endsWith("/api/dancers"))).toEqual([]);
  await page.getByRole("heading", { name: "Our verse" }).waitFor();
  const address = await publish(page);
  // A busy machine plays the camera's file slower than the song: as dancers do, once more.
  let best = await dance(page, address);
  for (let again = 0; again < 2 && best <= 50; again++) best = Math.max(best, await dance(page, address));
  expect(best).toBeGreaterThan(50);
  await page.goto(`${address.replace("/dance/", "/boards/")}/0`);
  expect(await page.locator(".lb .mine").textContent()).toContain(best.toFixed(1));
});

test("on a full device a video is still read; what cannot be kept is said, and once there is room nothing is lost", async () => {
  const page = await newcomer(home.browser, home.url);
  await page.goto("/studio");
  const devtools = await page.context().newCDPSession(page);
  const room = (quotaSize?: number) =>
    devtools.send("Storage.overrideQuotaForOrigin", {
      origin: home.url,
      ...(quotaSize !== undefined && { quotaSize }),
    });
  await room(1);
  const id = crypto.randomUUID();
  await page.goto(`/studio/import/${id}`);
  const { poses, firstCount } = clipOf(DANCED);
  const shown = poses.slice(firstCount, firstCount + 36).filter((_, i) => i % 3 === 0);
  await page
    .locator("input[type=file]")
    .setInputFiles(await danceVideo({ name: "short", poses: shown, fps: FILM_FPS }));
  await page.getByText("Leave this page open until the draft is made").waitFor();
  await page.getByText("Make some room, then try again").waitFor();
  await room();
  await page.getByRole("button", { name: "Try again" }).click();
  await page.waitForURL(`**/studio/${id}`);
  await expect.poll(() => recordings(page)).toEqual([id]);
  await page.reload();
  await page.getByRole("heading", { name: "Where do the counts lie?" }).waitFor();
});
