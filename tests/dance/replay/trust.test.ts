import { describe, expect, test } from "vitest";
import { mirrorPose, snapPose, type Track } from "#dance/pose/pose.ts";
import { PoseSmoother } from "#dance/pose/smooth.ts";
import { copies } from "#dance/replay/copied.ts";
import { doubtOf, signaturesOf } from "#dance/replay/trust.ts";
import { lottery, type Manner, perform, routine } from "../../fixtures/performance.ts";

const routines = [0, 1, 2].map(routine);

/** As the page records it: smoothed, with holes where the machine was busy. */
const recorded = (track: Track, holes: number, seed: number): Track => {
  const random = lottery(seed);
  const smoother = new PoseSmoother();
  return track
    .filter(() => random() >= holes)
    .map(({ time, pose }) => ({ time, pose: snapPose(smoother.smooth(Float32Array.from(pose), time)) }));
};

/** Nobody is built as the reference is: these limbs, a twentieth off, are far nearer than any two people's. */
const BODY: Manner = { arms: 1.05, legs: 0.95 };

const HONEST: [string, Manner, number][] = [
  ["at 30 frames a second, as well as can be", { ...BODY, noise: 0.004 }, 0],
  ["at 15 frames a second", { ...BODY, noise: 0.004, fps: 15 }, 0],
  ["at 10 frames a second, with every third lost", { ...BODY, noise: 0.006, fps: 10 }, 0.33],
  ["mirrored", { ...BODY, noise: 0.004, mirrored: true }, 0],
  ["far away, where a step is a step", { ...BODY, noise: 0.003, size: 0.4, at: [0.2, 0.4], fps: 15 }, 0.1],
  ["near, with a camera that leans", { noise: 0.006, size: 1.4, roll: 8 }, 0],
  ["of the reference's very limbs, drifting a little about the beat", { noise: 0.004, wobble: 0.06 }, 0],
  ["of the reference's very limbs, a little smaller", { noise: 0.004, amplitude: 0.9 }, 0],
  [
    "with long arms and short legs, late and small",
    { noise: 0.004, arms: 1.15, legs: 0.85, late: 0.1, amplitude: 0.7 },
    0,
  ],
  ["in poor light: a tenth of the keypoints lost, much trembling", { noise: 0.02, lost: 0.1, fps: 12 }, 0.1],
  ["without legs in the picture", { ...BODY, noise: 0.005, hidden: [13, 14, 15, 16] }, 0],
  ["standing still", { noise: 0.004, amplitude: 0 }, 0],
];

test.each(HONEST)("nothing speaks against a dancer %s", (_, manner, holes) => {
  for (const [i, { track }] of routines.entries()) {
    const danced = perform(track, { ...manner, seed: i + 3 });
    for (const take of [danced, recorded(danced, holes, i + 5)])
      expect(doubtOf(take, track, manner.mirrored ?? false)).toBeNull();
  }
});

/** Whether a take is looked at when another is delivered. */
const isFound = (one: Track, kept: Track): boolean => signaturesOf(one).includes(signaturesOf(kept)[0] as string);

test("dancers who dance the same well are not one another's copies", () => {
  for (const { track } of routines) {
    const takes = [1, 2, 3].map((seed) => {
      const body = { arms: 0.94 + seed * 0.04, legs: 1.06 - seed * 0.04 };
      return recorded(perform(track, { ...body, noise: 0.004, seed, late: seed / 100 }), 0, seed);
    });
    for (const one of takes) for (const other of takes) if (one !== other) expect(copies(one, other)).toBe(false);
  }
});

test("a copy is a copy at any time and place, and shares the signature", () => {
  for (const { track } of routines) {
    const one = perform(track, { noise: 0.004 });
    const copy = one.map(({ time, pose }) => ({
      time: time + 0.3,
      pose: snapPose(pose.map((value, i) => (i % 3 === 2 ? value : value + 0.25))),
    }));
    expect(copies(copy, one)).toBe(true);
    expect(signaturesOf(copy)[0]).toBe(signaturesOf(one)[0]);
    expect(doubtOf(track, track, false)).toBe("doubt-reference");
    const mirrored = track.map(({ time, pose }) => ({ time, pose: mirrorPose(pose, 0.5) }));
    expect(doubtOf(mirrored, track, true)).toBe("doubt-reference");
  }
});

