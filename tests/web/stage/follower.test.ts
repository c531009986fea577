import { expect, test } from "vitest";
import { steer } from "../../../web/stage/follower.ts";
import { cutAt } from "../../../web/stage/side-video.ts";

test("a video that is in time plays at the speed of the song", () => {
  for (const rate of [0.5, 0.75, 1]) expect(steer(0.006, rate, false)).toBe(rate);
});

test("one that is behind hurries, one that is ahead holds back, and once steered it is brought quite there", () => {
  expect(steer(0.03, 1, false)).toBeGreaterThan(1);
  expect(steer(-0.03, 0.5, false)).toBeLessThan(0.5);
  expect(steer(0.006, 1, true)).toBeGreaterThan(1);
  expect(steer(0.002, 1, true)).toBe(1);
});

test("it is never hurried beyond what can be shown, nor stopped; too far away, it jumps", () => {
  expect(steer(0.49, 1, true)).toBeLessThan(2);
  expect(steer(-0.49, 1, true)).toBeGreaterThan(0.4);
  expect(steer(0.6, 1, true)).toBeNull();
  expect(steer(-8, 0.5, false)).toBeNull();
});

test("a wide video is cut so that the teacher is in the middle of a narrow place, and never beyond its edges", () => {
  const wide = 16 / 9;
  expect(cutAt(wide / 2, wide, 300, 400)).toBeCloseTo(50);
  const percent = cutAt(0.7, wide, 300, 400);
  const left = (percent / 100) * (400 * wide - 300);
  expect(left + 150).toBeCloseTo(0.7 * 400);
  expect(cutAt(0.1, wide, 300, 400)).toBe(0);
  expect(cutAt(1.7, wide, 300, 400)).toBe(100);
});

test("where the teacher is not in the picture at all, or nothing is cut, it is shown about its middle", () => {
  expect(cutAt(-0.4, 16 / 9, 300, 400)).toBeCloseTo(50);
  expect(cutAt(0.2, 9 / 16, 300, 400)).toBe(50);
});
