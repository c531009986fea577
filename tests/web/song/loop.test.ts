import { expect, test } from "vitest";
import { loopFile, seamOf } from "../../../web/song/loop-file.ts";
import { encodeWav } from "../../../web/song/wav.ts";

const RATE = 44_100;

/** Four seconds that rise evenly on the left and are silent on the right, so that each sample tells where it is from. */
const ramp = Float32Array.from({ length: RATE * 4 }, (_, i) => i / (RATE * 4));
const wav = new Blob([encodeWav([ramp, new Float32Array(ramp.length)], RATE)]);
const leftOf = async (blob: Blob) => new Int16Array((await blob.arrayBuffer()).slice(44)).filter((_, i) => i % 2 === 0);

test("a loop leads in once and then goes round its stretch, each turn as long as the first to the sample", async () => {
  const file = await loopFile(wav, 0.5, 1, 2.5);
  const [song, loop] = [await leftOf(wav), await leftOf(file.wav)];
  expect(file).toMatchObject({ start: 0.5, from: 1, turn: 1.5, turns: 160 });
  expect(loop.length).toBe(RATE * (0.5 + 1.5 * 160));
  const at = (seconds: number) => loop[Math.round(RATE * seconds)];
  expect(at(0)).toBe(song[RATE * 0.5]);
  for (const turn of [0, 1, 2, 159]) expect(at(0.5 + 1.5 * turn + 0.7)).toBe(song[RATE * 1.7]);
});

test("the head of the file says how long it is", async () => {
  const file = await loopFile(wav, 0.5, 1, 2.5);
  const head = new DataView(await file.wav.slice(0, 44).arrayBuffer());
  expect(head.getUint32(4, true)).toBe(file.wav.size - 8);
  expect(head.getUint32(40, true)).toBe(file.wav.size - 44);
});

test("where a turn ends, the sound fades over from what would have come to the beginning, without a step", () => {
  const seam = seamOf(new Int16Array(40).fill(1000), new Int16Array(40).fill(-1000));
  expect(seam[0]).toBeGreaterThan(850);
  expect(seam[39]).toBeLessThan(-850);
  for (let i = 2; i < 40; i += 2) expect((seam[i - 2] as number) - (seam[i] as number)).toBeLessThan(120);
});

test("a loop of one channel at another rate goes round as long", async () => {
  const mono = new Blob([encodeWav([ramp.subarray(0, 48_000 * 3)], 48_000)]);
  const file = await loopFile(mono, 0.5, 1, 2);
  const samples = new Int16Array((await file.wav.arrayBuffer()).slice(44));
  expect(file).toMatchObject({ start: 0.5, from: 1, turn: 1 });
  expect(samples.length).toBe(48_000 * (0.5 + file.turns));
  const song = new Int16Array((await mono.arrayBuffer()).slice(44));
  expect(samples[105_600]).toBe(song[81_600]);
});
