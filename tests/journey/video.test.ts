// Video files as cameras and phones make them, through the product's own import in a real browser.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AT } from "#dance/pose/keypoints.ts";
import { openBenchPage } from "../bench/page/serve.ts";
import { IN_REAL_TIME } from "./house.ts";

let page: Page;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ page, close } = await openBenchPage("/dev/null"));
});
afterAll(() => close?.());

test("turned by its file, 60 pictures a second: 30 are judged, upright", async () => {
  const told = await page.evaluate(async () => {
    const file = await bench.makeVideo({ seconds: 0.5, fps: 60, rotation: 90 });
    const { facts, times, frames, problem } = await bench.importFile(file);
    return { facts, times, problem, pose: [...(frames[8]?.bodies[0]?.pose ?? [])] };
  });
  expect(told.problem).toBeNull();
  expect(told.facts).toMatchObject({ width: 480, height: 640, decodes: true, sound: false });
  expect(told.times).toHaveLength(15);
  for (const [i, time] of told.times.entries()) expect(time).toBeCloseTo(i / 30, 2);
  const y = (name: keyof typeof AT) => told.pose[AT[name] * 3 + 1] ?? 0;
  expect(y("nose")).toBeLessThan(y("left_hip"));
  expect(y("left_hip")).toBeLessThan(y("left_ankle"));
});

test("pictures that last unevenly keep their times; of a file that was cut what came before is judged, and told", async () => {
  const told = await page.evaluate(async () => {
    const whole = await bench.makeVideo({ seconds: 5, fps: 15, uneven: 2 });
    const half = new File([whole.slice(0, whole.size * 0.4)], whole.name);
    const { cut, times, problem } = await bench.importFile(half);
    return { cut, times, problem };
  });
  expect(told).toMatchObject({ cut: true, problem: null });
  expect(told.times.length).toBeGreaterThan(4);
  for (const [i, time] of told.times.slice(1).entries())
    expect(time - (told.times[i] ?? 0)).toBeCloseTo(i % 2 ? 2 / 15 : 1 / 15, 2);
});

test("where nothing decodes picture by picture, the page plays the file and few are missed", IN_REAL_TIME, async () => {
  const told = await page.evaluate(async () => {
    const file = await bench.makeVideo({ seconds: 1, fps: 15, people: 2, size: [960, 480] });
    const { facts, model, frames, times, problem } = await bench.importFile(file, { play: true });
    return { facts, model, times, problem, people: frames.map(({ bodies }) => bodies.length) };
  });
  expect(told).toMatchObject({ facts: { decodes: false, width: 960 }, model: "multipose", problem: null });
  expect(told.times.length).toBeGreaterThanOrEqual(8);
  expect(told.times).toEqual([...told.times].sort((a, b) => a - b));
  expect(told.people.filter((many) => many === 2).length).toBeGreaterThan(told.people.length / 2);
});

test("an empty room, in 4K and without sound, is read like any other, and nobody is seen dancing in it", async () => {
  const told = await page.evaluate(async () => {
    const file = await bench.makeVideo({ seconds: 0.8, fps: 5, size: [3840, 2160], people: 0 });
    const { facts, times, dancers, problem } = await bench.importFile(file);
    return { facts, many: times.length, dancers, problem };
  });
  expect(told).toMatchObject({
    facts: { width: 3840, height: 2160, sound: false },
    many: 4,
    dancers: 0,
    problem: null,
  });
});

test("each file that is no video of a dancer says why", async () => {
  const problems = await page.evaluate(async () => {
    const video = new Uint8Array(await (await bench.makeVideo({ seconds: 0.2, codec: "avc" })).arrayBuffer());
    const renamed = Uint8Array.from(video); // H.264 by its bytes, HEVC by its name
    for (let i = 0; i < renamed.length - 3; i++)
      if (String.fromCharCode(...renamed.subarray(i, i + 3)) === "avc") renamed.set([104, 118, 99], i);
    const wave = new Uint8Array(44 + 800);
    const write = (at: number, text: string) => wave.set(new TextEncoder().encode(text), at);
    write(0, "RIFF");
    write(8, "WAVEfmt ");
    write(36, "data");
    const view = new DataView(wave.buffer);
    for (const [at, value] of [
      [4, 836],
      [16, 16],
      [20, 0x10001],
      [24, 8000],
      [28, 16000],
      [32, 0x100002],
      [40, 800],
    ] as const)
      view.setUint32(at, value, true);
    const files = {
      empty: new Uint8Array(),
      text: new TextEncoder().encode("one, two, three, four ".repeat(99)),
      headless: video.subarray(0, 60),
      sound: wave,
      unread: renamed,
    };
    const told: Record<string, string | null> = {};
    for (const [name, bytes] of Object.entries(files))
      told[name] = (await bench.importFile(new File([bytes], `${name}.mp4`))).problem;
    return told;
  });
  expect(problems.empty).toMatch(/^video-empty/);
  expect(problems.text).toMatch(/^video-unknown/);
  expect(problems.headless).toMatch(/^video-damaged/);
  expect(problems.sound).toMatch(/^video-no-picture/);
  expect(problems.unread).toBe("video-undecodable: HEVC (H.265)");
});
