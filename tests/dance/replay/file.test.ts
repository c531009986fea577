import fc from "fast-check";
import { expect, test } from "vitest";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { decodeChoreography, encodeChoreography } from "#dance/choreo/file.ts";
import { steps, swinging } from "./tracks.ts";

const track = swinging(4);
const choreography: Choreography = {
  slug: "first-light",
  title: { en: "First “light”", ko: "첫 빛 💫" },
  about: { en: "Eight counts", ko: "에잇카운트 하나" },
  level: "easy",
  tempo: { bpm: 120, firstBeat: 0 },
  counts: 8,
  sections: [{ kind: "chorus", from: 0, to: 8 }],
  keyframes: [0, 2, 4.5].map((count) => ({ count, weight: 1, pose: track[count * 15]?.pose ?? new Float32Array(51) })),
  track,
  song: { seed: 4, key: 2, style: "house" },
};

test("a choreography comes back to the letter, in both languages", () => {
  const bytes = encodeChoreography(choreography);
  const back = decodeChoreography(bytes);
  if (!back.ok) throw new Error(back.problem.message);
  const plain = ({ track, keyframes, ...rest }: Choreography) => ({
    ...rest,
    track: steps(track),
    keyframes: keyframes.map(({ count, weight, pose }) => [count, weight, ...steps([{ time: 0, pose }])]),
  });
  expect(plain(back.value)).toEqual(plain(choreography));
  expect(encodeChoreography(back.value)).toEqual(bytes);
});

test("a choreography cut at any byte is an outcome", () => {
  const bytes = encodeChoreography(choreography);
  for (let length = 0; length < bytes.length; length += 7)
    expect(decodeChoreography(bytes.subarray(0, length)).ok).toBe(false);
});

test("random bytes and flipped bits never throw", () => {
  const bytes = encodeChoreography(choreography);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.nat(bytes.length * 8 - 1), (noise, bit) => {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(typeof decodeChoreography(flipped).ok).toBe("boolean");
      expect(decodeChoreography(noise).ok).toBe(false);
    }),
  );
});

test("a head that nobody could dance is damaged", () => {
  for (const wrong of [
    { sections: [{ kind: "chorus" as const, from: 4, to: 9 }] },
    { counts: 0 },
    { slug: "Not A Slug" },
    { tempo: { bpm: 0, firstBeat: 0 } },
  ])
    expect(decodeChoreography(encodeChoreography({ ...choreography, ...wrong }))).toMatchObject({
      ok: false,
      problem: { code: "choreography-damaged" },
    });
});
