import { describe, expect, test } from "vitest";
import { minimumJerk } from "#dance/choreo/body/blend.ts";
import { type Moment, postureAt } from "#dance/choreo/body/motion.ts";
import { NEUTRAL, SIDES } from "#dance/choreo/body/posture.ts";
import { skeleton } from "#dance/choreo/body/skeleton.ts";
import { distance } from "#dance/choreo/body/vec.ts";
import { momentsOf } from "#dance/choreo/build.ts";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { expand, sectionsOf } from "#dance/choreo/expand.ts";
import { parseNotation } from "#dance/choreo/notation.ts";
import type { Tempo } from "#dance/music/tempo.ts";
import { textOf } from "./scores.ts";

const tempo = (bpm: number): Tempo => ({ bpm, firstBeat: 240 / bpm });

function momentsIn(text: string): { moments: Moment[]; end: number; bpm: number } {
  const read = parseNotation(text);
  if (!read.ok) throw new Error(`${read.problem.line}: ${read.problem.message}`);
  const counts = sectionsOf(read.value).at(-1)?.to ?? 0;
  const beat = 60 / read.value.bpm;
  return {
    moments: momentsOf(expand(read.value), tempo(read.value.bpm), counts),
    end: (counts + 8) * beat,
    bpm: read.value.bpm,
  };
}
const dance = (text: string, step = 1 / 120) => {
  const { moments, end } = momentsIn(text);
  return Array.from({ length: Math.floor(end / step) }, (_, i) => {
    const posture = postureAt(moments, i * step);
    return { time: i * step, posture, joints: skeleton(posture) };
  });
};

test("the smoothest way is still at both ends and fastest in the middle", () => {
  expect([minimumJerk(-1), minimumJerk(0), minimumJerk(0.5), minimumJerk(1), minimumJerk(2)]).toEqual([
    0, 0, 0.5, 1, 1,
  ]);
  expect(minimumJerk(0.01)).toBeLessThan(0.0001);
});

describe.each(BUILT_IN)("$slug, danced", ({ notation }) => {
  const frames = dance(notation);

  test("no hand or foot is faster than a body, and nothing jumps from place to place", () => {
    let [wrist, ankle, head] = [0, 0, 0];
    for (const [i, { joints }] of frames.entries()) {
      const last = frames[i - 1]?.joints;
      if (!last) continue;
      head = Math.max(head, distance(joints.face.nose, last.face.nose) * 120);
      for (const side of SIDES) {
        wrist = Math.max(wrist, distance(joints.arms[side].wrist, last.arms[side].wrist) * 120);
        ankle = Math.max(ankle, distance(joints.legs[side].ankle, last.legs[side].ankle) * 120);
      }
    }
    expect(wrist).toBeLessThan(7); // at 120 frames a second the peak is a little sharper than at 30
    expect(ankle).toBeLessThan(6);
    expect(head).toBeLessThan(4);
  });

  test("a foot that stands does not skate: it travels only in the air", () => {
    for (const [i, { joints, posture }] of frames.entries()) {
      const last = frames[i - 1];
      if (!last) continue;
      for (const side of SIDES) {
        const [now, then] = [joints.legs[side].ankle, last.joints.legs[side].ankle];
        const onFloor = posture.feet[side].lift < 0.004 && last.posture.feet[side].lift < 0.004;
        if (onFloor) expect(Math.hypot(now[0] - then[0], now[2] - then[2])).toBeLessThan(0.004);
      }
    }
  });

  test("no foot goes under the floor", () => {
    for (const { joints } of frames)
      for (const side of SIDES) expect(joints.legs[side].ankle[1]).toBeGreaterThan(0.075);
  });
});

describe("how a transition is danced", () => {
  const wristHeight = (text: string) => dance(text).map(({ time, joints }) => ({ time, y: joints.arms.left.wrist[1] }));
  const yAt = (frames: { time: number; y: number }[], time: number) => frames[Math.round(time * 120)]?.y as number;
  const count = (n: number) => 2.4 + n * 0.6; // at 100 bpm

  test("a hit waits and then is there on the count; a flow is half way at half time", () => {
    const hit = wristHeight(textOf("1:1 hit arms low", "1:5 hit arms high"));
    const flow = wristHeight(textOf("1:1 hit arms low", "1:5 flow arms high"));
    const [low, high] = [yAt(flow, count(0)), yAt(flow, count(4))];
    expect(Math.abs(yAt(hit, count(2)) - low)).toBeLessThan(0.05);
    expect(yAt(flow, count(2)) - low).toBeGreaterThan(0.25 * (high - low));
    expect(yAt(hit, count(4))).toBeCloseTo(high, 2);
  });

  test("a hold stays until its count, then the next move begins", () => {
    const frames = wristHeight(textOf("1:1 hit arms low", "1:3 hold", "1:5 flow arms high"));
    expect(yAt(frames, count(2))).toBeCloseTo(yAt(frames, count(1)), 2);
    expect(yAt(frames, count(3))).toBeGreaterThan(yAt(frames, count(2)) + 0.1);
  });

  test("a bounce dips on the way", () => {
    const pelvis = (manner: string) => {
      const frames = dance(textOf("1:1 hit knees soft", `1:2 ${manner} arms side`));
      return Math.min(
        ...frames.filter(({ time }) => time > count(0) && time < count(1)).map(({ joints }) => joints.pelvis[1]),
      );
    };
    expect(pelvis("bounce")).toBeLessThan(pelvis("flow") - 0.03);
  });

  test("a body wave passes from the head to the knees and leaves the pose as it was", () => {
    const frames = dance(textOf("1:1 hit arms down", "1:3 flow arms down, roll body")).filter(
      ({ time }) => time >= count(0) && time <= count(2),
    );
    const peak = (of: (f: (typeof frames)[number]) => number) =>
      frames.reduce((best, f) => (of(f) > of(best) ? f : best)).time;
    const head = peak((f) => Math.abs(f.posture.channels.nod));
    const knees = peak((f) => f.posture.channels.crouch);
    expect(head).toBeLessThan(knees - 0.2);
    expect(frames.at(-1)?.posture.channels.nod).toBeCloseTo(0, 1);
  });

  test("two steps in one transition go one foot after the other; a jump takes both off the floor", () => {
    const lifted = (text: string) =>
      dance(text).filter(({ posture }) => SIDES.every((side) => posture.feet[side].lift > 0.02)).length;
    expect(lifted(textOf("1:1 hit feet together", "1:3 hit feet wide"))).toBe(0);
    expect(lifted(textOf("1:1 hit feet together", "1:3 hit jump wide"))).toBeGreaterThan(10);
  });

  test("before the first count and after the last the dancer stands at ease", () => {
    const frames = dance(textOf("1:1 hit star"));
    expect(frames[0]?.posture).toEqual(NEUTRAL);
    expect(frames.at(-1)?.posture).toEqual(NEUTRAL);
  });
});
