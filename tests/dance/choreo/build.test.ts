import { describe, expect, test } from "vitest";
import { buildChoreography } from "#dance/choreo/build.ts";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { LEVELS } from "#dance/choreo/choreography.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import { AT, type Keypoint } from "#dance/pose/keypoints.ts";
import { snapPose, snapTime } from "#dance/pose/pose.ts";
import { textOf } from "./scores.ts";

function built(text: string) {
  const result = buildChoreography(text);
  if (!result.ok) throw new Error(`${result.problem.line}: ${result.problem.message}`);
  return result.value;
}
const routines = BUILT_IN.map(({ slug, notation }) => ({ slug, routine: built(notation) }));

test("one routine for each level, each longer and faster than the last", () => {
  expect(routines.map(({ routine }) => routine.level)).toEqual(LEVELS);
  const [easy, medium, hard] = routines.map(({ routine }) => routine);
  expect([easy, medium, hard].map((r) => r?.counts)).toEqual([48, 64, 80]);
  expect(easy?.tempo.bpm).toBeLessThan(medium?.tempo.bpm ?? 0);
  expect(medium?.tempo.bpm).toBeLessThan(hard?.tempo.bpm ?? 0);
});

describe.each(routines)("$slug", ({ slug, routine }) => {
  test("has its slug, both languages and a song", () => {
    expect(routine.slug).toBe(slug);
    expect(routine.title.ko).toMatch(/[가-힣]/u);
    expect(routine.about.ko).toMatch(/(요|예요|이에요)\.$/u);
    expect(routine.song).not.toBeNull();
  });

  test("has sections of sixteen counts or more that follow each other, one of them the point", () => {
    expect(routine.sections.filter(({ kind }) => kind === "point")).toHaveLength(1);
    let end = 0;
    for (const { from, to } of routine.sections) {
      expect(from).toBe(end);
      expect(to - from).toBeGreaterThanOrEqual(16);
      end = to;
    }
    expect(end).toBe(routine.counts);
  });

  test("its track covers a second before the first count and after the last, thirty frames a second, on the grid", () => {
    const { track, tempo, counts } = routine;
    expect(track[0]?.time).toBeLessThanOrEqual(tempo.firstBeat - 1);
    expect(track.at(-1)?.time).toBeGreaterThanOrEqual(timeOfCount(tempo, counts) + 1);
    for (const [i, { time, pose }] of track.entries()) {
      expect(time).toBe(snapTime(i / 30));
      expect(pose).toEqual(snapPose(pose));
    }
  });

  test("each keyframe is the track's pose on its count", () => {
    for (const { count, pose } of routine.keyframes) {
      const near = routine.track[Math.round(timeOfCount(routine.tempo, count) * 30)]?.pose as Float32Array;
      const off = Math.max(...[...pose].map((value, i) => Math.abs(value - (near[i] as number))));
      expect(off).toBeLessThan(0.05); // a sixtieth of a second at most
    }
  });

  test("moves everything in every section: hands and feet, both sides, up and down", () => {
    for (const { from, to } of routine.sections) {
      const poses = routine.keyframes.filter(({ count }) => count >= from && count < to).map(({ pose }) => pose);
      const spread = (name: Keypoint, axis: 0 | 1) => {
        const values = poses.map((pose) => pose[AT[name] * 3 + axis] as number);
        return Math.max(...values) - Math.min(...values);
      };
      for (const side of ["left", "right"] as const) {
        expect(spread(`${side}_wrist`, 1)).toBeGreaterThan(0.2);
        expect(spread(`${side}_wrist`, 0)).toBeGreaterThan(0.15);
        expect(spread(`${side}_ankle`, 0)).toBeGreaterThan(0.08);
        expect(spread(`${side}_knee`, 0)).toBeGreaterThan(0.08);
      }
      expect(spread("left_hip", 1)).toBeGreaterThan(0.05);
    }
  });

  test("stays in the picture", () => {
    for (const { pose } of routine.track)
      for (let k = 0; k < 17; k++) {
        expect(pose[k * 3]).toBeGreaterThan(0);
        expect(pose[k * 3]).toBeLessThan(4 / 3);
        expect(pose[k * 3 + 1]).toBeGreaterThan(-0.02);
        expect(pose[k * 3 + 1]).toBeLessThan(1);
      }
  });
});

describe("what is written is what is built", () => {
  test("accents weigh more, half counts less, and a hold is not judged", () => {
    const { keyframes } = built(textOf("1:1 hit! arms up", "1:2 hold", "1:3& hit arms side", "1:5 hit arms down"));
    expect(keyframes.map(({ count, weight }) => [count, weight])).toEqual([
      [0, 1.5],
      [2.5, 0.6],
      [4, 1],
    ]);
  });

  test("a mirrored eight-count is the other side; a repeated one is the same again", () => {
    const { keyframes } = built(textOf("1:1 hit left arm high", "2 mirror 1", "3-4 repeat 1-2"));
    expect(keyframes.map(({ count }) => count)).toEqual([0, 8, 16, 24]);
    const wrist = (i: number, side: "left" | "right") => keyframes[i]?.pose[AT[`${side}_wrist`] * 3 + 1] as number;
    expect(wrist(0, "left")).toBeLessThan(wrist(0, "right") - 0.2);
    expect(wrist(1, "right")).toBeCloseTo(wrist(0, "left"), 2);
  });

  test.each([
    ["a hand too fast", textOf("1:1 hit arms down", "1:1& hit arms up"), "too-fast", 11, "1:1&"],
    [
      "steps that leave the room",
      textOf(
        ...[1, 2, 3, 4, 5, 6, 7]
          .map((n) => `${n}:1 hit step left wide, weight left`)
          .map((line, i) => (i % 2 ? line.replace("step left wide, weight left", "close right") : line)),
      ),
      "off-the-floor",
      14,
      "spot",
    ],
  ])("%s is told with its line and count", (_, text, code, line, says) => {
    const result = buildChoreography(text);
    expect(result.ok ? "danced" : result.problem).toMatchObject({ code, line });
    expect(result.ok ? "" : result.problem.message).toContain(says);
  });
});
