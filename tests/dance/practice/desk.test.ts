import fc from "fast-check";
import { expect, test } from "vitest";
import { assignmentState, metBefore } from "#dance/practice/assignment.ts";
import { CLASS, type EightReading, trendOf, weakestEights } from "#dance/practice/class.ts";
import { checkLevels } from "#dance/practice/rubric.ts";

test("an assignment is met by a take danced in time, whenever it arrives, and overdue once its day is past", () => {
  const state = (reached: number | null, now: number) => assignmentState(100, { now: reached, before: null }, now);
  expect(state(null, 99)).toBe("open");
  expect(state(null, 100)).toBe("overdue");
  expect(state(99, 5000)).toBe("met");
  expect(state(100, 5000)).toBe("overdue");
  expect(state(40, 50)).toBe("met");
});

test("what was met by what an assignment asked before stays met, and is told so where it asks more now", () => {
  const once = { now: null, before: 40 };
  expect([assignmentState(100, once, 50), assignmentState(30, once, 50)]).toEqual(["met", "met"]);
  expect([metBefore(100, once), metBefore(100, { ...once, now: 100 })]).toEqual([true, true]);
  expect([metBefore(100, { ...once, now: 99 }), metBefore(100, { now: 99, before: null })]).toEqual([false, false]);
});

test("a trend is told by the last take against the median of those before, and by one take not at all", () => {
  expect(trendOf([])).toBeNull();
  expect(trendOf([800_000])).toBeNull();
  expect(trendOf([700_000, 800_000])).toBe("up");
  expect(trendOf([800_000, 790_000])).toBe("even");
  // One bad day among good ones is no trend when the next is good again.
  expect(trendOf([800_000, 810_000, 300_000, 805_000])).toBe("even");
  expect(trendOf([800_000, 810_000, 805_000, 500_000])).toBe("down");
});

const reading = (dancer: string, eightCount: number, shape: number, timing = 1, energy = 1): EightReading => ({
  ...{ dancer, eightCount, shape, timing, energy },
});

test("a class is weakest where its dancers come out worst together, and in what they lack most", () => {
  const weakest = weakestEights([
    ...[reading("a", 0, 1), reading("b", 0, 0.95)],
    ...[reading("a", 1, 0.5, 0.9, 0.9), reading("b", 1, 0.7, 0.9, 0.9)],
    ...[reading("a", 2, 0.9, 0.2, 0.9), reading("b", 2, 0.9, 0.4, 0.7)],
  ]);
  expect(weakest.map(({ eightCount, weakest }) => [eightCount, weakest])).toEqual([
    [2, "timing"],
    [1, "shape"],
  ]);
  expect(weakest[0]).toMatchObject({ dancers: 2, timing: expect.closeTo(0.3), energy: expect.closeTo(0.8) });
  expect(weakestEights([reading("a", 0, 1)])).toEqual([]);
  const many = Array.from({ length: 20 }, (_, i) => reading("a", i, i / 40));
  expect(weakestEights(many).map(({ eightCount }) => eightCount)).toEqual([0, 1, 2, 3, 4]);
  expect(CLASS.weakest).toBe(5);
});

test("levels fit a rubric of as many criteria, some may be left open but not all", () => {
  const criteria = [1, 2].map((i) => ({ name: `${i}`, levels: ["a", "b", "c", "d"] }));
  for (const good of [
    [0, 3],
    [null, 1],
  ])
    expect(checkLevels(good, criteria)).toEqual({ ok: true, value: good });
  for (const bad of [[], [1], [1, 2, 3], [null, null], [4, 0], [-1, 0], [0.5, 0]])
    expect(checkLevels(bad, criteria).ok).toBe(false);
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: 2, maxLength: 2 }), (levels) => {
      expect(checkLevels(levels, criteria).ok).toBe(levels.some((level) => level !== null));
    }),
  );
});
