import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isShort,
  join,
  moveSpan,
  neighbour,
  secondsOf,
  sectionSpan,
  snapSpan,
  spotOf,
  wholeSpan,
  withSpan,
} from "#dance/practice/span.ts";

const limit = wholeSpan(32);

describe("choosing what to loop", () => {
  test("a finger drawn over counts 3:5 to 4:2 takes both eight-counts", () => {
    expect(snapSpan(20, 25, 64)).toEqual({ from: 16, to: 32 });
  });
  test("drawn from right to left it is the same", () => {
    expect(snapSpan(25, 20, 64)).toEqual(snapSpan(20, 25, 64));
  });
  test("a touch takes the eight-count under it, its first count included", () => {
    expect(snapSpan(8, 8, 64)).toEqual({ from: 8, to: 16 });
    expect(snapSpan(15.5, 15.5, 64)).toEqual({ from: 8, to: 16 });
  });
  test("a span drawn past the end stops with the dance", () => {
    expect(snapSpan(30, 400, 36)).toEqual({ from: 24, to: 36 });
  });
  test("half an eight-count left at the end is a loop of its own, two counts are danced with the eight before", () => {
    expect(snapSpan(34, 34, 36)).toEqual({ from: 32, to: 36 });
    expect(snapSpan(33, 33, 34)).toEqual({ from: 24, to: 34 });
  });
  test("a dance shorter than one eight-count loops whole, and the dancer is told", () => {
    const span = snapSpan(2, 3, 6);
    expect(span).toEqual({ from: 0, to: 6 });
    expect(isShort(span)).toBe(true);
    expect(isShort(snapSpan(2, 3, 64))).toBe(false);
  });
  test("what is no count at all means the whole dance", () => {
    expect(snapSpan(Number.NaN, 3, 64)).toEqual({ from: 0, to: 64 });
  });
  test("any two counts give whole eight-counts inside the dance that hold both", () => {
    const anywhere = fc.double({ min: -50, max: 500, noNaN: true });
    fc.assert(
      fc.property(anywhere, anywhere, fc.integer({ min: 1, max: 400 }), (a, b, counts) => {
        const { from, to } = snapSpan(a, b, counts);
        expect(from % 8).toBe(0);
        expect(to % 8 === 0 || to === counts).toBe(true);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(counts);
        for (const count of [a, b]) {
          if (count >= 0 && count < counts) expect(from <= count && count <= to).toBe(true);
        }
        expect(snapSpan(from, to, counts)).toEqual({ from, to });
      }),
    );
  });
});

describe("the eight-counts beside a loop", () => {
  test("one before and one after, and nothing past either end", () => {
    expect(neighbour({ from: 8, to: 16 }, "before", limit)).toEqual({ from: 0, to: 8 });
    expect(neighbour({ from: 8, to: 16 }, "after", limit)).toEqual({ from: 16, to: 24 });
    expect(neighbour({ from: 0, to: 16 }, "before", limit)).toBeNull();
    expect(neighbour({ from: 8, to: 32 }, "after", limit)).toBeNull();
  });
  test("joining grows the loop until it is the whole dance", () => {
    const grown = join(join({ from: 8, to: 16 }, "before", limit), "after", limit);
    expect(grown).toEqual({ from: 0, to: 24 });
    expect(join(join(grown, "after", limit), "after", limit)).toEqual(limit);
  });
  test("a rest of two counts at the end is joined with the eight-count before it", () => {
    expect(join({ from: 8, to: 16 }, "after", wholeSpan(26))).toEqual({ from: 8, to: 26 });
  });
  test("going back and forward moves the loop by eights and stops at the ends", () => {
    expect(moveSpan({ from: 16, to: 24 }, -1, 32)).toEqual({ from: 8, to: 16 });
    expect(moveSpan({ from: 0, to: 8 }, -1, 32)).toEqual({ from: 0, to: 8 });
    expect(moveSpan({ from: 8, to: 24 }, 5, 32)).toEqual({ from: 16, to: 32 });
    expect(moveSpan({ from: 24, to: 32 }, 1, 36)).toEqual({ from: 32, to: 36 });
  });
});

describe("from a fault to the spot to loop", () => {
  test("a low arm on 3:5 loops eight-count 3", () => {
    expect(spotOf({ count: 20 }, 64)).toEqual({ from: 16, to: 24 });
  });
  test("a fault on the first counts is looped with the eight-count that leads there", () => {
    expect(spotOf({ count: 16.5 }, 64)).toEqual({ from: 8, to: 24 });
    expect(spotOf({ count: 0 }, 64)).toEqual({ from: 0, to: 8 });
  });
});

describe("dancing a span", () => {
  const choreography = {
    slug: "small-steps",
    title: { en: "Small steps", ko: "작은 걸음" },
    about: { en: "", ko: "" },
    level: "easy" as const,
    tempo: { bpm: 120, firstBeat: 1 },
    counts: 32,
    sections: [
      { kind: "intro" as const, from: 0, to: 8 },
      { kind: "chorus" as const, from: 8, to: 32 },
    ],
    keyframes: [],
    track: [],
    song: null,
  };
  test("a section is danced from its first count to its last; a section that is not there is the whole dance", () => {
    expect(sectionSpan(choreography, 1)).toEqual({ from: 8, to: 32 });
    expect(sectionSpan(choreography, -1)).toEqual({ from: 0, to: 32 });
  });
  test("at 120 beats a minute an eight-count lasts four seconds", () => {
    expect(secondsOf({ from: 8, to: 16 }, choreography.tempo)).toEqual({ from: 5, to: 9 });
  });
  test("a span becomes the only section and keeps the kind of what it is cut from", () => {
    expect(withSpan(choreography, { from: 16, to: 24 }).sections).toEqual([{ kind: "chorus", from: 16, to: 24 }]);
    expect(choreography.sections).toHaveLength(2);
  });
});
