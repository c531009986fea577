import fc from "fast-check";
import { MANNERS } from "#dance/choreo/body/motion.ts";
import { LEVELS, SECTION_KINDS } from "#dance/choreo/choreography.ts";
import { type Score, type ScoreLine, type ScoreSection, SONG_STYLES } from "#dance/choreo/score.ts";
import { PHRASES } from "#dance/choreo/words/lexicon.ts";

const ALL = [...PHRASES.keys()];

/** A head that any section may follow. */
export const HEAD = `title: Test Step
title.ko: 시험 스텝
about: A test.
about.ko: 시험이에요.
level: easy
bpm: 100
song: bubblegum C 1
`;

/** A text with these section lines; the first of them is line 10, below the head and `[verse]`. */
export const textOf = (...lines: string[]): string => `${HEAD}\n[verse]\n${lines.join("\n")}\n`;

const word = fc.stringMatching(/^[A-Za-z가-힣][A-Za-z가-힣 ,.!']{0,20}[A-Za-z가-힣]$/u);
const text = fc.record({ en: word, ko: word });

const beat = (count: number) =>
  fc
    .record({
      manner: fc.constantFrom(...MANNERS),
      accent: fc.boolean(),
      phrases: fc.array(fc.constantFrom(...ALL), { minLength: 1, maxLength: 5 }),
    })
    .map(({ manner, accent, phrases }): ScoreLine => {
      return { type: "beat", count, manner, accent, phrases: manner === "hold" ? [] : phrases, line: 0 };
    });

/** The lines of one eight-count: beats on some half counts, or a copy of an earlier one. */
const eight = (at: number): fc.Arbitrary<ScoreLine[]> => {
  const beats = fc
    .uniqueArray(fc.integer({ min: 0, max: 15 }), { minLength: 1, maxLength: 8 })
    .chain((halves) => fc.tuple(...halves.sort((a, b) => a - b).map((half) => beat(at * 8 + half / 2))));
  if (at === 0) return beats;
  const copy = fc
    .record({ mirror: fc.boolean(), of: fc.integer({ min: 0, max: at - 1 }) })
    .map(({ mirror, of }): ScoreLine[] => [{ type: "copy", mirror, at, of, length: 1, line: 0 }]);
  return fc.oneof(beats, copy);
};

const sections = fc
  .uniqueArray(fc.constantFrom(...SECTION_KINDS), { minLength: 1, maxLength: 4 })
  .chain((kinds) => fc.tuple(...kinds.map((kind, i) => eight(i).map((lines): ScoreSection => ({ kind, lines })))));

/** Any score that the notation can write, whether or not a body can dance it. */
export const anyScore: fc.Arbitrary<Score> = fc.record({
  title: text,
  about: text,
  level: fc.constantFrom(...LEVELS),
  bpm: fc.integer({ min: 6000, max: 20_000 }).map((n) => n / 100),
  song: fc.option(
    fc.record({
      style: fc.constantFrom(...SONG_STYLES),
      key: fc.integer({ min: 0, max: 11 }),
      seed: fc.integer({ min: 0, max: 999_999 }),
    }),
  ),
  sections,
});
