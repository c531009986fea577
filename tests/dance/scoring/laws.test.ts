import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BOARD_COVERAGE } from "#dance/practice/board.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { FULL_SCORE, type TakeResult } from "#dance/scoring/result.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { type Manner, perform, routine } from "../../fixtures/performance.ts";

const ROUTINES = [0, 1, 2].map(routine);
const [EASY] = ROUTINES;
if (EASY === undefined) throw new Error("there are no routines");
const REFERENCE = prepare(EASY, WHOLE);
const judge = (manner: Manner, mirror = false): TakeResult =>
  rejudge(REFERENCE, perform(EASY.track, manner), { mirror, seated: false });
const points = (result: TakeResult): number => (result.score / FULL_SCORE) * 100;
const AMATEUR: Manner = { late: 0.03, wobble: 0.1, amplitude: 0.7, noise: 0.008 };
/** Share of the dance of which a score can still speak for the most part. */
const MOST = 0.6;
const runs = { numRuns: 12 };

describe("the best is to dance as the reference does", () => {
  test("the reference itself earns all points, in every section of every routine", () => {
    for (const each of ROUTINES)
      for (let section = WHOLE; section < each.sections.length; section++) {
        const result = rejudge(prepare(each, section), each.track, { mirror: false, seated: false });
        expect([each.slug, section, result.score, result.losses]).toEqual([each.slug, section, FULL_SCORE, []]);
      }
  });

  test("nobody earns more, and lost points add up to those missing, whole and each with a cause", () => {
    const manner = fc.record({
      late: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      amplitude: fc.double({ min: 0, max: 1.5, noNaN: true }),
      noise: fc.double({ min: 0, max: 0.03, noNaN: true }),
      lost: fc.double({ min: 0, max: 1, noNaN: true }),
      mirrored: fc.boolean(),
      seed: fc.nat(1000),
    });
    fc.assert(
      fc.property(manner, (how) => {
        const result = judge(how);
        expect(result.score).toBeLessThanOrEqual(FULL_SCORE);
        expect(result.losses.every((loss) => Number.isInteger(loss.points) && loss.points > 0)).toBe(true);
        expect(result.losses.reduce((sum, loss) => sum + loss.points, 0)).toBe(FULL_SCORE - result.score);
      }),
      runs,
    );
  });
});

describe("what the camera and the body are like does not matter", () => {
  const base = points(judge({ ...AMATEUR, noise: 0 }));

  test("an amateur's take feels honest", () => {
    expect(base).toBeGreaterThan(60);
    expect(base).toBeLessThan(99.9);
  });

  test("place, distance and camera roll change a score by less than a point", () => {
    const place = fc.record({
      at: fc.tuple(fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.double({ min: -0.3, max: 0.3, noNaN: true })),
      size: fc.double({ min: 0.6, max: 1.6, noNaN: true }),
      roll: fc.double({ min: -8, max: 8, noNaN: true }),
    });
    fc.assert(
      fc.property(place, (where) => {
        expect(Math.abs(points(judge({ ...AMATEUR, noise: 0, ...where })) - base)).toBeLessThan(1);
      }),
      runs,
    );
  });

  test("longer or shorter limbs change it by less than two points", () => {
    const length = fc.double({ min: 0.85, max: 1.15, noNaN: true });
    fc.assert(
      fc.property(length, length, (arms, legs) => {
        expect(Math.abs(points(judge({ ...AMATEUR, noise: 0, arms, legs })) - base)).toBeLessThan(2);
      }),
      runs,
    );
  });

  test("15 or 30 frames a second agree within two points", () => {
    for (let seed = 0; seed < 6; seed++) {
      const of = (fps: number) => points(judge({ ...AMATEUR, seed, fps }));
      expect(Math.abs(of(15) - of(30))).toBeLessThan(2);
    }
  });
});

