import { describe, expect, test } from "vitest";
import { listen } from "#dance/music/listen.ts";
import { onsetsOf } from "#dance/music/onset.ts";
import { fMeasure, tempoVerdict } from "../../fixtures/beat-measures.ts";
import { beatsOfLoop, drumLoop, LOOP_RATE, type Loop, PATTERNS } from "../../fixtures/drum-loops.ts";
import { lottery } from "../../fixtures/performance.ts";

const heardIn = (loop: Loop) => listen(onsetsOf(drumLoop(loop), LOOP_RATE));

describe("a song is listened to", () => {
  test.each(Object.keys(PATTERNS) as (keyof typeof PATTERNS)[])("%s: tempo, beats and first count", (pattern) => {
    const loop = { pattern, bpm: 117.3, firstBeat: 0.81, seconds: 24 };
    const heard = heardIn(loop);
    expect(heard?.tempo.bpm).toBeCloseTo(117.3, 1);
    expect(fMeasure(beatsOfLoop(loop), heard?.beats ?? [])).toBeGreaterThan(0.95);
    expect(Math.abs((heard?.tempo.firstBeat ?? 9) - 0.81)).toBeLessThan(0.03);
  });

  test.each([88, 96, 104.5, 128, 140])("%d beats a minute, played a little loosely, are found", (bpm) => {
    const loop = { pattern: "back beat", bpm, firstBeat: 0.4, seconds: 30, loose: 0.012, hiss: 0.05 } as const;
    expect(tempoVerdict(bpm, heardIn(loop)?.tempo.bpm ?? 0)).toBe("right");
  });

  test("a slow song may be heard twice as fast, but its own tempo is among those that fit", () => {
    const heard = heardIn({ pattern: "back beat", bpm: 72, firstBeat: 0.4, seconds: 30 });
    expect(tempoVerdict(72, heard?.tempo.bpm ?? 0)).not.toBe("wrong");
    expect(heard?.guesses.map(({ bpm }) => tempoVerdict(72, bpm))).toContain("right");
  });

  test("at the same tempo a dancer may ask for half of it, and gets half the beats", () => {
    const onsets = onsetsOf(drumLoop({ pattern: "back beat", bpm: 120, firstBeat: 0, seconds: 20 }), LOOP_RATE);
    const full = listen(onsets, 120)?.beats.length ?? 0;
    expect(Math.abs((listen(onsets, 60)?.beats.length ?? 0) - full / 2)).toBeLessThanOrEqual(2);
  });

  test("a song that keeps its tempo has no drift, one that gets faster is told to", () => {
    const steady = heardIn({ pattern: "four on the floor", bpm: 120, firstBeat: 0, seconds: 30 });
    expect(Math.abs(steady?.drift?.faster ?? 9)).toBeLessThan(0.2);
    const [slow, fast] = [119, 121].map((bpm) =>
      drumLoop({ pattern: "four on the floor", bpm, firstBeat: 0, seconds: 16 }),
    ) as [Float32Array, Float32Array];
    const both = new Float32Array(slow.length + fast.length);
    both.set(slow);
    both.set(fast, slow.length);
    expect(listen(onsetsOf(both, LOOP_RATE))?.drift?.faster ?? 0).toBeGreaterThan(0.5);
  });
});

describe("what is no song", () => {
  test("silence, a moment of sound and hiss alone have no tempo to speak of", () => {
    expect(listen(onsetsOf(new Float32Array(10 * LOOP_RATE), LOOP_RATE))).toBeNull();
    expect(listen(onsetsOf(new Float32Array(100), LOOP_RATE))).toBeNull();
    expect(listen(onsetsOf(new Float32Array(0), LOOP_RATE))).toBeNull();
  });

  test("samples that are no numbers count as silence", () => {
    const loop = { pattern: "four on the floor", bpm: 120, firstBeat: 0, seconds: 16 } as const;
    const sound = drumLoop(loop);
    const random = lottery(3);
    for (let i = 0; i < 200; i++) sound[Math.floor(random() * sound.length)] = i % 2 ? Number.NaN : Infinity;
    expect(tempoVerdict(120, listen(onsetsOf(sound, LOOP_RATE))?.tempo.bpm ?? 0)).toBe("right");
  });

  test("a rate that is not a sound's is refused", () => {
    expect(() => onsetsOf(new Float32Array(10), 0)).toThrow("0 samples a second");
    expect(() => onsetsOf(new Float32Array(10), Number.NaN)).toThrow(RangeError);
  });
});
