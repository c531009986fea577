import fc from "fast-check";
import { expect, test } from "vitest";
import { Listener, Scribe } from "../../../web/sound/thread/ears.ts";
import { PEAK_RATE, type Piece, SECONDS_MAX } from "../../../web/sound/thread/messages.ts";
import { place } from "../../../web/sound/thread/place.ts";

const RATE = 8000;

async function* each(pieces: readonly Piece[]): AsyncGenerator<Piece> {
  yield* pieces;
}
const scribe = (rate: number, channels: 1 | 2) => new Scribe(rate, channels);
async function written(pieces: readonly Piece[]): Promise<Int16Array> {
  const placed = await place(each(pieces), scribe);
  if (!placed) throw new Error("nothing was heard");
  return new Int16Array(await placed.ear.written(placed.seconds).data.arrayBuffer());
}
const full = (at: number, samples: number, value = 1): Piece => ({
  at,
  rate: RATE,
  channels: [new Float32Array(samples).fill(value)],
});

test("pieces whose times a container rounded follow one another without a gap", async () => {
  const pieces = fc.array(fc.double({ min: -0.001, max: 0.001, noNaN: true }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(pieces, async (off) => {
      const samples = await written(off.map((by, i) => full(i === 0 ? 0 : (i * 160) / RATE + by, 160)));
      expect(samples.length).toBe(160 * off.length);
      expect(samples.every((sample) => sample === 32_767)).toBe(true);
    }),
  );
});

test("a sound that begins later has silence before it, a gap stays a gap, what comes before the file's time 0 is left out", async () => {
  const samples = await written([full(-0.05, 800), full(0.05, 800), full(0.5, 800)]);
  expect(samples.length).toBe(0.6 * RATE);
  const sounds = (from: number, to: number) => samples.slice(from * RATE, to * RATE).every((sample) => sample !== 0);
  expect(sounds(0, 0.15)).toBe(true);
  expect(samples.slice(0.15 * RATE, 0.5 * RATE).every((sample) => sample === 0)).toBe(true);
  expect(sounds(0.5, 0.6)).toBe(true);
  expect((await written([full(0.25, 100)]))[0.25 * RATE - 1]).toBe(0);
});

test("two channels are written side by side, and what is too loud is cut, not wrapped round", async () => {
  const stereo: Piece = { at: 0, rate: RATE, channels: [Float32Array.of(0.5, 3), Float32Array.of(-0.5, -3)] };
  expect([...(await written([stereo]))]).toEqual([16_384, -16_383, 32_767, -32_767]);
});

test("nothing to hear is nothing, and a sound that does not end is cut off", async () => {
  expect(await place(each([]), scribe)).toBeNull();
  const deaf = { take: () => undefined };
  const endless = Array.from({ length: 30 }, (_, i) => ({ at: i * 60, rate: 100, channels: [new Float32Array(6000)] }));
  const placed = await place(each(endless), () => deaf);
  expect(placed).toMatchObject({ cut: true });
  expect(placed?.seconds).toBeLessThanOrEqual(SECONDS_MAX + 60);
  expect(await place(each(endless.slice(0, 20)), () => deaf)).toMatchObject({ cut: false, seconds: SECONDS_MAX });
});

test.each([8000, 22_050, 44_100, 48_000, 96_000])("at %d samples a second a click is heard where it is", (rate) => {
  const samples = new Float32Array(4 * rate);
  for (let i = 0; i < 200; i++) samples[Math.round(2.5 * rate) + i] = 0.5 * Math.sin(i);
  const ear = new Listener(rate);
  for (let at = 0; at < samples.length; at += 1000) ear.take([samples.subarray(at, at + 1000)]);
  const { onsets, peaks, tones } = ear.heard(4);
  expect(Math.abs(onsets.strength.indexOf(Math.max(...onsets.strength)) - 250)).toBeLessThanOrEqual(3);
  expect(Math.abs(peaks.length - 4 * PEAK_RATE)).toBeLessThanOrEqual(1);
  expect(peaks[2.5 * PEAK_RATE]).toBe(1);
  expect(peaks[PEAK_RATE]).toBe(0);
  expect(tones.every((tone) => tone >= 0 && tone <= 1)).toBe(true);
});

test("of two channels both are heard", () => {
  const [left, right] = [new Float32Array(RATE), new Float32Array(RATE)];
  right.fill(0.5, 4000, 4100);
  const ear = new Listener(RATE);
  ear.take([left, right]);
  expect(ear.heard(1).peaks[PEAK_RATE / 2]).toBe(1);
});
