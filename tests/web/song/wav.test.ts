import { expect, test } from "vitest";
import { mix, soundKey } from "../../../web/song/mix.ts";
import type { Note } from "../../../web/song/notes.ts";
import { encodeWav } from "../../../web/song/wav.ts";

test("writes a WAV that any player reads: head, size, samples left then right, loudest at nine tenths", () => {
  const wav = encodeWav([Float32Array.of(0.5, -0.25), Float32Array.of(0, 0.125)], 44_100);
  const view = new DataView(wav.buffer);
  expect(new TextDecoder().decode(wav.subarray(0, 4))).toBe("RIFF");
  expect(view.getUint32(40, true)).toBe(8);
  expect(view.getUint32(24, true)).toBe(44_100);
  const samples = [44, 46, 48, 50].map((at) => view.getInt16(at, true));
  expect(samples).toEqual([29_490, 0, -14_745, 7373]);
});

test("mixes a note at its time, as loud as it says, and cuts what rings beyond the end", () => {
  const note: Note = { voice: "kick", time: 0.5, length: 0.1, pitch: 0, gain: 0.5 };
  const samples = new Map([[soundKey(note), Float32Array.of(1, 1, 1)]]);
  const [left, right] = mix([note, { ...note, time: 0.9 }], samples, 10, 10);
  expect([...left]).toEqual([0, 0, 0, 0, 0, 0.5, 0.5, 0.5, 0, 0.5]);
  expect(right).toEqual(left);
});
