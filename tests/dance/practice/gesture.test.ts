import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pose } from "#dance/pose/pose.ts";
import { eighthsOf } from "#dance/practice/dwell.ts";
import {
  GESTURES,
  type Gesture,
  type Hands,
  isCrossedOverhead,
  type Live,
  OPEN_HANDS,
  pausesItself,
  placeTargets,
  stepHands,
  TARGET_PLACES,
} from "#dance/practice/gesture.ts";
import { CROSSED, looks, type Stick, stick } from "./stick.ts";

const rest: Live = { in: "rest", targets: placeTargets(stick()) };
const take: Live = { in: "take" };

/** A dancer with one hand in the middle of a ring. */
const reaching = (gesture: Gesture, more: Stick = {}): Pose => {
  const { side, out, up } = TARGET_PLACES[gesture];
  return stick({ [side]: { out, up }, ...more });
};

function watch(times: readonly number[], pose: (time: number) => Pose, live: Live, from: Hands = OPEN_HANDS) {
  let hands = from;
  const fired: { at: number; gesture: Gesture }[] = [];
  for (const cameraTime of times) {
    const step = stepHands(hands, { cameraTime, pose: pose(cameraTime) }, live);
    hands = step.hands;
    if (step.fired) fired.push({ at: cameraTime, gesture: step.fired });
  }
  return { hands, fired };
}

describe("a held hand between takes", () => {
  test.each(GESTURES)("a hand held in the ring '%s' asks for it, once", (gesture) => {
    const { fired } = watch(looks(30, 5), () => reaching(gesture), rest);
    expect(fired.map((f) => f.gesture)).toEqual([gesture]);
  });
  test("a hand that leaves and comes again asks again", () => {
    const pose = (t: number) => (t > 2 && t < 2.6 ? stick() : reaching("back"));
    expect(watch(looks(30, 5), pose, rest).fired).toHaveLength(2);
  });
  test("a camera that misses the hand in one look does not ask twice", () => {
    const pose = (t: number) => reaching("again", Math.abs(t - 2) < 0.02 ? { unseen: ["right_wrist"] } : {});
    expect(watch(looks(30, 5), pose, rest).fired).toHaveLength(1);
  });
  test("either hand will do", () => {
    const pose = stick({ left: { out: -TARGET_PLACES.again.out, up: TARGET_PLACES.again.up } });
    expect(watch(looks(30, 2), () => pose, rest).fired[0]?.gesture).toBe("again");
  });
  test("the ring fills by eighths and empties as fast when the hand leaves", () => {
    const half = watch(looks(20, 0.6), () => reaching("pause"), rest).hands;
    expect(eighthsOf(half.rings.pause)).toBe(4);
    const left = watch(looks(20, 0.25, 0.65), () => stick(), rest, half).hands;
    expect(left.rings.pause.fill).toBeCloseTo(0.25);
    expect(watch(looks(20, 0.6, 0.65), () => stick(), rest, half).hands.rings.pause.fill).toBe(0);
  });
  test("hands hanging, on the hips, folded or at the face ask for nothing", () => {
    const idle: Stick[] = [
      {},
      { left: { out: 0.45, up: -0.85 }, right: { out: 0.45, up: -0.85 } },
      { left: { out: -0.15, up: -0.5 }, right: { out: -0.15, up: -0.5 } },
      { left: { out: 0.1, up: 0.35 } },
    ];
    for (const how of idle) expect(watch(looks(30, 4), () => stick(how), rest).fired).toEqual([]);
  });
  test("rings stand about a dancer of any size, and nowhere without a body", () => {
    const small = placeTargets(stick({ torso: 0.12, x: 0.5 }));
    const pose = reaching("again", { torso: 0.12, x: 0.5 });
    expect(watch(looks(30, 2), () => pose, { in: "rest", targets: small }).fired).toHaveLength(1);
    expect(placeTargets(stick({ confidence: 0.1 }))).toEqual([]);
  });
});

