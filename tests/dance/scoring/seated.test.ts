import { describe, expect, test } from "vitest";
import { AT, LIMB_GROUPS } from "#dance/pose/keypoints.ts";
import type { PoseFrame } from "#dance/pose/pose.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { FULL_SCORE, type TakeResult } from "#dance/scoring/result.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { type Manner, perform, routine } from "../../fixtures/performance.ts";

const ROUTINES = [0, 1, 2].map(routine);
const [EASY, OTHER] = ROUTINES;
if (EASY === undefined || OTHER === undefined) throw new Error("there are too few routines");
const REFERENCE = prepare(EASY, WHOLE);
const AMATEUR: Manner = { late: 0.03, wobble: 0.08, amplitude: 0.8, noise: 0.006 };
const LEGS = [AT.left_knee, AT.right_knee, AT.left_ankle, AT.right_ankle];
const HIPS = [AT.left_hip, AT.right_hip];

const sat = (frames: readonly PoseFrame[]): TakeResult => rejudge(REFERENCE, frames, { mirror: false, seated: true });
const stood = (frames: readonly PoseFrame[]): TakeResult =>
  rejudge(REFERENCE, frames, { mirror: false, seated: false });
const points = (result: TakeResult): number => (result.score / FULL_SCORE) * 100;

/** The same dance on a chair: the knees a little below the hips and the feet below the knees, whatever the legs danced. */
const onChair = (frames: readonly PoseFrame[]): PoseFrame[] =>
  frames.map(({ time, pose }) => {
    const out = pose.slice();
    for (const side of ["left", "right"] as const)
      for (const [joint, down] of [
        [AT[`${side}_knee`], 0.06],
        [AT[`${side}_ankle`], 0.26],
      ] as const) {
        out[joint * 3] = (pose[AT[`${side}_hip`] * 3] ?? 0) + (side === "left" ? 0.05 : -0.05);
        out[joint * 3 + 1] = (pose[AT[`${side}_hip`] * 3 + 1] ?? 0) + down;
      }
    return { time, pose: out };
  });

describe("a dancer who sits", () => {
  test("can earn all points, in every section of every routine: the reference itself does", () => {
    for (const each of ROUTINES)
      for (let section = WHOLE; section < each.sections.length; section++) {
        const result = rejudge(prepare(each, section), each.track, { mirror: false, seated: true });
        expect([each.slug, section, result.score, result.losses]).toEqual([each.slug, section, FULL_SCORE, []]);
      }
  });

  test("is judged alike whatever the legs do, and whether or not they are seen", () => {
    const danced = perform(EASY.track, AMATEUR);
    const result = sat(danced);
    expect(sat(onChair(danced))).toEqual(result);
    const hidden = danced.map(({ time, pose }) => ({
      time,
      pose: pose.map((v, i) => (LEGS.includes((i - 2) / 3) ? 0 : v)),
    }));
    expect(sat(hidden)).toEqual(result);
    expect(points(result)).toBeGreaterThan(60);
  });

  test("loses nothing by the legs, and no leg is called unseen", () => {
    const result = sat(perform(EASY.track, { ...AMATEUR, hidden: LEGS }));
    expect([result.coverage, result.unseen]).toEqual([1, []]);
    expect([result.limbs.left_leg, result.limbs.right_leg]).toEqual([null, null]);
    expect(result.losses.filter(({ limb }) => limb.endsWith("leg"))).toEqual([]);
    expect(result.losses.reduce((sum, loss) => sum + loss.points, 0)).toBe(FULL_SCORE - result.score);
    expect(result.judgements.flatMap(({ faults }) => faults).filter(({ limb }) => limb.endsWith("leg"))).toEqual([]);
  });

  test("earns standing points for a chair only in part: the two are not one board", () => {
    const danced = onChair(perform(EASY.track, AMATEUR));
    expect(points(stood(danced))).toBeLessThan(points(sat(danced)) - 10);
  });

  test("whose hips are below the desk is judged on the rest, which is nearly all", () => {
    const seen = sat(perform(EASY.track, AMATEUR));
    const behindDesk = sat(perform(EASY.track, { ...AMATEUR, hidden: [...LEGS, ...HIPS] }));
    expect(behindDesk.coverage).toBeGreaterThan(0.85);
    expect(Math.abs(points(behindDesk) - points(seen))).toBeLessThan(3);
  });

  test("who hides an arm as well has not been seen: that is told, and the coverage falls", () => {
    const result = sat(perform(EASY.track, { ...AMATEUR, hidden: [...LEGS, AT.left_elbow, AT.left_wrist] }));
    expect(result.coverage).toBeLessThan(0.85);
    expect(result.limbs.left_arm).toBeNull();
    expect(result.unseen.map(({ limb }) => limb)).toContain("left_arm");
  });

  test("earns nothing for sitting still, and little for another routine or the mirror image", () => {
    expect(points(sat(perform(EASY.track, { amplitude: 0, noise: 0.004 })))).toBeLessThan(2);
    expect(points(sat(perform(OTHER.track)))).toBeLessThan(15);
    const mirrored = sat(perform(EASY.track, { ...AMATEUR, mirrored: true }));
    expect([mirrored.mirrored, points(mirrored) < 12]).toEqual([true, true]);
  });

  test("may mirror on purpose", () => {
    const mirrored = perform(EASY.track, { ...AMATEUR, mirrored: true });
    const meant = rejudge(REFERENCE, mirrored, { mirror: true, seated: true });
    expect(Math.abs(points(meant) - points(sat(perform(EASY.track, AMATEUR))))).toBeLessThan(1);
  });
});

test("a seated section keeps its own keyframes and never speaks of legs", () => {
  const { seated } = REFERENCE;
  expect(seated.keyframes).toBe(REFERENCE.keyframes);
  expect(seated.seated.weights).toEqual(seated.weights);
  const nobody = rejudge(REFERENCE, [], { mirror: false, seated: true });
  expect(nobody.losses.every(({ limb }) => !limb.endsWith("leg"))).toBe(true);
  expect(new Set(nobody.unseen.map(({ limb }) => limb))).toEqual(
    new Set(LIMB_GROUPS.filter((limb) => !limb.endsWith("leg"))),
  );
});
