import { describe, expect, test } from "vitest";
import { timeOfCount } from "#dance/music/tempo.ts";
import { AT } from "#dance/pose/keypoints.ts";
import { mirrorPose, POSE_SIZE, type Track } from "#dance/pose/pose.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { poseAt } from "../../../web/parts/replay-draw.ts";
import { moveOf } from "../../../web/parts/replay-keys.ts";
import { sceneOf, stepFrom, withOther } from "../../../web/parts/replay-scene.ts";
import { worstCount } from "../../../web/state/cells.ts";
import { jack, jacks } from "../../fixtures/jacks.ts";

const choreography = jacks(32);
/** Fifteen frames a second, with a hole in the second second. */
const frames: Track = Array.from({ length: 60 }, (_, i) => ({ time: i / 15 + 0.02, pose: jack(i / 15) })).filter(
  ({ time }) => time < 1.2 || time > 1.7,
);
const result = { lag: 0.02, judgements: [] } as unknown as TakeResult;
const scene = sceneOf(choreography, -1, { frames, mirror: false, result });

describe("steps in the replay", () => {
  test("one frame on is the take's own next frame, however many a second there are", () => {
    const first = stepFrom(scene, 0, "frame", 1);
    expect(first).toBeCloseTo(1 / 15, 5);
    expect(stepFrom(scene, first, "frame", 1)).toBeCloseTo(2 / 15, 5);
    expect(stepFrom(scene, first, "frame", -1)).toBeCloseTo(0, 5);
  });
  test("from between two frames, one back is the frame just seen", () => {
    expect(stepFrom(scene, 0.1, "frame", -1)).toBeCloseTo(1 / 15, 5);
  });
  test("a hole in the take is one step wide", () => {
    const before = Math.max(...frames.filter(({ time }) => time < 1.2).map(({ time }) => time)) - 0.02;
    expect(stepFrom(scene, before, "frame", 1)).toBeGreaterThan(1.66);
  });
  test("counts and eight-counts are stepped to, not by", () => {
    const { tempo } = choreography;
    const at = (count: number) => timeOfCount(tempo, count);
    expect(stepFrom(scene, at(3.4), "count", 1)).toBeCloseTo(at(4), 5);
    expect(stepFrom(scene, at(3.4), "count", -1)).toBeCloseTo(at(3), 5);
    expect(stepFrom(scene, at(4), "count", -1)).toBeCloseTo(at(3), 5);
    expect(stepFrom(scene, at(8), "eight", 1)).toBeCloseTo(at(16), 5);
    expect(stepFrom(scene, at(9), "eight", -1)).toBeCloseTo(at(8), 5);
  });
});

describe("the pose at a moment", () => {
  const into = new Float32Array(POSE_SIZE);
  const [a, b] = [jack(0), jack(0.5)];
  test("between two near frames lies between their poses", () => {
    const pose = poseAt(
      [
        { time: 0, pose: a },
        { time: 0.1, pose: b },
      ],
      0.05,
      into,
    );
    const wrist = AT.left_wrist * 3 + 1;
    expect(pose?.[wrist]).toBeCloseTo(((a[wrist] ?? 0) + (b[wrist] ?? 0)) / 2, 5);
  });
  test("in a hole of the camera nothing is made up", () => {
    expect(
      poseAt(
        [
          { time: 0, pose: a },
          { time: 0.5, pose: b },
        ],
        0.25,
        into,
      ),
    ).toBe(a);
  });
  test("a keypoint that one frame does not know does not fly to nowhere", () => {
    const lost = b.slice();
    lost.set([0, 0, 0], AT.left_wrist * 3);
    const pose = poseAt(
      [
        { time: 0, pose: a },
        { time: 0.1, pose: lost },
      ],
      0.09,
      into,
    );
    expect(pose?.[AT.left_wrist * 3]).toBe(a[AT.left_wrist * 3]);
  });
});

test("a take that was danced as filmed is turned, so that both show the same side", () => {
  const filmed = frames.map(({ time, pose }) => ({ time, pose: mirrorPose(pose) }));
  const both = withOther(scene, { frames: filmed, mirror: true, result }, false);
  expect(both.other?.track[3]?.pose).toEqual(frames[3]?.pose);
  expect(withOther(scene, { frames, mirror: false, result }, false).other?.track).toBe(frames);
});

describe("a cell of the heat map leads to its worst count", () => {
  const loss = (count: number, limb: string, points: number) => ({ count, limb, points });
  const judged = (count: number, ...faults: { limb: string; degrees: number }[]) => ({ count, faults });
  const take = (losses: object[], judgements: object[]) =>
    ({ losses, judgements, eightCounts: [{}] }) as unknown as TakeResult;
  test("where its limb lost the most, all causes together", () => {
    const it = take(
      [loss(9, "left_arm", 40), loss(12, "left_arm", 30), loss(12, "left_arm", 30), loss(13, "head", 90)],
      [judged(8), judged(9), judged(12), judged(13)],
    );
    expect(worstCount(it, { limb: "left_arm", eight: 1 })).toBe(12);
  });
  test("a count on which something is seen to be off comes before one that only lost more", () => {
    const it = take(
      [loss(8, "left_arm", 90), loss(9, "left_arm", 10)],
      [judged(8), judged(9, { limb: "left_arm", degrees: 20 })],
    );
    expect(worstCount(it, { limb: "left_arm", eight: 1 })).toBe(9);
  });
  test("where nothing was lost, the widest fault; where there is none, the first judged count", () => {
    const it = take(
      [],
      [judged(16), judged(18, { limb: "torso", degrees: 9 }), judged(19, { limb: "torso", degrees: 14 })],
    );
    expect(worstCount(it, { limb: "torso", eight: 2 })).toBe(19);
    expect(worstCount(it, { limb: "head", eight: 2 })).toBe(16);
    expect(worstCount(it, { limb: "head", eight: 3 })).toBe(24);
  });
});

describe("the keys of the replay", () => {
  const on = (selector: string) => ({ matches: (query: string) => query.split(", ").includes(selector) });
  const press = (key: string, more: object = {}, selector = "section") =>
    moveOf({
      key,
      shiftKey: false,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      target: on(selector),
      ...more,
    } as never);
  test("move by frames, counts and eight-counts", () => {
    expect(press("ArrowRight")).toEqual({ kind: "step", unit: "frame", way: 1 });
    expect(press("ArrowLeft", { shiftKey: true })).toEqual({ kind: "step", unit: "count", way: -1 });
    expect(press("]")).toEqual({ kind: "step", unit: "eight", way: 1 });
    expect(press("1")).toEqual({ kind: "speed", rate: 0.25 });
  });
  test("leave a control what it needs, and the browser what is its own", () => {
    expect(press(" ", {}, "button")).toBeNull();
    expect(press("ArrowRight", {}, "button")).toEqual({ kind: "step", unit: "frame", way: 1 });
    expect(press("ArrowRight", {}, "input")).toBeNull();
    expect(press("ArrowRight", {}, "input[type=range]")).not.toBeNull();
    expect(press("1", { ctrlKey: true })).toBeNull();
  });
});