describe("laws of the rings", () => {
  test("at 10 to 30 looks a second a ring fills in its dwell time and never before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 30 }), fc.constantFrom(...GESTURES), (fps, gesture) => {
        const { fired } = watch(looks(fps, 3), () => reaching(gesture), rest);
        expect(fired[0]?.at).toBeGreaterThanOrEqual(1.2 - 1e-9);
        expect(fired[0]?.at).toBeLessThan(1.2 + 1 / fps);
      }),
    );
  });
  test("hands that move fast never fill a ring, even within it", () => {
    const angle = fc.array(fc.double({ min: 1.2, max: 3, noNaN: true }), { minLength: 90, maxLength: 90 });
    fc.assert(
      fc.property(angle, fc.constantFrom(...GESTURES), (turns, gesture) => {
        const { side, out, up } = TARGET_PLACES[gesture];
        let turn = 0;
        let hands = OPEN_HANDS;
        for (const [i, by] of turns.entries()) {
          turn += by;
          const pose = stick({ [side]: { out: out + 0.25 * Math.cos(turn), up: up + 0.25 * Math.sin(turn) } });
          const step = stepHands(hands, { cameraTime: i / 30, pose }, rest);
          expect(step.fired).toBeNull();
          hands = step.hands;
        }
        expect(hands.rings[gesture].fill).toBe(0);
      }),
    );
  });
  test("wrists that the camera does not see fill nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...GESTURES), fc.integer({ min: 10, max: 30 }), (gesture, fps) => {
        const pose = reaching(gesture, { unseen: ["left_wrist", "right_wrist"] });
        const { hands, fired } = watch(looks(fps, 4), () => pose, rest);
        expect([hands.rings[gesture].fill, fired.length]).toEqual([0, 0]);
      }),
    );
  });
  test("a camera that is silent fills nothing while it is", () => {
    const { fired } = watch([0, 2, 4, 6, 8], () => reaching("again"), rest);
    expect(fired).toEqual([]);
  });
  test("whatever the hands do in a take, no ring fills", () => {
    const place = fc.record({
      out: fc.double({ min: -1, max: 1.3, noNaN: true }),
      up: fc.double({ min: -1, max: 1.1, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, (left, right) => {
        const pose = stick({ left, right });
        fc.pre(!isCrossedOverhead(pose));
        const { hands, fired } = watch(looks(15, 3), () => pose, take);
        expect(fired).toEqual([]);
        expect(GESTURES.every((gesture) => hands.rings[gesture].fill === 0)).toBe(true);
      }),
    );
  });
});

describe("arms crossed overhead", () => {
  test("held in a take, they pause it, once", () => {
    const { fired } = watch(looks(30, 5), () => stick(CROSSED), take);
    expect(fired).toHaveLength(1);
    expect(fired[0]).toMatchObject({ gesture: "pause" });
    expect(fired[0]?.at).toBeCloseTo(1.2, 1);
  });
  test("seen from behind they are crossed as well", () => {
    const pose = stick(CROSSED);
    const behind = pose.map((value, i) => (i % 3 === 0 ? 1.78 - value : value));
    expect(isCrossedOverhead(behind)).toBe(true);
  });
  test.each<[string, Stick]>([
    ["both arms straight up", { left: { out: 0.2, up: 1 }, right: { out: 0.2, up: 1 } }],
    ["a heart over the head", { left: { out: 0.02, up: 0.8 }, right: { out: 0.02, up: 0.8 } }],
    ["arms crossed before the chest", { left: { out: -0.3, up: -0.3 }, right: { out: -0.3, up: -0.3 } }],
    ["one hand over the other side", { left: { out: -0.3, up: 0.9 } }],
    ["wrists not seen", { ...CROSSED, unseen: ["left_wrist"] }],
  ])("%s pauses nothing", (_, how) => {
    expect(watch(looks(30, 4), () => stick(how), take).fired).toEqual([]);
  });
  test("arms that swing through the crossing every second pause nothing", () => {
    const pose = (t: number) => (t % 1 < 0.5 ? stick(CROSSED) : stick());
    expect(watch(looks(30, 8), pose, take).fired).toEqual([]);
  });
  test("in a count-in and between takes they mean nothing, nor a moment after the take begins again", () => {
    expect(watch(looks(30, 4), () => stick(CROSSED), { in: "nothing" }).fired).toEqual([]);
    const paused = watch(looks(30, 4), () => stick(CROSSED), rest);
    expect(paused.fired).toEqual([]);
    expect(watch(looks(30, 4, 4.1), () => stick(CROSSED), take, paused.hands).fired).toEqual([]);
  });
  test("a dance that would pause itself is found, and at which second", () => {
    const crossing = looks(30, 6).map((time) => ({ time, pose: stick(time > 2 && time < 4 ? CROSSED : {}) }));
    expect(pausesItself(crossing, 1)).toBeGreaterThan(3);
    const short = looks(30, 6).map((time) => ({ time, pose: stick(time > 2 && time < 3 ? CROSSED : {}) }));
    expect(pausesItself(short, 1)).toBeNull();
    expect(pausesItself(short, 0.5)).not.toBeNull();
  });
});
