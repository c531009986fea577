import { describe, expect, test } from "vitest";
import { AT } from "#dance/pose/keypoints.ts";
import { POSE_SIZE, type PoseFrame } from "#dance/pose/pose.ts";
import { insight } from "#dance/scoring/insight.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { fourMinutes } from "../../fixtures/four-minutes.ts";
import { type Manner, perform, routine } from "../../fixtures/performance.ts";

const ROUTINE = routine(0);
const REFERENCE = prepare(ROUTINE, WHOLE);
const judge = (frames: readonly PoseFrame[]) => rejudge(REFERENCE, frames, { mirror: false, seated: false });
const danced = (manner: Manner = {}) => perform(ROUTINE.track, { noise: 0.003, ...manner });

/** The right arm hangs all the time; everything else is danced. */
const lazyArm = danced().map(({ time, pose }) => {
  const out = pose.slice(0, POSE_SIZE);
  const shoulder = AT.right_shoulder * 3;
  for (const [joint, down] of [
    [AT.right_elbow * 3, 0.12],
    [AT.right_wrist * 3, 0.23],
  ] as const) {
    out[joint] = out[shoulder] ?? 0;
    out[joint + 1] = (out[shoulder + 1] ?? 0) + down;
  }
  return { time, pose: out };
});

describe("what to say about a take", () => {
  test("a right arm that hangs is what there is to fix, three times at most", () => {
    const { fixes } = insight(judge(lazyArm));
    expect(fixes.length).toBe(3);
    expect(fixes.map((fix) => fix.limb)).toEqual(["right_arm", "right_arm", "right_arm"]);
    for (const fix of fixes) {
      expect(["direction", "small"]).toContain(fix.cause);
      expect(fix.points).toBeGreaterThan(0);
      if (fix.cause === "direction") expect(fix.degrees).toBeGreaterThan(10);
    }
    expect(fixes[0]?.points).toBeGreaterThanOrEqual(fixes[1]?.points ?? 0);
  });

  test("a dancer who is late is told so, by how much", () => {
    const { fixes } = insight(judge(danced({ late: 0.3 })));
    expect(fixes[0]?.cause).toBe("late");
    expect(fixes[0]?.offset).toBeCloseTo(0.3, 1);
  });

  test("a whole song danced small is told three things, however many eight-counts share the points", () => {
    const { choreography } = fourMinutes();
    const take = perform(choreography.track, { noise: 0.003, amplitude: 0.6 });
    const { fixes } = insight(rejudge(prepare(choreography, WHOLE), take, { mirror: false, seated: false }));
    expect(fixes).toHaveLength(3);
    for (const { points } of fixes) expect(points).toBeGreaterThan(0);
  });

  test("one thing was good, and it is not the arm that hung", () => {
    const { good } = insight(judge(lazyArm));
    expect(good?.limb).not.toBe("right_arm");
    expect(good?.shape).toBeGreaterThan(0.9);
  });

  test("nothing is said of a take that was not seen, and nothing is to fix in a perfect one", () => {
    expect(insight(judge([]))).toEqual({ fixes: [], good: null });
    expect(insight(judge(ROUTINE.track)).fixes).toEqual([]);
  });
});