describe("trembling laid over a copy", () => {
  const forged = (track: Track, noise: number, seed: number, change: Manner = {}) =>
    perform(track, { ...change, noise, seed });

  test("does not make a take of the reference: as it is, later, elsewhere, mirrored, at another frame rate", () => {
    for (const [i, { track }] of routines.entries()) {
      for (const noise of [0.001, 0.003, 0.005])
        for (const change of [{}, { late: 0.21 }, { size: 0.7, at: [0.2, 0.1] }, { fps: 24 }] as const) {
          const copy = forged(track, noise * ("size" in change ? 0.7 : 1), i + 2, change);
          expect([noise, change, doubtOf(copy, track, false)]).toEqual([noise, change, "doubt-reference"]);
        }
      expect(doubtOf(forged(track, 0.004, i, { mirrored: true }), track, true)).toBe("doubt-reference");
    }
  });

  test("does not make a take of another dancer's, and hardly ever moves the signature by which it is looked for", () => {
    let shared = 0;
    for (const [i, { track }] of routines.entries()) {
      const theirs = recorded(
        perform(track, { arms: 1.08, legs: 0.94, wobble: 0.05, noise: 0.003, seed: i + 1 }),
        0.1,
        i,
      );
      const random = lottery(i + 40);
      for (let n = 0; n < 10; n++) {
        const copy = theirs.map(({ time, pose }) => ({
          time: time + 0.05,
          pose: snapPose(pose.map((value, at) => (at % 3 === 2 ? value : value + 0.016 * (random() - 0.5)))),
        }));
        expect([copies(copy, theirs), copies(theirs, copy)]).toEqual([true, true]);
        if (isFound(copy, theirs)) shared++;
      }
    }
    expect(shared).toBe(30);
  });
});

test("another dancer's take with frames left out or put in, larger and elsewhere, is a copy and is found", () => {
  for (const [i, { track }] of routines.entries()) {
    const theirs = recorded(perform(track, { ...BODY, wobble: 0.05, noise: 0.004, seed: i + 1 }), 0.1, i);
    const last = theirs.at(-1) as Track[number];
    const random = lottery(i + 9);
    const forged: Track[] = [
      theirs.slice(1),
      theirs.filter((_, n) => n !== 40),
      theirs.filter((_, n) => n % 2 === 0),
      theirs.filter(() => random() > 0.3),
      [...theirs, { ...last, time: last.time + 1 / 32 }],
      theirs
        .slice(2)
        .map(({ time, pose }) => ({ time, pose: snapPose(pose.map((v, at) => (at % 3 === 2 ? v : 0.1 + v * 0.8))) })),
    ];
    for (const [n, copy] of forged.entries())
      expect([n, copies(copy, theirs), isFound(copy, theirs)]).toEqual([n, true, true]);
  }
});

test("dancers who dance the same well are hardly ever held against one another", () => {
  const [{ track } = { track: [] as Track }] = routines;
  const people = Array.from({ length: 40 }, (_, seed) => {
    const random = lottery(seed + 70);
    const body = { arms: 0.9 + 0.2 * random(), legs: 0.9 + 0.2 * random() };
    return perform(track, { ...body, amplitude: 0.8 + 0.3 * random(), noise: 0.004, seed });
  });
  const met = people.flatMap((one, i) => people.slice(i + 1).filter((other) => isFound(one, other)));
  expect(met.length / ((40 * 39) / 2)).toBeLessThan(0.05);
});

test("too few frames tell nothing, and no frames break nothing", () => {
  const [{ track } = { track: [] as Track }] = routines;
  expect(doubtOf([], track, false)).toBeNull();
  expect(doubtOf(track.slice(0, 5), track, false)).toBeNull();
  expect(doubtOf(track, [], true)).toBeNull();
  for (const frames of [[], track.slice(0, 1)]) expect(signaturesOf(frames)[0]).toMatch(/^(-?\d+ ){7}-?\d+$/);
});
