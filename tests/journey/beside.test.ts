// The video beside the stage in a real browser: what is seen goes with what is heard, to within one of its frames.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBenchPage } from "../bench/page/serve.ts";
import { cameraFile } from "../fixtures/dancer.ts";
import { IN_REAL_TIME } from "./house.ts";

/** Seconds of song that a frame of the video lasts, and the share of looks within it: a busy machine drops some. */
const [FRAME, MOST] = [1 / 30, 0.7];

let page: Page;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ page, close } = await openBenchPage(await cameraFile({ slug: "lantern-season", section: 0 })));
});
afterAll(() => close?.());

const share = (looks: readonly number[]) => looks.filter((apart) => Math.abs(apart) < FRAME).length / looks.length;

test.each([1, 0.5])(
  "at a speed of %f the video goes with the song, from the first count and after a pause",
  IN_REAL_TIME,
  async (rate) => {
    const told = await page.evaluate(async (rate) => {
      const { stage, song, look, behind, videos, close } = await bench.openFilm(16, 0.2);
      stage.setRate(rate);
      stage.start();
      await bench.until(() => stage.view.get().state === "dancing");
      const dancing = await look(2500);
      stage.pause();
      await bench.until(() => videos().every((video) => video.paused && !video.seeking));
      await look(300);
      const still = behind();
      stage.resume();
      const heard = song.time();
      await bench.until(() => song.time() > heard + 1);
      const resumed = await look(1500);
      close();
      return { dancing, still, resumed, many: videos().length };
    }, rate);
    expect(told.dancing.length).toBeGreaterThan(20);
    expect(share(told.dancing)).toBeGreaterThan(MOST);
    expect(Math.abs(told.still ?? 1)).toBeLessThan(FRAME);
    expect(share(told.resumed)).toBeGreaterThan(MOST);
    expect(told.many).toBe(0);
  },
);

test("in a loop the video goes round with the song, and is in time from its first count on", IN_REAL_TIME, async () => {
  const looks = await page.evaluate(async () => {
    let passes = 0;
    const { stage, look, close } = await bench.openFilm(8, 0, () => {
      passes++;
      return 1;
    });
    stage.start();
    await bench.until(() => passes === 1);
    const all = await look(5000);
    close();
    return all;
  });
  expect(share(looks)).toBeGreaterThan(MOST);
});
