import { expect, test } from "vitest";
import { placePcm } from "../../../web/song/place.ts";

const RATE = 1000;
/** Two seconds of one channel whose samples tell the millisecond they were taken at. */
const pcm = {
  data: new Blob([Int16Array.from({ length: 2000 }, (_, i) => i + 1)]),
  rate: RATE,
  channels: 1,
  seconds: 2,
} as const;
const samplesOf = async (wav: Blob) => new Int16Array((await wav.arrayBuffer()).slice(44));

test("a file that begins later than the song is preceded by silence, one that ends sooner followed by it", async () => {
  const samples = await samplesOf(placePcm(pcm, 0.5, 3));
  expect(samples.length).toBe(3000);
  expect([samples[499], samples[500], samples[2499], samples[2500]]).toEqual([0, 1, 2000, 0]);
});

test("what a file says before the song begins or after it ends is left out", async () => {
  const samples = await samplesOf(placePcm(pcm, -0.25, 1));
  expect(samples.length).toBe(1000);
  expect([samples[0], samples[999]]).toEqual([251, 1250]);
});

test("a file that lies wholly outside the song is silence, as long as the song", async () => {
  for (const starts of [-9, 9]) expect(new Set(await samplesOf(placePcm(pcm, starts, 1)))).toEqual(new Set([0]));
});

test("two channels stay side by side", async () => {
  const both = {
    ...pcm,
    data: new Blob([Int16Array.from({ length: 2000 }, (_, i) => (i % 2 ? -i : i))]),
    channels: 2 as const,
  };
  const samples = await samplesOf(placePcm(both, -0.1, 0.5));
  expect([samples[0], samples[1]]).toEqual([200, -201]);
});

test("the head of the file says its rate, channels and length", async () => {
  const head = new DataView(await placePcm(pcm, 0.5, 3).arrayBuffer());
  expect([head.getUint16(22, true), head.getUint32(24, true), head.getUint32(40, true)]).toEqual([1, RATE, 6000]);
});
