import { expect, test } from "vitest";
import { timeOfCount } from "#dance/music/tempo.ts";
import { CLICK_RATE, layClicks } from "../../../web/song/metronome.ts";

/** Clicks of two samples, told apart by their first byte. */
const sounds = {
  first: Uint8Array.of(1, 0, 9, 0),
  plain: Uint8Array.of(2, 0, 9, 0),
  countIn: Uint8Array.of(3, 0, 9, 0),
};

/** Each click of the metronome and the sample at which it begins. */
function clicks(bpm: number, firstBeat: number, counts: number): [number, number][] {
  const all = layClicks(sounds, { bpm, firstBeat }, counts).flatMap((part) => [...part]);
  return all.flatMap((byte, i): [number, number][] => (byte > 0 && byte < 9 ? [[byte, i / 2]] : []));
}

test("a click falls on every count to the sample, minutes on too; the first of eight and the count-in sound otherwise", () => {
  const told = clicks(127, 240 / 127, 64);
  expect(told).toHaveLength(68);
  told.forEach(([sound, at], i) => {
    const count = i - 4;
    expect(at).toBe(Math.round(timeOfCount({ bpm: 127, firstBeat: 240 / 127 }, count) * CLICK_RATE));
    expect(sound).toBe(count < 0 ? 3 : count % 8 === 0 ? 1 : 2);
  });
});

test("a count-in for which there is no room before song time 0 is left out", () => {
  expect(clicks(120, 1, 8)).toHaveLength(10);
});
