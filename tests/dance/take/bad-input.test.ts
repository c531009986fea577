import { describe, expect, test } from "vitest";
import { POSE_SIZE, type PoseFrame } from "#dance/pose/pose.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { lottery, perform, routine } from "../../fixtures/performance.ts";

const ROUTINE = routine(0);
const REFERENCE = prepare(ROUTINE, WHOLE);
const DANCED = perform(ROUTINE.track, { noise: 0.004 });
const judge = (frames: readonly PoseFrame[]): TakeResult =>
  rejudge(REFERENCE, frames, { mirror: false, seated: false });

/** All numbers of a result, whatever holds them. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
const isSound = (result: TakeResult) => expect(numbersIn(result).filter((n) => !Number.isFinite(n))).toEqual([]);

describe("takes that no dancer dances", () => {
  test("no frames, one frame, empty poses and poses of NaN earn nothing and break nothing", () => {
    const odd: PoseFrame[][] = [
      [],
      DANCED.slice(10, 11),
      DANCED.map(({ time }) => ({ time, pose: new Float32Array(0) })),
      DANCED.map(({ time }) => ({ time, pose: new Float32Array(POSE_SIZE).fill(Number.NaN) })),
      DANCED.map(({ time }) => ({ time, pose: new Float32Array(POSE_SIZE).fill(1e30) })),
      DANCED.map(({ pose }) => ({ time: Number.NaN, pose })),
      DANCED.map(({ pose }) => ({ time: Number.POSITIVE_INFINITY, pose })),
    ];
    for (const frames of odd) {
      const result = judge(frames);
      isSound(result);
      expect([result.score, result.coverage]).toEqual([0, 0]);
      expect(result.words.unseen).toBe(REFERENCE.keyframes.length);
    }
  });

  test("frames that go back in time are passed over", () => {
    const shaken = DANCED.flatMap((frame, i) => (i % 5 === 0 && i > 20 ? [frame, DANCED[i - 20] ?? frame] : [frame]));
    expect(judge(shaken)).toEqual(judge(DANCED));
  });

  test("a gap of seconds is unseen, and told", () => {
    const from = (DANCED[0]?.time ?? 0) + 8;
    const result = judge(DANCED.filter(({ time }) => time < from || time > from + 6));
    isSound(result);
    expect(result.coverage).toBeLessThan(0.95);
    expect(result.words.unseen).toBeGreaterThan(3);
    expect(result.unseen.some((span) => span.from < from + 1 && span.to > from + 5)).toBe(true);
  });

  test("who leaves for good is judged on what was seen: every limb told, the rest unseen", () => {
    const half = judge(DANCED.filter(({ time }) => time < (REFERENCE.from + REFERENCE.to) / 2));
    expect(half.coverage).toBeGreaterThan(0.4);
    expect(half.coverage).toBeLessThan(0.7);
    expect(Object.values(half.limbs)).not.toContain(null);
    expect(half.eightCounts[0]?.coverage).toBe(1);
    expect(half.eightCounts.at(-1)?.coverage).toBeLessThan(0.2);
  });

  test("two people who swap places every second are no dancer", () => {
    const random = lottery(3);
    const other = perform(routine(1).track, { at: [0.5, 0] });
    const mixed = DANCED.map((frame, i) =>
      Math.floor(frame.time) % 2 === 0 ? frame : { ...frame, pose: other[i % other.length]?.pose ?? frame.pose },
    );
    const result = judge(mixed);
    isSound(result);
    expect(result.score).toBeLessThan(judge(DANCED).score * 0.7);
    isSound(judge(DANCED.map(({ time, pose }) => ({ time, pose: pose.map(() => random()) }))));
  });

  test("a pose that is torn apart all the time earns next to nothing", () => {
    const random = lottery(9);
    const torn = DANCED.map(({ time, pose }) => ({
      time,
      pose: pose.map((value, i) => (i % 3 === 2 ? 0.9 : value + random() - 0.5)),
    }));
    expect(judge(torn).score).toBeLessThan(60_000);
  });
});
