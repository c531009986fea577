import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32 } from "#dance/pose/checksum.ts";
import { decodeTrack, encodeTrack } from "#dance/pose/stream.ts";
import { anyTrack, steps, swinging } from "./tracks.ts";

const LIMITS = { frames: 40_000 };

test("every track on the grid comes back to the letter", () => {
  fc.assert(
    fc.property(anyTrack, (track) => {
      const back = decodeTrack(encodeTrack(track), LIMITS);
      if (!back.ok) throw new Error(back.problem.message);
      expect(steps(back.value)).toEqual(steps(track));
    }),
  );
});

test("jumps of hours, which take the widest numbers, come back to the letter", () => {
  const hours = [0, 0.001, 3600, 3601, 100_000, 100_000.004, 134_000, 134_001];
  const track = hours.map((time, i) => ({ time, pose: new Float32Array(51).fill(i % 2 ? 0 : 1) }));
  const back = decodeTrack(encodeTrack(track), LIMITS);
  expect(back.ok && steps(back.value)).toEqual(steps(track));
});

test("numbers off the grid go to their nearest step, so that a stream of a stream is the same stream", () => {
  const pose = Float32Array.from({ length: 51 }, (_, i) => (i % 3 === 2 ? 0.123 : 0.3333 * i));
  pose[3] = Number.NaN;
  pose[4] = Number.POSITIVE_INFINITY;
  pose[5] = 7;
  const once = encodeTrack([{ time: 1.00049, pose }]);
  const back = decodeTrack(once, LIMITS);
  expect(back.ok && back.value[0]?.time).toBe(1);
  expect(back.ok && [...(back.value[0]?.pose.slice(3, 6) ?? [])]).toEqual([0, 32767 / 2048, 1]);
  expect(back.ok && encodeTrack(back.value)).toEqual(once);
});

test("a stream cut at any byte is an outcome", () => {
  const bytes = encodeTrack(swinging(1));
  for (let length = 0; length < bytes.length; length++)
    expect(decodeTrack(bytes.subarray(0, length), LIMITS).ok).toBe(false);
});

test("random bytes are an outcome, never an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
      expect(typeof decodeTrack(bytes, LIMITS).ok).toBe("boolean");
    }),
    { numRuns: 300 },
  );
});

test("a stream that announces more frames than it holds is told before room is made", () => {
  const liar = new Uint8Array(2000);
  liar.set([0xff, 0xff, 0x7f]); // two million frames
  expect(decodeTrack(liar, { frames: 1e9 })).toMatchObject({ ok: false, problem: { code: "track-damaged" } });
  expect(decodeTrack(liar, LIMITS)).toMatchObject({ ok: false, problem: { code: "track-too-long" } });
});

test("the checksum is the CRC-32 that the whole world uses", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});
