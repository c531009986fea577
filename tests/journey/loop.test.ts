// Practice: a stretch of counts danced over and over, in a real browser with a real detector.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBenchPage } from "../bench/page/serve.ts";
import { cameraFile } from "../fixtures/dancer.ts";
import { IN_REAL_TIME } from "./house.ts";

let page: Page;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ page, close } = await openBenchPage(await cameraFile({ slug: "lantern-season", section: 0 })));
});
afterAll(() => close?.());

const COUNTED_IN = [-4, -3, -2, -1];
const EIGHT = [0, 1, 2, 3, 4, 5, 6, 7];

test(
  "one count-in, then pass after pass on the beat, each judged whole by itself and slower when asked to be",
  IN_REAL_TIME,
  async () => {
    const told = await page.evaluate(async () => {
      const opened = await bench.open(["wasm"]);
      const counts: { count: number; at: number }[] = [];
      const passes: { judged: number; rising: boolean; first: number; coverage: number }[] = [];
      const rates = [1, 0.5, null];
      const stage = bench.stageFor(
        opened,
        8,
        "both",
        { count: (count) => counts.push({ count, at: performance.now() }) },
        ({ frames, result }) => {
          passes.push({
            judged: result.judgements.length,
            rising: frames.every(({ time }, i) => i === 0 || time > (frames[i - 1]?.time ?? 0)),
            first: frames[0]?.time ?? 0,
            coverage: result.coverage,
          });
          return rates[passes.length - 1] ?? null;
        },
      );
      stage.start();
      await bench.until(() => stage.view.get().state === "ended");
      const { rate } = stage.view.get();
      stage.close();
      opened.camera.close();
      opened.source.close();
      return { counts, passes, rate };
    });
    expect(told.counts.map(({ count }) => count)).toEqual([...COUNTED_IN, ...EIGHT, ...EIGHT, ...EIGHT]);
    expect(told.passes).toHaveLength(3);
    for (const pass of told.passes) {
      expect(pass).toMatchObject({ judged: 8, rising: true });
      expect(pass.coverage).toBeGreaterThan(0.5);
    }
    const took = (from: number, to: number) => (told.counts[to]?.at ?? 0) - (told.counts[from]?.at ?? 0);
    // A count is told with the next picture that is painted, which may be late on a busy machine.
    expect(Math.abs(took(12, 20) / took(4, 12) - 1)).toBeLessThan(0.2);
    expect(Math.abs(took(20, 27) / took(4, 11) - 2)).toBeLessThan(0.4);
    expect(told.rate).toBe(0.5);
  },
);

test(
  "a camera lost in the middle of a loop holds it; the broken pass is danced again and those before it stand",
  IN_REAL_TIME,
  async () => {
    const told = await page.evaluate(async () => {
      const opened = await bench.open(["wasm"]);
      const { camera } = opened;
      const counts: number[] = [];
      const passes: number[] = [];
      const stage = bench.stageFor(opened, 8, "both", { count: (count) => counts.push(count) }, ({ result }) => {
        passes.push(result.judgements.length);
        return passes.length < 2 ? 1 : null;
      });
      stage.start();
      await bench.until(() => passes.length === 1 && counts.at(-1) === 3);
      (camera.video.srcObject as MediaStream).getVideoTracks()[0]?.dispatchEvent(new Event("ended"));
      const { state, pause } = stage.view.get();
      camera.retry();
      await bench.until(() => camera.view.get().state === "live");
      counts.length = 0;
      stage.resume();
      await bench.until(() => stage.view.get().state === "ended");
      stage.close();
      camera.close();
      opened.source.close();
      return { state, pause, counts, passes };
    });
    expect(told).toEqual({ state: "paused", pause: "camera", counts: [...COUNTED_IN, ...EIGHT], passes: [8, 8] });
  },
);
