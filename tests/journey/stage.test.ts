// The stage in a real browser with a real detector, and all that may happen to its camera.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBenchPage } from "../bench/page/serve.ts";
import { cameraFile } from "../fixtures/dancer.ts";
import { IN_REAL_TIME } from "./house.ts";

let page: Page;
let close: () => Promise<void>;
let clip: string;
beforeAll(async () => {
  clip = await cameraFile({ slug: "lantern-season", section: 0 });
  ({ page, close } = await openBenchPage(clip));
});
afterAll(() => close?.());

test(
  "a camera pulled out in the middle pauses the dance; plugged in again, it is danced on and ends whole",
  IN_REAL_TIME,
  async () => {
    const told = await page.evaluate(async () => {
      const opened = await bench.open(["wasm"]);
      const { camera, source } = opened;
      const ended: { frames: number; rising: boolean; judged: number }[] = [];
      const counts: number[] = [];
      const stage = bench.stageFor(opened, 16, "both", {
        count: (count) => counts.push(count),
        ended: ({ frames, result }) => {
          const rising = frames.every(({ time }, i) => i === 0 || time > (frames[i - 1]?.time ?? 0));
          ended.push({ frames: frames.length, rising, judged: result.judgements.length });
        },
      });
      const states: string[] = [];
      stage.view.subscribe(() => {
        const { state, pause } = stage.view.get();
        if (states.at(-1) !== `${state} ${pause}`) states.push(`${state} ${pause}`);
      });
      stage.start();
      await bench.until(() => counts.includes(10));
      const stream = camera.video.srcObject as MediaStream;
      stream.getVideoTracks()[0]?.dispatchEvent(new Event("ended"));
      const pulled = camera.view.get().state;
      const kept = stage.frames.length;
      camera.retry();
      await bench.until(() => camera.view.get().state === "live");
      counts.length = 0;
      stage.resume();
      const left = stage.frames.length;
      await bench.until(() => ended.length > 0);
      stage.close();
      camera.close();
      source.close();
      return { states, pulled, kept, left, counts, ended };
    });
    expect(told.pulled).toBe("unplugged");
    expect(told.left).toBeLessThan(told.kept);
    expect(told.counts).toEqual([-4, -3, -2, -1, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(told.ended).toEqual([{ frames: expect.any(Number), rising: true, judged: 16 }]);
    expect(told.states).toEqual([
      "count-in null",
      "dancing null",
      "paused camera",
      "count-in null",
      "dancing null",
      "ended null",
    ]);
  },
);

test("the detector sees the dancer, frame after frame, and keeps nothing of them", IN_REAL_TIME, async () => {
  const { seen, tensors } = await page.evaluate(async () => {
    const opened = await bench.open(["wasm"]);
    const danced = await bench.dance(opened, 10);
    opened.camera.close();
    opened.source.close();
    return danced;
  });
  expect(seen).toBeGreaterThan(0.9);
  expect(tensors.length).toBeGreaterThan(20);
  expect(Math.max(...tensors)).toBe(Math.min(...tensors));
});

test("weights that cannot be had are told, not waited for", async () => {
  const state = await page.evaluate(async () => {
    const source = bench.openPoseSource({ modelUrl: "/nowhere/model.json" });
    await bench.until(() => source.state.get().kind === "failed");
    source.close();
    return source.state.get();
  });
  expect(state).toMatchObject({ kind: "failed", failure: "weights-unreachable" });
});

test.each([
  ["consent", "denied"],
  ["camera", "none"],
] as const)("without %s the camera is %s, and asking again does no harm", async (without, state) => {
  const other = await openBenchPage(clip, without);
  const states = await other.page.evaluate(async () => {
    const camera = bench.openCamera();
    const heard: string[] = [];
    for (let i = 0; i < 2; i++) {
      await bench.until(() => camera.view.get().state !== "asked");
      heard.push(camera.view.get().state);
      camera.retry();
    }
    camera.close();
    return heard;
  });
  await other.close();
  expect(states).toEqual([state, state]);
});
