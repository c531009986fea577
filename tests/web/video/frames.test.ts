import { describe, expect, test } from "vitest";
import type { Crowd } from "#dance/pose/follow.ts";
import { POSE_SIZE } from "#dance/pose/pose.ts";
import { choose, countPeople, probeTimes } from "../../../web/video/thread/choose.ts";
import { packFrames, unpackFrames } from "../../../web/video/thread/frames.ts";
import { keptRate, Pace } from "../../../web/video/thread/pace.ts";
import { stick } from "../../dance/practice/stick.ts";
import { factsOf } from "../../fixtures/import-tools.ts";

/** Times of those frames that are judged. */
const judged = (times: readonly number[], after = -1) => {
  const pace = new Pace(after);
  return times.filter((time) => pace.takes(time));
};
const evenly = (rate: number, seconds: number) => Array.from({ length: rate * seconds }, (_, i) => i / rate);

describe("which frames are judged", () => {
  test("each of 24, 25 and 30 a second, every second of 50 and 60, every fourth of 120", () => {
    for (const [rate, step] of [
      [24, 1],
      [25, 1],
      [30, 1],
      [50, 2],
      [59.94, 2],
      [60, 2],
      [120, 4],
    ] as const) {
      const times = Array.from({ length: 240 }, (_, i) => i / rate);
      expect(judged(times)).toEqual(times.filter((_, i) => i % step === 0));
      expect(keptRate(rate)).toBeCloseTo(rate / step);
    }
  });
  test("times that tremble by some milliseconds lose no frame", () => {
    const times = evenly(30, 4).map((time, i) => time + (i % 3) * 0.001);
    expect(judged(times)).toEqual(times);
  });
  test("of an uneven file each picture with its own time, never two closer than a thirtieth", () => {
    const times = [0, 0.02, 0.04, 0.3, 0.31, 0.35, 0.9];
    expect(judged(times)).toEqual([0, 0.04, 0.3, 0.35, 0.9]);
  });
  test("after a stop those that were not judged yet, and none from before the file's beginning", () => {
    expect(judged(evenly(30, 2), 1)[0]).toBeCloseTo(31 / 30);
    expect(judged([-0.5, -0.1, 0, 0.1])).toEqual([0, 0.1]);
  });
});

test("frames come back from their packing as they went in", () => {
  const body = (seed: number, look: [number, number, number] | null) => ({
    pose: Float32Array.from({ length: POSE_SIZE }, (_, i) => (seed * 31 + i) / 64),
    look,
  });
  const frames: Crowd[] = [
    { time: 0, bodies: [body(1, null)] },
    { time: 1 / 30, bodies: [] },
    { time: 0.1, bodies: [body(2, [0.25, 0.5, 1]), body(3, [0, 0, 0])] },
  ];
  expect(unpackFrames(packFrames(frames))).toEqual(frames);
});

describe("how many dance", () => {
  const picture = (...bodies: Float32Array[]): Crowd => ({
    time: 0,
    bodies: bodies.map((pose) => ({ pose, look: null })),
  });
  const [left, right] = [stick({ x: 0.4 }), stick({ x: 1 })];
  const small = stick({ x: 1.3, torso: 0.05 });
  test("two are two, though one is not seen in every picture", () => {
    expect(countPeople([...Array(5).fill(picture(left, right)), ...Array(4).fill(picture(left))])).toBe(2);
  });
  test("somebody who passes by in one picture, or far behind, does not dance", () => {
    expect(countPeople([picture(left, right), ...Array(8).fill(picture(left))])).toBe(1);
    expect(countPeople(Array(9).fill(picture(left, small)))).toBe(1);
  });
  test("a body seen twice is one, and an empty room is empty", () => {
    expect(countPeople(Array(9).fill(picture(left, stick({ x: 0.405 }))))).toBe(1);
    expect(countPeople([picture(), picture()])).toBe(0);
    expect(countPeople([])).toBe(0);
  });
  test("pictures are looked at from all of the video", () => {
    const times = probeTimes(factsOf(90));
    expect(times[0]).toBeLessThan(10);
    expect(times.at(-1)).toBeGreaterThan(80);
  });
});

test("the careful model judges where that takes no more than three lengths of the video, and in any short one", () => {
  expect(choose(factsOf(200), 90)).toBe("thunder");
  expect(choose(factsOf(200), 130)).toBe("lightning");
  expect(choose(factsOf(5), 130)).toBe("thunder");
});
