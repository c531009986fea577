import { expect, test } from "vitest";
import { AT } from "#dance/pose/keypoints.ts";
import { mirrorPose, POSE_SIZE } from "#dance/pose/pose.ts";
import { ownJudgement } from "#dance/scoring/own.ts";
import { aimLimb, Ghost } from "../../../web/stage/aim.ts";
import { framingOf, SteadyFraming } from "../../../web/stage/framing.ts";
import { coverPlace, fitPoses, type Place, px, py, seen, wholePlace } from "../../../web/stage/geometry.ts";
import { Teacher } from "../../../web/stage/teacher.ts";
import { jack, jackTime, jackTrack, openAt } from "../../fixtures/jacks.ts";

const down = jack(0);
const up = jack(1);
const place = (): Place => ({ x0: 0, y0: 0, size: 1, flip: 1 });

/** The same body, larger and elsewhere. */
const moved = (pose: Float32Array, scale: number, dx: number, dy: number) =>
  pose.map((value, i) => (i % 3 === 2 ? value : value * scale + (i % 3 === 0 ? dx : dy)));

test("the camera is shown as in a mirror: the dancer's right hand is on the right", () => {
  const mirror = coverPlace(4 / 3, 640, 480, place());
  expect(px(down, AT.right_wrist, mirror)).toBeGreaterThan(px(down, AT.left_wrist, mirror));
  expect(px(down, AT.nose, mirror)).toBeCloseTo(640 - 0.6667 * 480, 0);
});

test("on a tall screen the picture covers all and its middle stays in the middle", () => {
  const tall = coverPlace(4 / 3, 390, 544, place());
  expect(tall.size).toBe(544);
  expect(tall.x0 - (2 / 3) * tall.size).toBeCloseTo(195);
});

test("on a wide screen neither feet nor raised hands are cut, and the sides stay empty", () => {
  const wide = coverPlace(4 / 3, 1600, 600, place());
  expect(wide.size).toBeLessThanOrEqual(600 * 1.06);
  expect(wide.y0).toBeGreaterThan(-0.035 * 600);
  expect(wide.x0 - (2 / 3) * wide.size).toBeCloseTo(800);
});

test("of several nobody is cut off, on a tall screen or a wide one; they stand on its lower edge", () => {
  for (const [width, height] of [
    [390, 544],
    [1600, 600],
  ] as const) {
    const { size, x0, y0 } = wholePlace(4 / 3, width, height, place());
    expect(x0).toBeLessThanOrEqual(width);
    expect(x0 - (4 / 3) * size).toBeGreaterThanOrEqual(-1e-9);
    expect(y0).toBeGreaterThanOrEqual(0);
    expect(y0 + size).toBeCloseTo(height);
  }
});

test("a teacher is fitted whole into its canvas, whatever it dances", () => {
  const poses = [down, up, jack(0.5)];
  const fitted = fitPoses(poses, 300, 500, -1);
  for (const pose of poses) {
    for (let k = 0; k < POSE_SIZE / 3; k++) {
      expect(px(pose, k, fitted)).toBeGreaterThan(0);
      expect(px(pose, k, fitted)).toBeLessThan(300);
      expect(py(pose, k, fitted)).toBeGreaterThan(0);
      expect(py(pose, k, fitted)).toBeLessThan(500);
    }
  }
});

test("the dashed arm starts at the dancer's shoulder and points as the teacher's does, at her size", () => {
  const dancer = moved(down, 2, 0.3, -0.1);
  const out = new Float32Array(6);
  expect(aimLimb(dancer, up, "right_arm", out)).toBe(3);
  const wanted = moved(up, 2, 0.3, -0.1);
  expect(out[0]).toBeCloseTo(dancer[AT.right_shoulder * 3] as number);
  for (const [i, k] of [AT.right_shoulder, AT.right_elbow, AT.right_wrist].entries()) {
    expect(out[i * 2]).toBeCloseTo(wanted[k * 3] as number, 2);
    expect(out[i * 2 + 1]).toBeCloseTo(wanted[k * 3 + 1] as number, 1);
  }
});

