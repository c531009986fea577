import { describe, expect, test } from "vitest";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { lint } from "#dance/take/lint.ts";
import { routine } from "../../fixtures/performance.ts";

const ROUTINES = [0, 1, 2].map(routine);
const [EASY] = ROUTINES as [Choreography];

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
});
