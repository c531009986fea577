import { expect, test } from "vitest";
import { steer } from "../../../web/stage/follower.ts";

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
