import fc from "fast-check";
import { expect, test } from "vitest";
import type { Choreography } from "#dance/choreo/choreography.ts";
import type { Draft } from "#dance/choreo/draft.ts";
import { namePosition, setText } from "#dance/choreo/edit/head.ts";
import { nameSection } from "#dance/choreo/edit/sections.ts";
import { decodeChoreography, encodeChoreography } from "#dance/choreo/file.ts";
import { readChoreographyJson, writeChoreographyJson } from "#dance/choreo/formats/json.ts";
import { HEAD } from "#dance/choreo/head.ts";
import { choreographyOf } from "#dance/choreo/publication.ts";
import { positionsProblem, publishable } from "#dance/choreo/publishable.ts";
import { unrankedSections } from "#dance/take/lint.ts";
import { routine } from "../../fixtures/performance.ts";
import { draft } from "./edit/drafts.ts";

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

test.each([
  ["Drop", "Drop\u200d"],
  ["Drop", "dr\u200cop\ufe0f "],
  ["\u200d", "Drop"],
  ["\u200d", "\u200c"],
  ["\u2800", "Drop"],
  ["\uffa0", "Drop"],
])("sections are told apart by what is seen of their names: %j, %j", (a, b) => {
  const verse = { kind: "verse", from: 0, to: 8 } as const;
  const sections = [
    { ...verse, name: a },
    { ...verse, from: 8, to: 16, name: b },
  ];
  expect(codeOf({ ...EASY, sections })).toBe("section-names");
});

test.each([" ", "\u3000", "\u200d", "\u2800", "\u3164"])("a position has a name that is seen: %j", (position) => {
  expect(codeOf({ ...EASY, position })).toBe("position-names");
  expect(codeOf({ ...EASY, position: `A${position}` })).toBeNull();
});

test("positions of one routine have names of their own, or one would be published over the other", () => {
  for (const none of [["A", "B"], ["A", undefined], [undefined], ["A", "Á"], ["👩\u200d🎤", "👨\u200d🎤"]])
    expect([none, positionsProblem(none)]).toEqual([none, null]);
  for (const two of [
    ["A", "A"],
    ["A", "B", " a"],
    ["A\u200b", "A"],
    [undefined, undefined],
    ["", "\u200d"],
  ])
    expect([two, positionsProblem(two)]).toEqual([two, "position-names"]);
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
  expect(unrankedSections(bare)).toEqual([1]);
  expect(codeOf(bare)).toBeNull();
});

/** Bytes of what its own readers make of a choreography, from its file and from its JSON; null where one refuses it. */
function readAgain(choreography: Choreography): (Uint8Array | null)[] {
  const read = [
    decodeChoreography(encodeChoreography(choreography)),
    readChoreographyJson(writeChoreographyJson(choreography)),
  ];
  return read.map((it) => (it.ok ? encodeChoreography(it.value) : null));
}
const comesBack = (choreography: Choreography) => {
  const bytes = encodeChoreography(choreography);
  expect(readAgain(choreography)).toEqual([bytes, bytes]);
};
const made = (of: Draft): Choreography => {
  const it = choreographyOf(of, 0);
  if (!it.ok) throw new Error(it.problem.message);
  return it.value;
};
/** A few seconds are enough to write and read often. */
const SHORT: Choreography = {
  ...EASY,
  counts: 8,
  sections: [{ kind: "verse", from: 0, to: 8 }],
  keyframes: EASY.keyframes.filter(({ count }) => count < 8),
  track: EASY.track.filter(({ time }) => time < 10),
};
const letters = fc.oneof(
  fc.string({ unit: "binary", maxLength: 70 }),
  fc.string({ unit: fc.constantFrom("훅", "👩\u200d🎤", "\u200b", "\u202e", "\ud83d", " ", "a", "\n"), maxLength: 40 }),
);

test("whatever may be published is read again as the same, whoever made it", () => {
  const odd = (usual: number) =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.double() });
  const names = fc.option(letters, { nil: undefined });
  const told = fc.record({
    name: names,
    position: names,
    title: fc.oneof(fc.constant("Moon"), letters),
    bpm: odd(SHORT.tempo.bpm),
    firstBeat: fc.oneof(odd(SHORT.tempo.firstBeat), fc.constant(601)),
    weight: odd(1),
    seconds: odd(60),
  });
  fc.assert(
    fc.property(told, ({ name, position, title, bpm, firstBeat, weight, seconds }) => {
      const late = firstBeat === 601 ? firstBeat : 0;
      const it: Choreography = {
        ...SHORT,
        title: { en: title, ko: title },
        tempo: { bpm, firstBeat },
        sections: [{ kind: "verse", from: 0, to: 8, ...(name !== undefined && { name }) }],
        keyframes: SHORT.keyframes.map((one) => ({ ...one, weight })),
        track: SHORT.track.map((one) => ({ ...one, time: one.time + late })),
        recording: { seconds, starts: 0, print: [1, 2, 3] },
        ...(position !== undefined && { position }),
      };
      if (codeOf(it) === null) comesBack(it);
    }),
  );
  expect(codeOf(SHORT)).toBeNull();
});

test("whatever a name is typed or pasted as, the routine may be published and read again", () => {
  const named = (text: string) =>
    made(nameSection(namePosition(setText(draft, "title", "en", "Moon"), 0, text), 0, text));
  fc.assert(
    fc.property(letters, (text) => {
      const it = {
        ...named(text),
        counts: 8,
        sections: named(text).sections.map((one) => ({ ...one, from: 0, to: 8 })),
      };
      const short = { ...it, sections: it.sections.slice(0, 1), keyframes: SHORT.keyframes, track: SHORT.track };
      expect(codeOf(short)).toBeNull();
      comesBack(short);
    }),
  );
  expect(named("Hook 👩\u200d🎤").sections[0]?.name).toBe("Hook 👩\u200d🎤");
  expect(named("훅\u200b").sections[0]?.name).toBe("훅");
  expect(named(`${"x".repeat(59)}👩`).position).toBe("x".repeat(59));
});

test("a draft named before names were looked at loses what no reader takes", () => {
  const old = {
    ...draft,
    sections: draft.sections.map((it, i) => ({ ...it, name: `훅\u200b${i}` })),
    positions: draft.positions.map((it) => ({ ...it, name: "\u202e" })),
  };
  expect(made(old).sections[1]?.name).toBe("훅1");
  expect(made(old)).not.toHaveProperty("position");
});

test("more than a reader takes in is told before it is sent", () => {
  const many = Array.from({ length: HEAD.keyframes + 1 }, (_, i) => ({ ...SHORT.keyframes[0], count: i / 1000 }));
  expect(codeOf({ ...SHORT, keyframes: many as unknown as Choreography["keyframes"] })).toBe("keyframes-many");
  const recording = { seconds: 2400, starts: 0, print: [] };
  expect(codeOf({ ...SHORT, recording })).toBe("choreography-unfit");
  const at = EASY.track[0];
  const dense = Array.from({ length: 36_001 }, (_, i) => ({ time: i / 30, pose: at?.pose as never }));
  expect(codeOf({ ...SHORT, track: dense })).toBe("choreography-long");
});
