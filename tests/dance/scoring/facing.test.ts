import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SEGMENTS } from "#dance/pose/body.ts";
import type { Directions } from "#dance/pose/directions.ts";
import { AT } from "#dance/pose/keypoints.ts";
import type { PoseFrame } from "#dance/pose/pose.ts";
import { depthOf, turnAs } from "#dance/scoring/facing.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { FULL_SCORE } from "#dance/scoring/result.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { perform, routine } from "../../fixtures/performance.ts";

const ROUTINES = [0, 1, 2].map(routine);
const UPRIGHT = { mirror: false, seated: false };
const S = SEGMENTS.length;

/** The same motion seen by a camera that is `degrees` off to the side: what is near shifts one way. */
function fromTheSide(of: Directions, degrees: number): Directions {
  const angle = (degrees * Math.PI) / 180;
  const depth = depthOf(of);
  return { ...of, x: of.x.map((x, at) => x * Math.cos(angle) + (depth[at] as number) * Math.sin(angle)) };
}

const sideways = (a: Directions, b: Directions): number =>
  Math.sqrt(a.x.reduce((sum, x, at) => sum + (x - (b.x[at] as number)) ** 2, 0) / a.x.length);

describe("a camera that is off to the side", () => {
  test.each(ROUTINES)(
    "is taken out of $slug, at any angle up to a quarter of a right one and a bit",
    (choreography) => {
      const { directions, depth } = prepare(choreography, WHOLE);
      fc.assert(
        fc.property(fc.integer({ min: -25, max: 25 }), (degrees) => {
          const take = fromTheSide(directions, degrees);
          const before = sideways(take, directions);
          turnAs(directions, depth, take, new Int8Array(directions.count));
          const after = sideways(take, directions);
          expect(after).toBeLessThan(Math.max(0.02, before * 0.6));
        }),
        { numRuns: 20 },
      );
    },
  );

  test("is found neither where there is none nor where all is another dance", () => {
    for (const [i, each] of ROUTINES.entries()) {
      const { directions, depth } = prepare(each, WHOLE);
      const same = fromTheSide(directions, 0);
      turnAs(directions, depth, same, new Int8Array(directions.count));
      expect(sideways(same, directions)).toBeLessThan(1e-9);
      const other = fromTheSide(prepare(ROUTINES[(i + 1) % 3] as (typeof ROUTINES)[0], WHOLE).directions, 0);
      const count = Math.min(other.count, directions.count);
      const before = other.x.slice();
      turnAs(directions, depth, other, new Int8Array(directions.count));
      const moved = Math.sqrt(other.x.reduce((sum, x, at) => sum + (x - (before[at] as number)) ** 2, 0) / (S * count));
      expect(moved).toBeLessThan(0.15);
    }
  });
});

/** The body above the hips sways to and fro by some degrees, once in 1.1 s; or the head's place is left and the knees sway. */
const swaying = (frames: readonly PoseFrame[], degrees: number, joints: readonly number[]): PoseFrame[] =>
  frames.map(({ time, pose }) => {
    const turn = ((degrees * Math.PI) / 180) * Math.sin((2 * Math.PI * time) / 1.1);
    const [x0, y0] = [0, 1].map(
      (axis) => ((pose[AT.left_hip * 3 + axis] ?? 0) + (pose[AT.right_hip * 3 + axis] ?? 0)) / 2,
    ) as [number, number];
    const out = pose.slice();
    for (const k of joints) {
      const [x, y] = [(pose[k * 3] ?? 0) - x0, (pose[k * 3 + 1] ?? 0) - y0];
      out[k * 3] = x0 + x * Math.cos(turn) - y * Math.sin(turn);
      out[k * 3 + 1] = y0 + x * Math.sin(turn) + y * Math.cos(turn);
    }
    return { time, pose: out };
  });
const ABOVE_THE_HIPS = Array.from({ length: 11 }, (_, k) => k);

test("whoever sways in the trunk what the reference holds upright loses for it, the more the further, and is told the trunk", () => {
  for (const each of ROUTINES) {
    const reference = prepare(each, WHOLE);
    const danced = perform(each.track, { noise: 0.004 });
    const scores = [0, 6, 12, 18].map((degrees) =>
      rejudge(reference, swaying(danced, degrees, ABOVE_THE_HIPS), UPRIGHT),
    );
    const points = scores.map(({ score }) => score);
    expect(points).toEqual([...points].sort((a, b) => b - a));
    expect(points[0]).toBeGreaterThan(0.97 * FULL_SCORE);
    expect((points[0] ?? 0) - (points[2] ?? 0)).toBeGreaterThan(0.02 * FULL_SCORE);
    const lost = (result: (typeof scores)[number]) => result.limbs.torso?.shape ?? 1;
    expect(lost(scores[2] as (typeof scores)[number])).toBeLessThan(lost(scores[0] as (typeof scores)[number]) - 0.05);
  }
});
