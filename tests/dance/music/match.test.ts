import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Match, matchPrint } from "#dance/music/match.ts";
import { onsetsOf } from "#dance/music/onset.ts";
import { printOf } from "#dance/music/print.ts";
import { CLASSES, tonesOf } from "#dance/music/tones.ts";
import { drumLoop, LOOP_RATE } from "../../fixtures/drum-loops.ts";
import { hissed, moved, recoded, tune } from "../../fixtures/tunes.ts";

const heard = (samples: Float32Array, rate = LOOP_RATE) => ({
  onsets: onsetsOf(samples, rate),
  tones: tonesOf(samples, rate),
});
const SONG = tune({ seed: 1, bpm: 120, seconds: 40 });
const PRINT = printOf(heard(SONG));
const match = (samples: Float32Array, rate?: number): Match => {
  const found = matchPrint(PRINT, heard(samples, rate));
  if (!found) throw new Error("too little sound to tell");
  return found;
};

describe("a dancer's own copy is known again", () => {
  test("the very file: the same, all of it, at its own beginning", () => {
    const found = match(SONG);
    expect(found).toMatchObject({ same: true, sure: true });
    expect(found.likeness).toBeGreaterThan(0.97);
    expect(Math.abs(found.offset)).toBeLessThan(0.002);
  });

  test("later or earlier by any time and at any loudness, the offset is found within 10 ms", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -12, max: 12, noNaN: true }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (by, gain) => {
          const found = match(moved(SONG, by).map((value) => value * gain));
          return found.same && Math.abs(found.offset + by) < 0.01;
        },
      ),
      { numRuns: 12, seed: 7 },
    );
  });

  test("poorly coded at another rate", () => {
    const { samples, rate } = recoded(moved(SONG, 1.5));
    const found = match(samples, rate);
    expect(found).toMatchObject({ same: true, sure: true });
    expect(Math.abs(found.offset + 1.5)).toBeLessThan(0.02);
  });

  test("under a hiss as loud as the music", () => {
    const found = match(hissed(moved(SONG, -2), 0));
    expect(found.same).toBe(true);
    expect(Math.abs(found.offset - 2)).toBeLessThan(0.02);
  });

  test("a clip of it says where it is from", () => {
    const found = match(SONG.slice(15 * LOOP_RATE, 30 * LOOP_RATE));
    expect(found.same).toBe(true);
    expect(Math.abs(found.offset - 15)).toBeLessThan(0.01);
  });

  test("longer than the recording, with another song before it", () => {
    const both = new Float32Array(20 * LOOP_RATE + SONG.length);
    both.set(tune({ seed: 5, bpm: 96, seconds: 20 }));
    both.set(SONG, 20 * LOOP_RATE);
    const found = match(both);
    expect(found.same).toBe(true);
    expect(Math.abs(found.offset + 20)).toBeLessThan(0.01);
  });
});

describe("another song is told to be another", () => {
  test.each([
    ["at the same tempo on the same drums", tune({ seed: 2, bpm: 120, seconds: 40 })],
    ["at another tempo", tune({ seed: 3, bpm: 104, seconds: 40 })],
    ["on other drums", tune({ seed: 4, bpm: 120, seconds: 40, pattern: "four on the floor" })],
    ["only fifteen seconds of it", tune({ seed: 2, bpm: 120, seconds: 15 })],
    ["drums alone", drumLoop({ pattern: "back beat", bpm: 120, firstBeat: 0, seconds: 40 })],
    ["hiss", hissed(new Float32Array(40 * LOOP_RATE).fill(0.1), 0).map((value) => value - 0.1)],
  ])("%s", (_, other) => {
    const found = matchPrint(PRINT, heard(other));
    expect(found?.same ?? false).toBe(false);
    expect(found?.likeness ?? 0).toBeLessThan(0.35);
  });

  test("the same song at another tempo is no copy to dance to", () => {
    const faster = Float32Array.from(
      { length: Math.floor(SONG.length / 1.1) },
      (_, i) => SONG[Math.floor(i * 1.1)] ?? 0,
    );
    expect(match(faster).same).toBe(false);
  });
});

test("music that goes round and round is known, and its place is not told to be sure", () => {
  const loop = tune({ seed: 1, bpm: 120, seconds: 40, form: "A" });
  const found = matchPrint(printOf(heard(loop)), heard(hissed(moved(loop, -8), 10)));
  expect(found).toMatchObject({ same: true, sure: false });
});

test("silence, a moment and nothing at all are no match and no error", () => {
  expect(matchPrint(PRINT, heard(new Float32Array(40 * LOOP_RATE)))).toBeNull();
  expect(matchPrint(PRINT, heard(SONG.slice(0, 1000)))).toBeNull();
  expect(matchPrint([], heard(SONG))).toBeNull();
  expect(matchPrint(PRINT, heard(new Float32Array(0)))).toBeNull();
});

test("a print is two numbers of 0..255 for each tenth of a second, whatever the samples are", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -2, max: 2 }), { minLength: 0, maxLength: 4000 }), (values) => {
      const samples = Float32Array.from(values);
      const print = printOf(heard(samples, 4000));
      expect(print.length).toBe(2 * Math.floor(values.length / 400));
      expect(print.every((value) => Number.isInteger(value) && value >= 0 && value <= 255)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("of one tone, its pitch class sounds most", () => {
  const tone = Float32Array.from({ length: LOOP_RATE }, (_, i) => Math.sin((2 * Math.PI * 440 * i) / LOOP_RATE));
  const look = tonesOf(tone, LOOP_RATE).slice(10 * CLASSES, 11 * CLASSES);
  expect(look.indexOf(Math.max(...look))).toBe(9);
  expect(look.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
});
