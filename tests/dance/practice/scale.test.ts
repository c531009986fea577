import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SCALES, shownWord, showTake } from "#dance/practice/scale.ts";
import { CAUSES, JUDGEMENT_WORDS, type Judgement } from "#dance/scoring/result.ts";
import { judgement, takeResult } from "./results.ts";

const anyJudgement: fc.Arbitrary<Judgement> = fc
  .record({
    word: fc.constantFrom(...JUDGEMENT_WORDS),
    offset: fc.option(fc.double({ min: -0.5, max: 0.5, noNaN: true })),
    energy: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    degrees: fc.double({ min: 0, max: 180, noNaN: true }),
    cause: fc.constantFrom(...CAUSES),
  })
  .map(({ degrees, cause, ...rest }) =>
    judgement({ ...rest, faults: [{ limb: "left_arm", cause, degrees, lowBy: null }] }),
  );

describe("the practice scale", () => {
  test("a step a little late, judged ok, is shown as good", () => {
    expect(shownWord(judgement({ word: "ok", offset: 0.18 }), "practice")).toBe("good");
  });
  test("a step half a second late stays what it was", () => {
    expect(shownWord(judgement({ word: "miss", offset: 0.5 }), "practice")).toBe("miss");
  });
  test("an arm 25 degrees low is great in practice, one 80 degrees low is not ok", () => {
    const low = (degrees: number) => [
      { limb: "right_arm" as const, cause: "direction" as const, degrees, lowBy: degrees },
    ];
    expect(shownWord(judgement({ word: "good", faults: low(25) }), "practice")).toBe("great");
    expect(shownWord(judgement({ word: "miss", faults: low(80) }), "practice")).toBe("miss");
  });
  test("standing still is not lifted", () => {
    expect(shownWord(judgement({ word: "miss", offset: null, energy: 0 }), "practice")).toBe("miss");
    expect(shownWord(judgement({ word: "miss", offset: null, energy: null }), "practice")).toBe("miss");
  });
  test("it lifts a word by one at most, lowers none, and what was not seen stays unseen", () => {
    fc.assert(
      fc.property(anyJudgement, (one) => {
        const was = JUDGEMENT_WORDS.indexOf(one.word);
        const now = JUDGEMENT_WORDS.indexOf(shownWord(one, "practice"));
        expect(was - now === 0 || was - now === 1).toBe(true);
        if (one.word === "unseen") expect(now).toBe(was);
      }),
    );
  });
});

test("the performance scale shows every word as it was judged", () => {
  fc.assert(
    fc.property(anyJudgement, (one) => {
      expect(shownWord(one, "performance")).toBe(one.word);
    }),
  );
});

describe("a take on a scale", () => {
  const judgements = [
    judgement({ word: "perfect" }),
    judgement({ word: "miss", offset: 0.2 }),
    judgement({ word: "miss", offset: null }),
    judgement({ word: "unseen", offset: null }),
  ];
  test("the score of record is the same on every scale", () => {
    const scores = SCALES.map((scale) => showTake(takeResult({ score: 612_345, judgements }), scale).score);
    expect(scores).toEqual([612_345, 612_345]);
  });
  test("hits are counted among what was seen", () => {
    expect(showTake(takeResult({ judgements }), "performance")).toMatchObject({ hit: 1 / 3, counts: { miss: 2 } });
    expect(showTake(takeResult({ judgements }), "practice")).toMatchObject({ hit: 2 / 3, counts: { ok: 1, miss: 1 } });
  });
  test("a lag that all of the take shares is not held against a step", () => {
    const late = [judgement({ word: "good", offset: 0.32 })];
    expect(showTake(takeResult({ lag: 0.2, judgements: late }), "practice").words).toEqual(["great"]);
    expect(showTake(takeResult({ lag: 0, judgements: late }), "practice").words).toEqual(["good"]);
  });
  test("a take that nobody saw has no share of hits", () => {
    expect(showTake(takeResult({ judgements: [judgement({ word: "unseen" })] }), "practice").hit).toBeNull();
  });
});
