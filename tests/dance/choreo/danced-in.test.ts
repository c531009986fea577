import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eightsDanced, placeFile, trimmed } from "#dance/choreo/danced-in.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import { POSE_SIZE, type Pose, type Track } from "#dance/pose/pose.ts";
import { jack } from "../../fixtures/jacks.ts";

const TEMPO = { bpm: 120, firstBeat: 2 };
const NOBODY: Pose = new Float32Array(POSE_SIZE);

/** Danced from a little before the first count for so many counts; nobody is seen where `away` says so. */
const danced = (counts: number, away: (count: number) => boolean = () => false): Track =>
  Array.from({ length: Math.round((counts / 2 + 0.4) * 30) }, (_, i) => {
    const time = 1.6 + i / 30;
    return { time, pose: away((time - 2) * 2) ? NOBODY : jack(0.5) };
  });

describe("what was danced in", () => {
  test("is counted in eight-counts; the last steps to the keyboard are none", () => {
    expect(eightsDanced({ track: danced(16), tempo: TEMPO })).toEqual([1, 1]);
    expect(eightsDanced({ track: danced(17), tempo: TEMPO })).toHaveLength(2);
    expect(eightsDanced({ track: danced(20), tempo: TEMPO })).toHaveLength(3);
    expect(eightsDanced({ track: [], tempo: TEMPO })).toEqual([]);
  });

  test("tells how much of each eight-count was seen", () => {
    const [first, second] = eightsDanced({ track: danced(16, (count) => count >= 12), tempo: TEMPO });
    expect(first).toBe(1);
    expect(second).toBeCloseTo(0.5, 1);
  });
});

describe("what is kept of it", () => {
  test("begins anew where it was danced to the metronome, with room for a count-in", () => {
    const kept = trimmed({ track: danced(32), tempo: TEMPO }, 1, 3, false);
    expect(kept.tempo).toEqual(TEMPO);
    expect(kept.counts).toBe(16);
    expect(kept.track[0]?.time).toBeCloseTo(1.5, 1);
    expect(kept.track.at(-1)?.time).toBeCloseTo(10.5, 1);
  });

  test("stays in its place in a song", () => {
    const kept = trimmed({ track: danced(32), tempo: TEMPO }, 1, 3, true);
    expect(kept.tempo).toEqual({ bpm: 120, firstBeat: 6 });
    expect(kept.track[0]?.time).toBeCloseTo(5.5, 1);
  });

  test("has every pose on the count on which it was danced", () => {
    const eights = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(eights, fc.boolean(), fc.integer({ min: 60, max: 200 }), ([from, many], song, bpm) => {
        const tempo = { bpm, firstBeat: 3 };
        const track = Array.from({ length: 97 }, (_, count) => ({
          time: timeOfCount(tempo, count),
          pose: new Float32Array(POSE_SIZE).fill(count),
        }));
        const kept = trimmed({ track, tempo }, from, from + many, song);
        for (const { time, pose } of kept.track) {
          const count = ((time - kept.tempo.firstBeat) * bpm) / 60;
          expect(count + from * 8).toBeCloseTo(pose[0] ?? -1, 6);
        }
        expect(kept.track.length).toBeGreaterThanOrEqual(many * 8);
      }),
    );
  });
});

test("a file is laid into song time so that a count-in fits before its first count", () => {
  expect(placeFile({ bpm: 120, firstBeat: 0.5 })).toEqual({ starts: 1.5, tempo: { bpm: 120, firstBeat: 2 } });
  expect(placeFile({ bpm: 120, firstBeat: 9 })).toEqual({ starts: 0, tempo: { bpm: 120, firstBeat: 9 } });
});
