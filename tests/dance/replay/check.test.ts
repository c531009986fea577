import { expect, test } from "vitest";
import type { Track } from "#dance/pose/pose.ts";
import { checkReplay, type TakeTerms } from "#dance/replay/check.ts";
import { swinging } from "./tracks.ts";

const terms: TakeTerms = {
  version: "5f".repeat(32),
  section: 0,
  rate: 1,
  mirror: false,
  seated: false,
  takeId: "take-1",
};
const span = { from: 0, to: 4 };
const codeOf = (frames: Track, change: Partial<TakeTerms> = {}) => {
  const checked = checkReplay({ ...terms, ...change, frames }, terms, span);
  return checked.ok ? "ok" : checked.problem.code;
};

test("a replay of its take passes, also where the camera started early and stopped late", () => {
  const frames = swinging(4);
  expect(codeOf(frames)).toBe("ok");
  expect(codeOf([...frames, { time: 4.9, pose: frames[0]?.pose ?? new Float32Array(51) }])).toBe("ok");
});

test("a replay of anything else says which it was", () => {
  const frames = swinging(4);
  expect(codeOf(frames, { version: "00".repeat(32) })).toBe("replay-other-choreography");
  expect(codeOf(frames, { section: -1 })).toBe("replay-other-section");
  expect(codeOf(frames, { rate: 0.5 })).toBe("replay-other-settings");
  expect(codeOf(frames, { mirror: true })).toBe("replay-other-settings");
  expect(codeOf(frames, { takeId: "take-2" })).toBe("replay-other-take");
  expect(codeOf([])).toBe("replay-empty");
});

test("times that stand still, fall or leave the section are no dance", () => {
  const frames = swinging(4);
  const at = (index: number, time: number) => frames.map((frame, i) => (i === index ? { ...frame, time } : frame));
  expect(codeOf(at(5, frames[4]?.time ?? 0))).toBe("replay-times");
  expect(codeOf(at(5, 0))).toBe("replay-times");
  expect(codeOf(at(5, Number.NaN))).toBe("replay-times");
  expect(codeOf(at(0, -3))).toBe("replay-outside");
  expect(codeOf(at(frames.length - 1, 9))).toBe("replay-outside");
});