test("a limb whose root the camera does not see is given no aim", () => {
  const hidden = down.slice();
  hidden[AT.right_shoulder * 3 + 2] = 0;
  expect(aimLimb(hidden, up, "right_arm", new Float32Array(6))).toBe(0);
});

test("left and right are the dancer's own, also of one who mirrors on purpose", () => {
  const fault = { limb: "right_arm", cause: "direction", degrees: 40, lowBy: 40 } as const;
  const head = { ...fault, limb: "head" } as const;
  const rest = { keyframe: 0, count: 0, word: "ok", similarity: 0.5, offset: 0, energy: 1, combo: 0 } as const;
  const judgement = { ...rest, faults: [fault, head] };
  expect(ownJudgement(judgement, false)).toBe(judgement);
  expect(ownJudgement(judgement, true).faults.map(({ limb }) => limb)).toEqual(["left_arm", "head"]);
});

test("the ghost stands where the dancer stands, at her size", () => {
  const ghost = new Ghost();
  expect(ghost.put(down)).toBe(false);
  ghost.follow(moved(down, 1.5, 0.2, 0.1), down, 0.1);
  expect(ghost.put(down)).toBe(true);
  const wanted = moved(down, 1.5, 0.2, 0.1);
  for (let i = 0; i < POSE_SIZE; i++) expect(ghost.pose[i]).toBeCloseTo(wanted[i] as number, 4);
});

test("the teacher moves evenly between its frames, forwards and after a step back", () => {
  const teacher = new Teacher(jackTrack(8), false);
  for (const count of [0.3, 2.71, 5.55, 1.2]) {
    const hand = teacher.at(jackTime(count))[AT.left_wrist * 3 + 1] as number;
    expect(hand).toBeCloseTo(jack(openAt(count))[AT.left_wrist * 3 + 1] as number, 1);
  }
  expect(teacher.at(-5)).toEqual(jack(0));
  expect(teacher.at(999)).toEqual(jack(openAt(8)));
});

test("a teacher who walks across the floor is followed, so that it can be drawn large", () => {
  const walking = jackTrack(32).map(({ time, pose }) => ({ time, pose: moved(pose, 1, time * 0.3, 0) }));
  const teacher = new Teacher(walking, false);
  const fitted = fitPoses(teacher.sample(0, 16), 300, 500, -1);
  const unfollowed = fitPoses(
    walking.map(({ pose }) => pose),
    300,
    500,
    -1,
  );
  expect(fitted.size).toBeGreaterThan(unfollowed.size * 1.5);
  for (const time of [1, 7, 15]) {
    const pose = teacher.at(time);
    const followed = { ...fitted, x0: fitted.x0 + teacher.centre * fitted.size };
    expect(px(pose, AT.nose, followed)).toBeGreaterThan(60);
    expect(px(pose, AT.nose, followed)).toBeLessThan(240);
  }
});

test("for a dancer who mirrors on purpose the teacher shows the mirror image", () => {
  const lopsided = jack(0);
  lopsided.set([0.9, 0.1], AT.left_wrist * 3);
  const teacher = new Teacher([{ time: 0, pose: lopsided }], true);
  expect(teacher.at(0)).toEqual(mirrorPose(lopsided));
  expect(teacher.at(0)[AT.right_wrist * 3 + 1]).toBeCloseTo(0.1);
});

test("the dancer is told to step back when her legs are not seen, and nothing while it flickers", () => {
  const legless = down.slice();
  for (const k of [AT.left_ankle, AT.right_ankle, AT.left_knee, AT.right_knee]) legless[k * 3 + 2] = 0;
  expect(seen(legless, AT.left_ankle)).toBe(false);
  expect([down, legless, null].map((pose) => framingOf(pose, "standing"))).toEqual(["whole", "no-legs", "nobody"]);
  const framing = new SteadyFraming();
  for (let i = 0; i < 12; i++) framing.hear(down, "standing");
  expect(framing.value).toBe("whole");
  for (let i = 0; i < 12; i++) framing.hear(i % 2 ? legless : down, "standing");
  expect(framing.value).toBe("whole");
  const changes = Array.from({ length: 8 }, () => framing.hear(legless, "standing")).filter(Boolean);
  expect(changes.length).toBe(1);
  expect(framing.value).toBe("no-legs");
});
