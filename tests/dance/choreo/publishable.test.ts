import { expect, test } from "vitest";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { publishable } from "#dance/choreo/publishable.ts";
import { isRanked, unrankedSections } from "#dance/take/lint.ts";
import { routine } from "../../fixtures/performance.ts";

const ROUTINES = [0, 1, 2].map(routine);
const [EASY] = ROUTINES as [Choreography];
const codeOf = (choreography: Choreography): string | null => {
  const told = publishable(choreography);
  return told.ok ? null : told.problem.code;
};

test("what comes with the page may be published, and every section of it has a board", () => {
  for (const each of ROUTINES) expect([each.slug, codeOf(each), unrankedSections(each)]).toEqual([each.slug, null, []]);
});

test("a name in any script fits, emoji of several signs and letters with marks among them", () => {
  for (const title of ["종이 달 👩‍👩‍👧", "Café à la lune", "月", "נייר ירח"])
    expect([title, codeOf({ ...EASY, title: { en: title, ko: title } })]).toEqual([title, null]);
});

test("sections may leave gaps between them, and bear names that differ by more than case and space", () => {
  const sections = [
    { kind: "verse", from: 0, to: 8, name: "A" },
    { kind: "verse", from: 12, to: 20, name: "B" },
    { kind: "chorus", from: 20, to: 24 },
    { kind: "chorus", from: 24, to: 32 },
  ] as const;
  expect(codeOf({ ...EASY, sections })).toBeNull();
  expect(codeOf({ ...EASY, sections: sections.map((it) => ({ ...it, name: "Ａ " })) })).toBe("section-names");
});

test("a track must be there for every count, without holes", () => {
  const middle = (EASY.track.at(-1)?.time ?? 0) / 2;
  expect(codeOf({ ...EASY, track: EASY.track.filter(({ time }) => time < middle) })).toBe("track-short");
  expect(codeOf({ ...EASY, track: EASY.track.filter(({ time }) => time > middle) })).toBe("track-short");
  expect(codeOf({ ...EASY, track: EASY.track.filter(({ time }) => Math.abs(time - middle) > 0.6) })).toBe(
    "track-short",
  );
  expect(codeOf({ ...EASY, track: [] })).toBe("track-short");
});

test("a section without a keyframe can have no board, and is no trouble to judge", () => {
  const [first, second] = EASY.sections;
  if (!first || !second) throw new Error("too few sections");
  const bare = { ...EASY, keyframes: EASY.keyframes.filter(({ count }) => count < second.from || count >= second.to) };
  expect([isRanked(bare, 0), isRanked(bare, 1)]).toEqual([true, false]);
  expect(codeOf(bare)).toBeNull();
});
