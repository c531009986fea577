import { describe, expect, test } from "vitest";
import { AT } from "#dance/pose/keypoints.ts";
import type { Pose, Track } from "#dance/pose/pose.ts";
import type { JudgementWord, TakeResult } from "#dance/scoring/result.ts";
import { barsOf, bestPose } from "../../../web/parts/card-facts.ts";
import { jack } from "../../fixtures/jacks.ts";

const tempo = { bpm: 60, firstBeat: 0 };
const judged = (...words: JudgementWord[]) =>
  ({ lag: 0, judgements: words.map((word, count) => ({ word, count })) }) as unknown as TakeResult;
/** One frame a count. */
const track = (...poses: Pose[]): Track => poses.map((pose, time) => ({ time, pose }));
const [closed, open] = [jack(0), jack(1)].sort((a, b) => width(a) - width(b)) as [Pose, Pose];
function width(pose: Pose): number {
  return Math.abs((pose[AT.left_wrist * 3] ?? 0) - (pose[AT.right_wrist * 3] ?? 0));
}

describe("the pose on a card", () => {
  test("is the widest among the best counts", () => {
    expect(bestPose(judged("perfect", "perfect", "good"), track(closed, open, open), tempo)).toBe(open);
    expect(bestPose(judged("perfect", "good"), track(closed, open), tempo)).toBe(closed);
  });
  test("is never one of which a part was out of the picture; where all are, there is none", () => {
    const cut = open.slice();
    cut[AT.left_ankle * 3 + 2] = 0.1;
    expect(bestPose(judged("perfect", "ok"), track(cut, closed), tempo)).toBe(closed);
    expect(bestPose(judged("perfect"), track(cut), tempo)).toBeNull();
    expect(bestPose(judged("perfect"), [], tempo)).toBeNull();
  });
});

test("the bars of a card are the counts, or the eight-counts of a long take", () => {
  expect(barsOf(judged("perfect", "miss"))).toEqual(["perfect", "miss"]);
  const long = Array.from({ length: 96 }, (_, i): JudgementWord => (i < 88 ? "great" : "ok"));
  expect(barsOf(judged(...long))).toEqual([...Array(11).fill("great"), "ok"]);
});
