import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BREAKS,
  climb,
  type Ladder,
  type LadderEvent,
  nearestSpeed,
  openLadder,
  type Pass,
  SPEEDS,
  speedBeside,
} from "#dance/practice/ladder.ts";

const whole = { from: 0, to: 32 };
const loop = { from: 8, to: 16 };
const clean: Pass = { score: 820_000, coverage: 1 };
const missed: Pass = { score: 150_000, coverage: 1 };
const passed = (pass: Pass): LadderEvent => ({ kind: "passed", pass });
const having = (ladder: Ladder, ...events: LadderEvent[]) =>
  events.reduce((at, event) => climb(at.ladder, event), { ladder, step: null } as ReturnType<typeof climb>);

describe("the ladder of speeds", () => {
  test("a clean pass goes up one step and says so", () => {
    const { ladder, step } = climb(openLadder(loop, whole, 0.75), passed(clean));
    expect(ladder.speed).toBe(0.9);
    expect(step).toEqual({
      did: "faster",
      why: "clean",
      from: { span: loop, speed: 0.75 },
      to: { span: loop, speed: 0.9 },
    });
  });
  test("a missed pass goes down one step", () => {
    expect(climb(openLadder(loop, whole, 0.75), passed(missed)).step).toMatchObject({ did: "slower", why: "missed" });
  });
  test("a pass between the two is danced again", () => {
    const pass = { score: 550_000, coverage: 1 };
    expect(climb(openLadder(loop, whole, 0.75), passed(pass)).step).toMatchObject({ did: "stayed", why: "nearly" });
  });
  test("a miss at the slowest speed stays there", () => {
    const { ladder, step } = climb(openLadder(loop, whole, 0.5), passed(missed));
    expect(ladder.speed).toBe(0.5);
    expect(step).toMatchObject({ did: "stayed", why: "slowest" });
  });
  test("a dancer whom the camera hardly saw is moved neither up nor down", () => {
    for (const score of [0, 1_000_000]) {
      const { ladder, step } = climb(openLadder(loop, whole, 0.75), passed({ score, coverage: 0.3 }));
      expect([ladder.speed, step?.why]).toEqual([0.75, "unseen"]);
    }
  });
  test("at full speed a clean pass joins the eight-count before, then the one after, to the end", () => {
    const first = climb(openLadder(loop, whole, 1), passed(clean));
    expect(first.step).toMatchObject({ did: "joined", to: { span: { from: 0, to: 16 }, speed: 1 } });
    const second = climb(first.ladder, passed(clean));
    expect(second.ladder.span).toEqual({ from: 0, to: 24 });
    const third = climb(second.ladder, passed(clean));
    expect(third.ladder.span).toEqual(whole);
    expect(climb(third.ladder, passed(clean)).step).toMatchObject({ did: "stayed", why: "whole" });
  });
  test("a loop within a section grows no further than the section", () => {
    const { ladder } = having(openLadder(loop, { from: 8, to: 24 }, 1), passed(clean), passed(clean), passed(clean));
    expect(ladder.span).toEqual({ from: 8, to: 24 });
  });
});

describe("the dancer's own hand on the ladder", () => {
  test("a speed changed in the middle of a pass makes that pass tell nothing, and the next one tells again", () => {
    const changed = having(openLadder(loop, whole, 0.5), { kind: "began" }, { kind: "speed", speed: 0.9 });
    expect(changed.step).toMatchObject({ did: "faster", why: "asked" });
    const first = climb(changed.ladder, passed(clean));
    expect([first.ladder.speed, first.step?.why]).toEqual([0.9, "changed"]);
    expect(climb(first.ladder, passed(clean)).ladder.speed).toBe(1);
  });
  test("a speed changed in the count-in counts from the first count", () => {
    const { ladder } = having(openLadder(loop, whole, 0.5), { kind: "speed", speed: 0.6 }, { kind: "began" });
    expect(climb(ladder, passed(clean)).ladder.speed).toBe(0.75);
  });
  test("the speed that is already danced is no change", () => {
    const ladder = openLadder(loop, whole, 0.6);
    expect(climb(ladder, { kind: "speed", speed: 0.6 })).toEqual({ ladder, step: null });
  });
  test("another loop is taken at the same speed", () => {
    const { ladder } = climb(openLadder(loop, whole, 0.6), { kind: "span", span: { from: 16, to: 24 } });
    expect([ladder.span, ladder.speed]).toEqual([{ from: 16, to: 24 }, 0.6]);
    expect(climb(ladder, passed(clean)).step?.why).toBe("changed");
  });
  test("a stored rate that is no step is taken to the nearest", () => {
    expect([nearestSpeed(0.8), nearestSpeed(7), nearestSpeed(0)]).toEqual([0.75, 1, 0.5]);
    expect([speedBeside(1, 1), speedBeside(0.5, -1), speedBeside(0.9, -1)]).toEqual([null, null, 0.75]);
  });
});

test("a pass broken by a lost camera or a sleeping laptop costs nothing", () => {
  for (const why of BREAKS) {
    const ladder = openLadder(loop, whole, 0.75);
    const broken = having(ladder, { kind: "began" }, { kind: "broken", why });
    expect(broken.ladder).toEqual(ladder);
    expect(broken.step).toMatchObject({ did: "stayed", why });
  }
});

test("whatever is danced, the ladder stays on its speeds, in its limit, moves one thing at a time and tells the truth", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const event: fc.Arbitrary<LadderEvent> = fc.oneof(
    fc.record({
      kind: fc.constant("passed" as const),
      pass: fc.record({ score: fc.integer({ min: 0, max: 1_000_000 }), coverage: share }),
    }),
    fc.record({ kind: fc.constant("speed" as const), speed: fc.constantFrom(...SPEEDS) }),
    fc.constant({ kind: "began" as const }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), (events) => {
      let ladder = openLadder(loop, whole, 0.5);
      for (const one of events) {
        const was = ladder;
        const { ladder: now, step } = climb(was, one);
        expect(SPEEDS).toContain(now.speed);
        expect(now.span.from >= 0 && now.span.to <= 32 && now.span.from <= was.span.from).toBe(true);
        expect(now.speed !== was.speed && now.span !== was.span).toBe(false);
        if (step) {
          expect(step.from).toEqual({ span: was.span, speed: was.speed });
          expect(step.to).toEqual({ span: now.span, speed: now.speed });
          expect(step.did === "stayed").toBe(now.speed === was.speed && now.span === was.span);
        } else expect([now.speed, now.span]).toEqual([was.speed, was.span]);
        ladder = now;
      }
    }),
  );
});
