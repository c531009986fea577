import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pose } from "#dance/pose/pose.ts";
import { eighthsOf } from "#dance/practice/dwell.ts";
import {
  GESTURES,
  type Gesture,
  isCrossedOverhead,
  type Live,
  OPEN_HANDS,
  placeTargets,
  stepHands,
  TARGET_PLACES,
} from "#dance/practice/gesture.ts";
import { looks, type Stick, stick } from "./stick.ts";
import { watch } from "./watch-hands.ts";

const rest: Live = { in: "rest", targets: placeTargets(stick()) };
const take: Live = { in: "take" };

/** A dancer with one hand in the middle of a ring. */
const reaching = (gesture: Gesture, more: Stick = {}): Pose => {
  const { side, out, up } = TARGET_PLACES[gesture];
  return stick({ [side]: { out, up }, ...more });
};

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
