import { describe, expect, test } from "vitest";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { AT } from "#dance/pose/keypoints.ts";
import type { Pose } from "#dance/pose/pose.ts";
import { lint } from "#dance/take/lint.ts";
import { routine } from "../../fixtures/performance.ts";

const ROUTINES = [0, 1, 2].map(routine);
const [EASY] = ROUTINES as [Choreography];

/** The pose with both whole arms turned about their shoulders. */
function armsTurned(pose: Pose, degrees: number): Pose {
  const out = pose.slice();
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  for (const side of ["left", "right"] as const) {
    const at = (joint: "shoulder" | "elbow" | "wrist") => AT[`${side}_${joint}`] * 3;
    const [x, y] = [pose[at("shoulder")] ?? 0, pose[at("shoulder") + 1] ?? 0];
    for (const joint of [at("elbow"), at("wrist")]) {
      const [dx, dy] = [(pose[joint] ?? 0) - x, (pose[joint + 1] ?? 0) - y];
      out[joint] = x + cos * dx - sin * dy;
      out[joint + 1] = y + sin * dx + cos * dy;
    }
  }
  return out;
}

describe("what a choreography pays for not dancing it", () => {
  test("the built-in routines pay nothing for standing still, a T-pose or the mirror image, and can be ranked", () => {
    for (const each of ROUTINES) {
      const found = lint(each, -1);
      expect([each.slug, found.rankable, found.still < 5, found.tPose < 5, found.mirrored < 15]).toEqual([
        each.slug,
        true,
        true,
        true,
        true,
      ]);
      expect(found.beatLate).toBeLessThan(35);
      expect(found.findings.filter((finding) => finding.code === "still-pays")).toEqual([]);
    }
  });

  test("a routine that stands still cannot be ranked", () => {
    const pose = EASY.track[0]?.pose ?? new Float32Array(51);
    const frozen = {
      ...EASY,
      track: EASY.track.map(({ time }) => ({ time, pose })),
      keyframes: EASY.keyframes.map((keyframe) => ({ ...keyframe, pose })),
    };
    const found = lint(frozen, -1);
    expect(found.rankable).toBe(false);
    expect(found.still).toBe(0);
    expect(found.findings.filter((finding) => finding.code === "still-pays").length).toBe(EASY.keyframes.length);
  });

  test("keyframes that look the same or come too soon are told by their counts", () => {
    const [first, second, third] = EASY.keyframes;
    if (first === undefined || second === undefined || third === undefined) throw new Error("too short a routine");
    const keyframes = [first, { ...second, pose: first.pose }, { ...third, count: second.count + 0.1 }];
    const { findings } = lint({ ...EASY, keyframes }, -1);
    expect(findings.find((finding) => finding.code === "alike")?.count).toBe(second.count);
    expect(findings.find((finding) => finding.code === "close")?.count).toBe(second.count + 0.1);
  });

  test("of a keyframe that nobody saw nothing is said of likeness", () => {
    const keyframes = EASY.keyframes.map((it, i) =>
      i % 4 === 2 ? { ...it, pose: it.pose.map((value, k) => (k % 3 === 2 ? 0 : value)) } : it,
    );
    const found = (of: Choreography) => lint(of, -1).findings.filter(({ code }) => code === "alike");
    expect(found({ ...EASY, keyframes })).toEqual([]);
    expect(found(EASY)).toEqual([]);
  });

  test("two keyframes are told apart by their arms alone", () => {
    const [first, second] = EASY.keyframes;
    if (!first || !second) throw new Error("too short a routine");
    const turned = (degrees: number) => [first, { ...second, pose: armsTurned(first.pose, degrees) }];
    const codes = (degrees: number) =>
      lint({ ...EASY, keyframes: [...turned(degrees), ...EASY.keyframes.slice(2)] }, -1)
        .findings.filter(({ count, code }) => code === "alike" && count === second.count)
        .map(({ value }) => value);
    expect(codes(17)).toEqual([]);
    expect(codes(12)).toEqual([4.8]);
  });
});
