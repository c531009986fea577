import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PoseFrame } from "#dance/pose/pose.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { FULL_SCORE } from "#dance/scoring/result.ts";
import { Take } from "#dance/take/take.ts";
import { fourMinutes } from "../../fixtures/four-minutes.ts";
import { perform, routine } from "../../fixtures/performance.ts";

const ROUTINE = routine(1);
const REFERENCE = prepare(ROUTINE, WHOLE);
const STILL = { amplitude: 0, noise: 0.004 };
const LEGS = [13, 14, 15, 16];
const point = FULL_SCORE / 100;

/** Every number that stood on the stage, in order, and what the take was worth in the end. */
function watched(frames: readonly PoseFrame[], reference = REFERENCE) {
  const take = new Take(reference, { mirror: false, seated: false });
  const shown: (number | null)[] = [];
  for (const frame of frames) if (take.feed(frame).length > 0 && take.score !== shown.at(-1)) shown.push(take.score);
  return { shown, final: take.result().score };
}

describe("the number on the stage", () => {
  test.each([
    ["stands still", perform(ROUTINE.track, STILL)],
    ["dances another routine", perform(routine(2).track, { noise: 0.005 })],
    ["dances everything mirrored", perform(ROUTINE.track, { mirrored: true, noise: 0.005 })],
    [
      "is out of the picture but for her head",
      perform(ROUTINE.track, { hidden: [5, 6, 7, 8, 9, 10, 11, 12, ...LEGS] }),
    ],
  ])("of who %s is never much, and not at the end", (_, frames) => {
    const { shown, final } = watched(frames);
    expect(shown.length).toBeGreaterThan(0);
    for (const score of shown) expect(score ?? 0).toBeLessThan(10 * point);
    expect(Math.abs((shown.at(-1) ?? 0) - final)).toBeLessThan(2 * point);
  });

  test.each([
    ["dances well", perform(ROUTINE.track, { amplitude: 0.8, wobble: 0.08, late: 0.04, noise: 0.008 })],
    ["dances well with her legs out of the picture", perform(ROUTINE.track, { hidden: LEGS, noise: 0.006 })],
    ["is seen by a camera that loses two joints of five", perform(ROUTINE.track, { lost: 0.4, noise: 0.006 })],
    ["is 0.3 s late", perform(ROUTINE.track, { late: 0.3, noise: 0.006 })],
  ])("of who %s is near the result from the second eight-count on", (_, frames) => {
    const { shown, final } = watched(frames);
    for (const score of shown.slice(2)) expect(Math.abs((score ?? 0) - final)).toBeLessThan(8 * point);
    expect(Math.abs((shown.at(-1) ?? 0) - final)).toBeLessThan(3 * point);
  });

  test("however a section is danced, it ends within seven points of the result", () => {
    const manner = fc.record({
      amplitude: fc.double({ min: 0, max: 1, noNaN: true }),
      late: fc.double({ min: -0.35, max: 0.35, noNaN: true }),
      wobble: fc.double({ min: 0, max: 0.2, noNaN: true }),
      lost: fc.double({ min: 0, max: 0.5, noNaN: true }),
      noise: fc.constant(0.006),
      seed: fc.integer({ min: 1, max: 1000 }),
    });
    const sections = ROUTINE.sections.map((_, i) => prepare(ROUTINE, i));
    fc.assert(
      fc.property(manner, fc.nat(sections.length - 1), (how, section) => {
        const { shown, final } = watched(perform(ROUTINE.track, how), sections[section]);
        expect(Math.abs((shown.at(-1) ?? 0) - final)).toBeLessThan(7 * point);
      }),
      { numRuns: 25 },
    );
  });

  test("falls when a dancer stops in the middle, and rises when she begins late", () => {
    const [danced, still] = [perform(ROUTINE.track), perform(ROUTINE.track, STILL)];
    const half = danced.length >> 1;
    const stopped = watched([...danced.slice(0, half), ...still.slice(half)]);
    const began = watched([...still.slice(0, half), ...danced.slice(half)]);
    expect(Math.max(...stopped.shown.map((it) => it ?? 0))).toBeGreaterThan(95 * point);
    expect(Math.min(...began.shown.map((it) => it ?? 0))).toBeLessThan(5 * point);
    for (const { shown, final } of [stopped, began])
      expect(Math.abs((shown.at(-1) ?? 0) - final)).toBeLessThan(8 * point);
  });

  test("of a song of four minutes ends near its result too, though only the last seconds are judged anew", () => {
    const { choreography, frames } = fourMinutes();
    const { shown, final } = watched(frames, prepare(choreography, WHOLE));
    expect(Math.abs((shown.at(-1) ?? 0) - final)).toBeLessThan(5 * point);
  });

  test("looking at it changes nothing of the result", () => {
    const frames = perform(ROUTINE.track, { amplitude: 0.7, noise: 0.006 });
    const [looked, not] = [0, 0].map(() => new Take(REFERENCE, { mirror: false, seated: false }));
    for (const frame of frames) {
      looked?.feed(frame);
      void looked?.score;
      not?.feed(frame);
    }
    expect(looked?.result()).toEqual(not?.result());
  });
});
