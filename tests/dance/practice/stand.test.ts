import { describe, expect, test } from "vitest";
import type { Pose } from "#dance/pose/pose.ts";
import { GESTURES, OPEN_HANDS, stepHands } from "#dance/practice/gesture.ts";
import { OPEN_STAND, type Shown, type Stand, stepStand } from "#dance/practice/stand.ts";
import { looks, stick } from "./stick.ts";

const ALL: Shown = { left: 0, right: 16 / 9, top: 0, bottom: 1 };

/** The rings after looking at a dancer for some seconds. */
function look(pose: (time: number) => Pose, seconds: number, from = 0, stand: Stand = OPEN_STAND, shown = ALL): Stand {
  return looks(30, seconds, from).reduce((now, t) => stepStand(now, { cameraTime: t, pose: pose(t) }, shown), stand);
}

const names = (stand: Stand) => stand.targets.map(({ gesture }) => gesture);

describe("where the rings hang", () => {
  test("about a dancer who has stood still for a moment, not before", () => {
    expect(names(look(() => stick(), 0.4))).toEqual([]);
    expect(names(look(() => stick(), 0.8))).toEqual(GESTURES);
  });
  test("they stay where they are while she reaches and leans, so that the hand finds them", () => {
    const hung = look(() => stick(), 1);
    const leaning = look(() => stick({ x: 0.95, right: { out: 0.8, up: 0.75 } }), 2, 1, hung);
    expect(leaning.targets).toEqual(hung.targets);
  });
  test("they come down when she walks away and hang about her where she stands still again", () => {
    const hung = look(() => stick(), 1);
    const walking = look((t) => stick({ x: 0.89 + (t - 1) * 0.4 }), 0.8, 1, hung);
    expect(walking.targets).toEqual([]);
    const there = look(() => stick({ x: 1.21 }), 0.8, 1.9, walking);
    expect(names(there)).toEqual(GESTURES);
    expect((there.targets[0]?.x ?? 0) - (hung.targets[0]?.x ?? 0)).toBeCloseTo(0.32, 5);
  });
  test("they are gone a second after nobody is seen", () => {
    const hung = look(() => stick(), 1);
    const nobody = () => stick({ confidence: 0.05 });
    expect(names(look(nobody, 0.8, 1, hung))).toEqual(GESTURES);
    expect(names(look(nobody, 1.5, 1, hung))).toEqual([]);
  });
  test("where a phone shows less of the picture they are drawn in, and one that cannot be shown is none", () => {
    const narrow = look(() => stick(), 1, 0, OPEN_STAND, { ...ALL, left: 0.62, right: 1.16 });
    expect(names(narrow)).toEqual(GESTURES);
    for (const { x, radius } of narrow.targets) {
      expect(x - radius).toBeGreaterThanOrEqual(0.62 - 1e-9);
      expect(x + radius).toBeLessThanOrEqual(1.16 + 1e-9);
    }
    expect(names(look(() => stick(), 1, 0, OPEN_STAND, { ...ALL, left: 0.8 }))).toEqual(["back", "pause"]);
  });
});

test("a ring that came down while it filled empties meanwhile", () => {
  const { targets } = look(() => stick(), 1);
  const reach = stick({ right: { out: 0.8, up: 0.75 } });
  const see = (hands: typeof OPEN_HANDS, from: number, seconds: number, hung: typeof targets) =>
    looks(30, seconds, from).reduce(
      (now, cameraTime) => stepHands(now, { cameraTime, pose: reach }, { in: "rest", targets: hung }).hands,
      hands,
    );
  const half = see(OPEN_HANDS, 0, 0.8, targets);
  expect(half.rings.again.fill).toBeGreaterThan(0.5);
  expect(see(half, 0.83, 1, []).rings.again.fill).toBe(0);
});
