import { describe, expect, test } from "vitest";
import { snapPose, type Track } from "#dance/pose/pose.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { measuresAt, nextLimb, nudged } from "../../../web/parts/coach/measures.ts";
import { type ReviewMove, reviewMoveOf } from "../../../web/parts/coach/review-keys.ts";
import { sceneOf } from "../../../web/parts/replay-scene.ts";
import { jacks, jackTime } from "../../fixtures/jacks.ts";

const choreography = jacks(32);
const late = (by: number): Track => choreography.track.map((f) => ({ time: f.time + by, pose: snapPose(f.pose) }));
const result = (lag: number) => ({ lag, judgements: [] }) as unknown as TakeResult;

describe("what is measured of a moment", () => {
  test("the lines of a dancer who is late all through are measured as if she were on time, and her lateness is told", () => {
    const scene = sceneOf(choreography, -1, { frames: late(0.1), mirror: false, result: result(0.1) });
    const it = measuresAt(scene, jackTime(6.5), "right_arm");
    expect(it.of?.degrees).toBeLessThan(2);
    expect(Math.abs((it.late ?? 9) - 0.1)).toBeLessThan(0.005);
    expect(it.seen).toBe(1);
  });
  test("a dancer who is 60 ms late is told so, and the limb that is off most is told of", () => {
    const scene = sceneOf(choreography, -1, { frames: late(0.06), mirror: false, result: result(0) });
    const it = measuresAt(scene, jackTime(6.5), null);
    expect(it.limb).toMatch(/_arm$/);
    expect(it.of?.degrees).toBeGreaterThan(10);
    expect(Math.abs((it.late ?? 9) - 0.06)).toBeLessThan(0.008);
  });
});

test("a take nudged three frames later comes 100 ms later, and three earlier 100 ms earlier", () => {
  const scene = sceneOf(choreography, -1, { frames: late(0), mirror: false, result: result(0) });
  for (const frames of [3, -3]) {
    const it = measuresAt({ ...scene, own: nudged(scene.own, frames) }, jackTime(6.5), "right_arm");
    expect(Math.abs((it.late ?? 9) - frames / 30)).toBeLessThan(0.008);
  }
});

test("limbs are gone through in their order, then none", () => {
  expect(nextLimb(null)).toBe("head");
  expect(nextLimb("head")).toBe("right_arm");
  expect(nextLimb("left_leg")).toBeNull();
});

describe("keys of the review", () => {
  const press = (key: string, on = "BODY", more = {}): ReviewMove | null => {
    const node = {
      matches: (selector: string) => selector.toLowerCase().split(/[ ,]+/).includes(on.toLowerCase()),
      closest: () => null,
    };
    return reviewMoveOf({
      key,
      code: "",
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      target: node as unknown as HTMLElement,
      ...more,
    });
  };
  test("speeds, steps and all else have a key", () => {
    expect(press("1")).toEqual({ kind: "speed", rate: 0.1 });
    expect(press("5")).toEqual({ kind: "speed", rate: 1 });
    expect(press("6")).toBeNull();
    expect(press("ArrowRight", "BODY", { shiftKey: true })).toEqual({ kind: "step", unit: "count", way: 1 });
    expect(press("]")).toEqual({ kind: "step", unit: "eight", way: 1 });
    expect(press(".")).toEqual({ kind: "nudge", way: 1, beside: false });
    expect(press("?", "BODY", { shiftKey: true })).toEqual({ kind: "help" });
    expect(press("L")).toEqual({ kind: "loop" });
  });
  test("letters have their keys on a Korean keyboard too", () => {
    expect(press("ㅓ", "BODY", { code: "KeyJ" })).toEqual({ kind: "other-note", way: 1 });
    expect(press("ㅜ", "BODY", { code: "KeyN" })).toEqual({ kind: "write" });
  });
  test("nothing is heeded while somebody writes, nor what the browser itself wants", () => {
    expect(press("n", "TEXTAREA")).toBeNull();
    expect(press(" ", "TEXTAREA")).toBeNull();
    for (const key of ["1", "l", "[", "ArrowDown"]) expect(press(key, "SELECT")).toBeNull();
    expect(press("Process", "BODY", { code: "KeyN", isComposing: true })).toBeNull();
    expect(press("l", "BODY", { ctrlKey: true })).toBeNull();
  });
});
