import { describe, expect, test } from "vitest";
import { LIMB_GROUPS, type LimbGroup } from "#dance/pose/keypoints.ts";
import { mirrorPose } from "#dance/pose/pose.ts";
import type { LimbResults, TakeResult } from "#dance/scoring/result.ts";
import { bodyOf } from "../../../web/parts/figure-geometry.ts";
import { binsOf } from "../../../web/parts/histogram.tsx";
import { verdict } from "../../../web/parts/score-head.tsx";
import { weakest } from "../../../web/state/cells.ts";
import { wordsIn } from "../../../web/words/index.ts";
import { jack } from "../../fixtures/jacks.ts";

const en = wordsIn("en");
const limbs = (over: Partial<Record<LimbGroup, { shape: number; energy: number } | null>> = {}): LimbResults =>
  Object.fromEntries(
    LIMB_GROUPS.map((limb) => {
      const it = over[limb];
      return [limb, it === null ? null : { shape: 0.95, energy: 1, offset: 0, ...it }];
    }),
  ) as unknown as LimbResults;
const eight = (eightCount: number, it: LimbResults) => ({ eightCount, limbs: it }) as TakeResult["eightCounts"][number];
const result = (over: Partial<TakeResult>): TakeResult => ({ ...over }) as TakeResult;

describe("the heat map", () => {
  test("names the limb and the eight-count that slipped most", () => {
    const take = result({
      eightCounts: [eight(0, limbs()), eight(1, limbs({ right_arm: { shape: 0.4, energy: 1 } }))],
    });
    expect(weakest(take)).toMatchObject({ limb: "right_arm", eight: 1 });
  });
  test("names none when all went well, and never a limb that was not seen", () => {
    expect(weakest(result({ eightCounts: [eight(0, limbs({ left_leg: null }))] }))).toBeNull();
  });
  test("a limb in the right line but small is weaker than one danced out", () => {
    const small = limbs({ left_arm: { shape: 0.9, energy: 0.2 } });
    expect(weakest(result({ eightCounts: [eight(0, small)] }))?.limb).toBe("left_arm");
  });
});

describe("the timing bars", () => {
  test("every hit is in one bar, those far out in the last", () => {
    const bins = binsOf([-0.9, -0.01, 0, 0.01, 0.021, 0.9]);
    expect(bins.reduce((sum, b) => sum + b.hits, 0)).toBe(6);
    expect(bins[0]?.hits).toBe(1);
    expect(bins.at(-1)?.hits).toBe(1);
  });
  test("on the count is the middle; early stands left of it and late right", () => {
    const bins = binsOf([-0.04, 0.015, 0.05]);
    expect(bins.filter((b) => b.hits).map((b) => b.at)).toEqual([-40, 0, 40]);
  });
});

describe("the colours of the timing bars", () => {
  test("follow what lateness costs: nothing a tenth of a second away, most of it half a second away", () => {
    for (const bin of binsOf([-0.1, 0.04, 0.08, 0.12]).filter((b) => b.hits)) expect(bin.kept / bin.hits).toBe(1);
    expect(binsOf([0.5]).at(-1)?.kept).toBeLessThan(0.3);
  });
});

describe("the verdict", () => {
  const three = (shape: number, timing: number, energy: number, score = 800_000) =>
    result({ shape, timing, energy, score });
  test("says which of the three holds back", () => {
    expect(verdict(en, three(0.9, 0.6, 0.9), null)).toBe(en.result.weakest.timing);
    expect(verdict(en, three(0.9, 0.88, 0.89), null)).toBe(en.result.weakest.even);
  });
  test("names the lowest where they are not level, and no cause that is not there", () => {
    expect(verdict(en, three(0.95, 1, 1), null)).toBe("Shape is lowest, at 95.");
    expect(verdict(en, three(0.61, 0.6, 0.95), null)).toBe("Timing is lowest, at 60.");
    expect(verdict(en, three(0.97, 1, 1), null)).toBe(en.result.weakest.even);
  });
  test("does not weigh shape against timing where it is not yet the same dance", () => {
    expect(verdict(en, three(0.34, 0.2, 0.7, 3000), null)).toBe(en.result.weakest.start);
  });
  test("says how far it is to the best so far, up or down", () => {
    expect(verdict(en, three(0.9, 0.9, 0.9, 826_000), 800_000)).toContain("2.6 up on your best.");
    expect(verdict(en, three(0.9, 0.9, 0.9, 790_000), 800_000)).toContain("1.0 under your best.");
  });
});

describe("a drawn body", () => {
  const body = bodyOf(jack(1));
  test("has all its parts, arms before the chest, inside its box", () => {
    expect(body?.pieces.map((p) => p.part)).toEqual([
      "left_leg",
      "right_leg",
      "torso",
      "head",
      "left_arm",
      "right_arm",
    ]);
    const numbers = body?.pieces.flatMap((p) => [...p.path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)]) ?? [];
    const { x, y, w, h } = body?.box ?? { x: 0, y: 0, w: 0, h: 0 };
    const outside = numbers.filter(
      (m) => Number(m[1]) < x || Number(m[1]) > x + w || Number(m[2]) < y || Number(m[2]) > y + h,
    );
    expect(outside).toEqual([]);
  });
  test("is as large when mirrored", () => {
    expect(bodyOf(mirrorPose(jack(1)))?.box.w).toBeCloseTo(body?.box.w ?? 0, 5);
  });
  test("is none where the camera saw no trunk", () => {
    expect(bodyOf(new Float32Array(51))).toBeNull();
  });
});
