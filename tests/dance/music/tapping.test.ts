import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { onsetsOf } from "#dance/music/onset.ts";
import { tapped } from "#dance/music/tapping.ts";
import { drumLoop, LOOP_RATE } from "../../fixtures/drum-loops.ts";

const LOOP = { pattern: "back beat", bpm: 117.3, firstBeat: 0.81, seconds: 24 } as const;
const ONSETS = onsetsOf(drumLoop(LOOP), LOOP_RATE);
const beat = (n: number) => LOOP.firstBeat + (n * 60) / LOOP.bpm;
/** Four fingers on counts `from` on, each up to `off` s beside. */
const fingers = (from: number, off: readonly number[]) => off.map((by, i) => beat(from + i) + by);

const wobble = fc.array(fc.double({ min: -0.035, max: 0.035, noNaN: true }), { minLength: 4, maxLength: 9 });

describe("four taps say where the counts are", () => {
  test("however fingers waver, the music makes the tempo exact and the first tap is a 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 }), wobble, (from, off) => {
        const tempo = tapped(fingers(from, off), ONSETS, null);
        return (
          tempo !== null && Math.abs(tempo.bpm - LOOP.bpm) < 0.15 && Math.abs(tempo.firstBeat - beat(from)) < 0.035
        );
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  test("tapped anywhere, the first count moves to the nearest 1 and no further", () => {
    const was = { bpm: LOOP.bpm, firstBeat: beat(1) };
    const tempo = tapped(fingers(24, [0, 0.01, -0.01, 0]), ONSETS, was);
    expect(tempo?.firstBeat).toBeCloseTo(beat(0), 1);
  });

  test("tapped at half the tempo, it is half the tempo", () => {
    const taps = [0, 2, 4, 6].map(beat);
    expect(tapped(taps, ONSETS, null)?.bpm).toBeCloseTo(LOOP.bpm / 2, 1);
  });

  test("without a sound the taps alone tell", () => {
    const tempo = tapped([1, 1.5, 2, 2.5], null, null);
    expect(tempo).toEqual({ bpm: 120, firstBeat: 1 });
    expect(tapped([1, 1.5, 2, 2.5], onsetsOf(new Float32Array(LOOP_RATE), LOOP_RATE), null)).toEqual(tempo);
  });

  test("three taps, taps on top of each other and taps that took half a minute tell nothing", () => {
    for (const taps of [[], [1, 1.5, 2], [1, 1, 1, 1], [1, 9, 18, 27]]) expect(tapped(taps, null, null)).toBeNull();
  });
});
