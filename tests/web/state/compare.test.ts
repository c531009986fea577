import { describe, expect, test } from "vitest";
import { LIMB_GROUPS, type LimbGroup } from "#dance/pose/keypoints.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { differenceText } from "../../../web/parts/compare.tsx";
import { differenceOf } from "../../../web/state/compare.ts";
import { wordsIn } from "../../../web/words/index.ts";

type Over = Partial<Record<LimbGroup, number | null>>;
const limbs = (over: Over) =>
  Object.fromEntries(
    LIMB_GROUPS.map((limb) => [limb, over[limb] === null ? null : { shape: over[limb] ?? 0.9, energy: 1, offset: 0 }]),
  );
const take = (score: number, eights: Over[], lagSpread: number | null = 0.04): TakeResult =>
  ({ score, lagSpread, eightCounts: eights.map((it, eightCount) => ({ eightCount, limbs: limbs(it) })) }) as never;

const [en, ko] = [wordsIn("en"), wordsIn("ko")];
const now = Date.parse("2026-11-23T12:00:00");
const tuesday = Date.parse("2026-11-17T10:00:00");

describe("what parts two takes", () => {
  test("is the difference of the scores as they are shown, and the limbs that changed most, with their eight-counts", () => {
    const before = take(853_950, [{}, {}, { right_arm: 0.5 }, { right_arm: 0.7, left_leg: 0.99 }]);
    const after = take(896_120, [{}, {}, {}, { left_leg: 0.8 }]);
    expect(differenceOf(after, before)).toEqual({
      points: 4.3,
      better: { limb: "right_arm", eights: [2, 3] },
      worse: { limb: "left_leg", eights: [3] },
      steadier: null,
    });
  });
  test("says nothing of what the camera did not see in one of them", () => {
    expect(differenceOf(take(5, [{ head: null }]), take(5, [{ head: 0.1 }]))).toMatchObject({
      better: null,
      worse: null,
    });
    expect(differenceOf(take(5, [{ head: 0.1 }]), take(5, []))).toMatchObject({ better: null, worse: null });
  });
  test("names three eight-counts at most, in their order", () => {
    const low = [0.5, 0.2, 0.6, 0.1].map((torso) => ({ torso }));
    expect(differenceOf(take(5, [{}, {}, {}, {}]), take(5, low)).better).toEqual({ limb: "torso", eights: [0, 1, 3] });
  });
  test("of one section is the opposite the other way round", () => {
    const [a, b] = [take(900_000, [{ head: 0.7 }], 0.03), take(800_000, [{}], 0.06)];
    const [there, back] = [differenceOf(a, b), differenceOf(b, a)];
    expect([back.points, back.better, back.worse]).toEqual([-there.points, there.worse, there.better]);
    expect(back.steadier).toBeCloseTo(-(there.steadier ?? 0), 9);
  });
});

describe("the differences in words", () => {
  const it = { points: 4.2, better: { limb: "right_arm", eights: [2] }, worse: null, steadier: 0.012 } as const;
  test("against an earlier take of mine name the day", () => {
    expect(differenceText(en, it, { at: tuesday }, now)).toEqual([
      "+4.2 since Nov 17.",
      "Right arm better in 3.",
      "On the beat 12\u00a0ms steadier.",
    ]);
    const [since] = differenceText(en, it, { at: tuesday + 2 * 86_400_000 }, now);
    expect(since).toBe("+4.2 since Thursday.");
  });
  test("against somebody name them, ahead and behind, in both languages", () => {
    expect(differenceText(en, it, { name: "Sora" }, now)[0]).toBe("4.2 ahead of Sora.");
    expect(differenceText(en, { ...it, points: -1 }, { name: "Sora" }, now)[0]).toBe("1.0 behind Sora.");
    expect(differenceText(en, { ...it, points: 0 }, { name: "Sora" }, now)[0]).toBe("Level with Sora.");
    expect(differenceText(ko, { ...it, points: -1 }, { name: "소라" }, now)[0]).toBe("소라까지 1.0점 남았어요.");
  });
  test("where nothing differs by much, that is said", () => {
    const same = { points: 0, better: null, worse: null, steadier: null };
    expect(differenceText(en, same, { at: now - 3600_000 }, now)).toEqual([
      "The same score as 11:00.",
      en.compare.alike,
    ]);
  });
});
