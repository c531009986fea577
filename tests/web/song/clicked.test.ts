import { expect, test } from "vitest";
import { clickedWav } from "../../../web/song/clicked.ts";

const RATE = 8000;
const silence = { data: new Blob([new Int16Array(RATE * 8)]), rate: RATE, channels: 1, seconds: 8 } as const;

test("a click begins on every count of the stretch, to the sample, and nothing sounds between", async () => {
  const wav = await clickedWav(silence, 0, { bpm: 120, firstBeat: 0.25 }, { from: 1, to: 4 });
  const samples = new Int16Array((await wav.arrayBuffer()).slice(44));
  expect(samples.length).toBe(3 * RATE);
  const begins = [...samples.keys()].filter(
    (i) => samples[i] !== 0 && samples.slice(Math.max(0, i - 200), i).every((s) => s === 0),
  );
  expect(begins.map((i) => Math.round(((i - 1) / RATE) * 1000) / 1000)).toEqual([0.25, 0.75, 1.25, 1.75, 2.25, 2.75]);
});

test("the music steps back under the clicks and keeps its place", async () => {
  const ramp = { ...silence, data: new Blob([Int16Array.from({ length: RATE * 8 }, (_, i) => i % 1000)]) };
  const wav = await clickedWav(ramp, 0.5, { bpm: 60, firstBeat: 0.9 }, { from: 2, to: 3 });
  const samples = new Int16Array((await wav.arrayBuffer()).slice(44));
  const at = (seconds: number) => Math.round(0.6 * (Math.round((2 + seconds - 0.5) * RATE) % 1000));
  for (const seconds of [0.1, 0.5, 0.8]) expect(samples[seconds * RATE]).toBe(at(seconds));
});
