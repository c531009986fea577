// A video of the project's own making becomes a draft, in a real browser with real decoding and real weights.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pose } from "#dance/pose/pose.ts";
import { jacks } from "../fixtures/jacks.ts";
import { danceVideo } from "../fixtures/video-file.ts";
import { type House, newcomer, openBrowser, openHouse } from "./house.ts";

const FPS = 15;
const FRAMES = 40;

let house: House;
let browser: Browser;
let video: string;
beforeAll(async () => {
  const { track } = jacks(16);
  const poses = Array.from({ length: FRAMES }, (_, i) => track[i * 2]?.pose as Pose);
  video = await danceVideo({ name: "jacks", poses, fps: FPS });
  house = await openHouse();
  browser = await openBrowser("/dev/null");
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

test("a text with a video's name is told to be none; a video is read, stopped, and goes on after a reload", async () => {
  const page = await newcomer(browser, house.url);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") asked.push(request.url());
  });
  await page.goto("/studio/import/jacks");
  const chooser = page.locator("input[type=file]");
  await chooser.waitFor({ state: "attached" });
  await chooser.setInputFiles({ name: "dance.mp4", mimeType: "video/mp4", buffer: Buffer.from("my dance, in words") });
  await page.getByText("This is no video that can be read here").waitFor();
  await page.getByRole("button", { name: "Use another video" }).click();
  await chooser.setInputFiles(video);
  const drafted = page.waitForURL("**/studio/jacks");
  const begun = page.locator(".import-share").waitFor();
  await Promise.race([begun, drafted]); // a quick machine may have read it all by now
  const stop = page.getByRole("button", { name: "Stop" });
  const stopped = await stop.click({ timeout: 2000 }).then(
    () => page.getByText("What was read is kept").isVisible(),
    () => false,
  );
  if (stopped) await page.reload();
  begun.catch(() => undefined);
  await drafted;
  await page.goto("/studio");
  await page.locator(".draft-card").waitFor();
  expect(asked.filter((url) => !url.endsWith("/api/dancers"))).toEqual([]);
});
