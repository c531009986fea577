import { expect, test } from "vitest";
import { JUDGEMENT_WORDS } from "#dance/scoring/result.ts";
import { CountBars } from "../../../web/stage/draw-counts.ts";

test("a new eight-count clears the bars, but the 8 keeps its late judgement over the next 1", () => {
  const bars = new CountBars();
  for (let count = 0; count < 8; count++) {
    bars.begin(count);
    if (count < 7) bars.judge(count, "great", JUDGEMENT_WORDS);
  }
  bars.begin(8);
  bars.judge(7, "perfect", JUDGEMENT_WORDS);
  expect(bars.judged).toEqual([null, null, null, null, null, null, null, "perfect"]);
  bars.begin(9);
  expect(bars.judged[7]).toBeNull();
});

test("an & can only lower what its count was given", () => {
  const bars = new CountBars();
  bars.begin(2);
  bars.judge(2, "great", JUDGEMENT_WORDS);
  bars.judge(2.5, "perfect", JUDGEMENT_WORDS);
  expect(bars.judged[2]).toBe("great");
  bars.judge(2.5, "miss", JUDGEMENT_WORDS);
  expect(bars.judged[2]).toBe("miss");
});
