import { describe, expect, test } from "vitest";
import { timeOfCount } from "#dance/music/tempo.ts";
import { AT } from "#dance/pose/keypoints.ts";
import type { PoseFrame } from "#dance/pose/pose.ts";
import { latenessOf } from "#dance/practice/lateness.ts";
import { fixesOf } from "#dance/scoring/insight.ts";
import { ownResult } from "#dance/scoring/own.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { measuresAt } from "../../../web/parts/coach/measures.ts";
import { widthFor } from "../../../web/parts/histogram.tsx";
import { judgementAt, sceneOf } from "../../../web/parts/replay-scene.ts";
import { worstCount } from "../../../web/state/cells.ts";
import { seenResult } from "../../../web/state/seen.ts";
import { type Manner, perform, routine } from "../../fixtures/performance.ts";

const ROUTINE = routine(0);
const REFERENCE = prepare(ROUTINE, WHOLE);

/** A take judged, and as its pages tell it. */
function danced(frames: readonly PoseFrame[], mirror = false) {
  const told = ownResult(rejudge(REFERENCE, frames, { mirror, seated: false }), mirror);
  const result = seenResult({ section: WHOLE, mirror, seated: false, result: told }, ROUTINE, frames);
  return { result, told, scene: sceneOf(ROUTINE, WHOLE, { frames, mirror, result }) };
}
const manner = (how: Manner) => perform(ROUTINE.track, { noise: 0.005, ...how });

/** The right arm is carried 40 degrees off all the time. */
const droopy = manner({ wobble: 0.06, late: 0.05 }).map(({ time, pose }) => {
  const out = pose.slice();
  const [x0, y0] = [out[AT.right_shoulder * 3] ?? 0, out[AT.right_shoulder * 3 + 1] ?? 0];
  const [cos, sin] = [Math.cos(-0.7), Math.sin(-0.7)];
  for (const k of [AT.right_elbow * 3, AT.right_wrist * 3]) {
    const [x, y] = [(out[k] ?? 0) - x0, (out[k + 1] ?? 0) - y0];
    out[k] = x0 + x * cos - y * sin;
    out[k + 1] = y0 + x * sin + y * cos;
  }
  return { time, pose: out };
});

describe("what a card says is what its dancer then sees", () => {
  test.each([
    ["an arm that droops", droopy, false],
    ["half of every move", manner({ amplitude: 0.5, wobble: 0.1 }), false],
    ["half of every move, mirrored on purpose", manner({ amplitude: 0.5, mirrored: true }), true],
  ])("%s: card, heat map, replay and review name the same degrees on the same count", (_, frames, mirror) => {
    const { result, told, scene } = danced(frames, mirror);
    const fixes = fixesOf(result).filter((fix) => fix.cause === "direction");
    expect(fixes.length).toBeGreaterThan(0);
    for (const { count, limb, degrees, lowBy } of fixes) {
      const time = timeOfCount(ROUTINE.tempo, count);
      const there = measuresAt(scene, time, limb).of;
      expect(degrees).toBeGreaterThanOrEqual(15);
      expect(Math.abs((degrees ?? -9) - (there?.degrees ?? 999))).toBeLessThanOrEqual(1);
      expect(Math.sign(lowBy ?? 0)).toBe(Math.sign(there?.lowBy ?? 0));
      expect(judgementAt(scene, time)?.faults.find((it) => it.limb === limb)?.degrees).toBe(degrees);
      expect(fixesOf(result).map((it) => it.count)).toContain(
        worstCount(result, { limb, eight: Math.floor(count / 8) }),
      );
    }
    expect(result.score).toBe(told.score);
  });

  test("who is 300 ms late reads so on the cards, over the bars, on the count, and from her coach", () => {
    const { result, scene } = danced(manner({ late: 0.3 }));
    const { middle, offsets } = latenessOf(result.judgements.map((it) => it.offset));
    const late = fixesOf(result).filter((fix) => fix.cause === "late");
    expect(late.length).toBeGreaterThan(0);
    expect(Math.abs((middle ?? 9) - 0.3)).toBeLessThan(0.03);
    expect(widthFor(offsets)).toBe(80);
    for (const { count, limb, offset } of late) {
      const told = result.judgements.find((it) => it.count === count)?.offset;
      const there = measuresAt(scene, timeOfCount(ROUTINE.tempo, count), limb).late;
      expect(Math.abs((offset ?? 9) - 0.3)).toBeLessThan(0.05);
      if (told !== null) expect(told).toBe(offset);
      if (there !== null) expect(Math.abs(there - 0.3)).toBeLessThan(0.05);
    }
  });
});

describe("when a take came", () => {
  test("nobody who stands still, or dances another routine, is told that it was on the count", () => {
    const still = danced(manner({ amplitude: 0 })).result;
    const other = danced(perform(routine(1).track)).result;
    for (const { judgements, lag } of [still, other])
      expect([latenessOf(judgements.map((it) => it.offset)).middle, lag]).toEqual([null, null]);
  });
  test("three counts tell nothing of a take, and one wild count does not move what forty tell", () => {
    expect(latenessOf([0.1, 0.1, 0.1, null, null, null]).middle).toBeNull();
    expect(latenessOf([...Array(40).fill(0.02), 0.9]).middle).toBeCloseTo(0.02, 5);
  });
});