describe("what costs points", () => {
  const mean = (manner: Manner) => [1, 2, 3, 4].reduce((sum, seed) => sum + points(judge({ ...manner, seed })) / 4, 0);

  test("more trembling costs more in the mean", () => {
    const scores = [0, 0.01, 0.02, 0.04, 0.08].map((noise) => mean({ ...AMATEUR, amplitude: 1, noise }));
    for (let i = 1; i < scores.length; i++) expect(scores[i]).toBeLessThan((scores[i - 1] ?? 0) + 0.2);
    expect(scores.at(-1)).toBeLessThan((scores[0] ?? 0) - 20);
  });

  test("later costs more, step by step, and earlier as well", () => {
    for (const side of [1, -1]) {
      const scores = [0.1, 0.2, 0.3, 0.4, 0.5].map((late) =>
        points(judge({ ...AMATEUR, wobble: 0, late: side * late })),
      );
      for (let i = 1; i < scores.length; i++) expect(scores[i]).toBeLessThan(scores[i - 1] ?? 0);
      expect((scores[3] ?? 0) / points(judge({ ...AMATEUR, wobble: 0, late: 0 }))).toBeLessThan(0.4);
    }
  });

  test("the lag of a late dancer is measured to 15 ms", () => {
    for (const late of [-0.3, -0.1, 0.05, 0.2, 0.4]) expect(judge({ ...AMATEUR, late }).lag).toBeCloseTo(late, 1.6);
  });

  test("standing still earns nothing, half the movement at most half of the points", () => {
    expect(points(judge({ amplitude: 0, noise: 0.004 }))).toBeLessThan(2);
    expect(points(judge({ amplitude: 0.5 }))).toBeLessThan(50);
  });

  test("another routine earns next to nothing", () => {
    const other = ROUTINES[1];
    if (other === undefined) throw new Error("there is one routine only");
    expect(points(rejudge(REFERENCE, perform(other.track), { mirror: false, seated: false }))).toBeLessThan(15);
  });
});

describe("mirrors", () => {
  test("a mirrored take is told and earns little; danced on purpose, it earns as much as straight", () => {
    const wrong = judge({ ...AMATEUR, mirrored: true });
    expect(wrong.mirrored).toBe(true);
    expect(points(wrong)).toBeLessThan(12);
    const meant = judge({ ...AMATEUR, mirrored: true }, true);
    expect(meant.mirrored).toBe(false);
    expect(Math.abs(points(meant) - points(judge(AMATEUR)))).toBeLessThan(1);
  });
});

describe("what was not seen", () => {
  const mean = (manner: Manner) => [1, 2, 3].reduce((sum, seed) => sum + points(judge({ ...manner, seed })) / 3, 0);

  test("losing keypoints here and there does not raise the score", () => {
    for (const lost of [0.05, 0.1, 0.3, 0.6]) expect(mean({ ...AMATEUR, lost })).toBeLessThan(mean(AMATEUR) + 0.3);
  });

  test("hiding a limb from end to end is told; it gains 8 points at most, and none where enough is left for a board", () => {
    const base = judge(AMATEUR);
    for (const hidden of [
      [7, 9],
      [8, 10],
      [13, 15],
      [14, 16],
      [9, 10],
      [7, 8, 9, 10],
      [5, 6, 7, 8, 9, 10],
    ]) {
      const result = judge({ ...AMATEUR, hidden });
      expect(result.coverage).toBeLessThan(0.97);
      if (result.coverage < MOST) continue;
      expect(points(result)).toBeLessThan(points(base) + (result.coverage < BOARD_COVERAGE ? 8 : 0.5));
    }
  });

  test("legs out of the picture are told and neither right nor wrong", () => {
    const result = judge({ ...AMATEUR, hidden: [13, 14, 15, 16] });
    expect([result.limbs.left_leg, result.limbs.right_leg]).toEqual([null, null]);
    expect(result.limbs.left_arm).not.toBeNull();
    expect(result.coverage).toBeLessThan(0.95);
    expect(result.unseen.map((span) => span.limb).sort()).toEqual(["left_leg", "right_leg"]);
    expect(Math.abs(points(result) - points(judge(AMATEUR)))).toBeLessThan(8);
  });

  test("nobody in the picture is unseen from end to end, without a point", () => {
    const result = judge({ hidden: Array.from({ length: 17 }, (_, i) => i) });
    expect([result.score, result.coverage, result.lag, result.mirrored]).toEqual([0, 0, null, false]);
    expect(result.words.unseen).toBe(REFERENCE.keyframes.length);
  });
});
