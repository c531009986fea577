import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeReplay, encodeReplay, REPLAY_LIMITS, type Replay, withoutTake } from "#dance/replay/codec.ts";
import { anyTrack, steps, swinging } from "./tracks.ts";

const hex = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
const anyReplay: fc.Arbitrary<Replay> = fc.record({
  version: hex,
  section: fc.integer({ min: -1, max: 40 }),
  rate: fc.constantFrom(1, 0.5, 0.75, 1.25),
  mirror: fc.boolean(),
  seated: fc.boolean(),
  takeId: fc.string({ unit: fc.constantFrom(..."abcXYZ019-_"), maxLength: 64 }),
  frames: anyTrack,
});
const dance: Replay = {
  version: "5f".repeat(32),
  section: 2,
  rate: 1,
  mirror: false,
  seated: false,
  takeId: "take-1",
  frames: swinging(2),
};
const codeOf = (bytes: Uint8Array) => {
  const read = decodeReplay(bytes);
  return read.ok ? "ok" : read.problem.code;
};

test("every replay comes back to the letter", () => {
  fc.assert(
    fc.property(anyReplay, (replay) => {
      const back = decodeReplay(encodeReplay(replay));
      if (!back.ok) throw new Error(back.problem.message);
      const { frames, columns, ...head } = back.value;
      const { frames: danced, ...announced } = replay;
      expect(head).toEqual(announced);
      expect(steps(frames)).toEqual(steps(danced));
      expect([...columns.times]).toEqual(frames.map(({ time }) => time));
    }),
  );
});

test("a replay without its take's id is the same replay otherwise; bytes that are none stay none", () => {
  fc.assert(
    fc.property(anyReplay, (replay) => {
      expect(withoutTake(encodeReplay(replay))).toEqual({ ok: true, value: encodeReplay({ ...replay, takeId: "" }) });
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !withoutTake(bytes).ok));
});

test("a replay cut short at any byte says that its end is missing", () => {
  const bytes = encodeReplay(dance);
  expect(codeOf(bytes.subarray(0, 0))).toBe("replay-unknown");
  for (let length = 1; length < bytes.length; length++) expect(codeOf(bytes.subarray(0, length))).toBe("replay-cut");
});

test("any flipped bit is noticed", () => {
  const bytes = encodeReplay({ ...dance, frames: swinging(0.3) });
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = bytes.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
    expect(codeOf(flipped)).not.toBe("ok");
  }
});

test("random bytes are no replay, whether or not they begin like one", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), (bytes, disguised) => {
      if (disguised) bytes.set(encodeReplay(dance).subarray(0, Math.min(60, bytes.length)));
      expect(codeOf(bytes)).not.toBe("ok");
    }),
    { numRuns: 300 },
  );
});

test("a file of a later format, one with a tail and one too large are told apart", () => {
  const bytes = encodeReplay(dance);
  const later = bytes.slice();
  later[4] = 2;
  expect(codeOf(later)).toBe("replay-format");
  expect(codeOf(Uint8Array.from([...bytes, 0]))).toBe("replay-damaged");
  expect(codeOf(new Uint8Array(REPLAY_LIMITS.bytes + 1))).toBe("replay-too-large");
});
