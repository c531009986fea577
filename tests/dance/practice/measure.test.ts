import { describe, expect, test } from "vitest";
import { AT } from "#dance/pose/keypoints.ts";
import type { Pose, Track } from "#dance/pose/pose.ts";
import { limbDelay, limbSeen, measureLimbs } from "#dance/practice/measure.ts";
import { jack, jackTime, jackTrack } from "../../fixtures/jacks.ts";

/** The pose with its right arm (on our left) turned about the shoulder: so many degrees lower where it is raised sideways. */
function armTurned(pose: Pose, degrees: number): Pose {
  const out = pose.slice();
  const [x0, y0] = [out[AT.right_shoulder * 3] ?? 0, out[AT.right_shoulder * 3 + 1] ?? 0];
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  for (const k of [AT.right_elbow, AT.right_wrist]) {
    const [x, y] = [(out[k * 3] ?? 0) - x0, (out[k * 3 + 1] ?? 0) - y0];
    out[k * 3] = x0 + x * cos - y * sin;
    out[k * 3 + 1] = y0 + x * sin + y * cos;
  }
  return out;
}
const moved = (track: Track, by: number): Track => track.map(({ time, pose }) => ({ time: time + by, pose }));

describe("a limb at a moment", () => {
  const pose = jack(0.6);
  test("is off by no degree where both stand alike", () => {
    for (const it of measureLimbs(pose, pose))
      expect(it).toMatchObject({ degrees: 0, bend: expect.toSatisfy(nothing) });
  });
  const nothing = (bend: number | null) => bend === null || bend === 0;
  test("is off by as many degrees as it was turned, and low where it was turned down", () => {
    const arm = measureLimbs(pose, armTurned(pose, -20)).find(({ limb }) => limb === "right_arm");
    expect(arm?.degrees).toBe(20);
    expect(arm?.lowBy).toBeGreaterThan(10);
    expect(arm?.bend).toBe(0);
    expect(measureLimbs(pose, armTurned(pose, 20)).find(({ limb }) => limb === "right_arm")?.lowBy).toBeLessThan(-10);
  });
  test("is not told of where the camera did not see it", () => {
    const unseen = pose.slice();
    for (const k of [AT.left_knee, AT.left_ankle]) unseen[k * 3 + 2] = 0.1;
    expect(measureLimbs(pose, unseen).map(({ limb }) => limb)).not.toContain("left_leg");
  });
});

describe("when a limb comes", () => {
  const reference = jackTrack(32);
  test.each([-0.12, -0.038, 0, 0.038, 0.2])("%f s off is found within 5 ms", (by) => {
    const late = limbDelay(reference, moved(reference, by), "right_arm", jackTime(8));
    expect(late).not.toBeNull();
    expect(Math.abs((late ?? 9) - by)).toBeLessThan(0.005);
  });
  test("nobody can tell of a limb that holds still", () => {
    expect(limbDelay(reference, reference, "torso", jackTime(8))).toBeNull();
  });
  test("nobody can tell of a dancer who stands still", () => {
    const still = reference.map(({ time }) => ({ time, pose: jack(0) }));
    expect(limbDelay(reference, still, "right_arm", jackTime(8))).toBeNull();
  });
});

test("how much of a limb was seen", () => {
  const track = jackTrack(8).map(({ time, pose }, i) => {
    const out = pose.slice();
    if (i % 4 === 0) out[AT.left_ankle * 3 + 2] = 0.1;
    return { time, pose: out };
  });
  expect(limbSeen(track, "left_leg", 1, 3)).toBeCloseTo(0.75, 1);
  expect(limbSeen(track, "right_leg", 1, 3)).toBe(1);
  expect(limbSeen(track, "right_leg", 90, 93)).toBe(0);
});
