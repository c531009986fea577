import { describe, expect, test } from "vitest";
import { wordsIn } from "../../../web/words/index.ts";
import type { Slip } from "../../../web/words/insight.ts";
import { slipAdvice, slipAt, slipWords } from "../../../web/words/insight.ts";

const [en, ko] = [wordsIn("en"), wordsIn("ko")];
const slip = (over: Partial<Slip>): Slip => ({
  limb: "right_arm",
  cause: "direction",
  degrees: 24,
  lowBy: null,
  offset: null,
  ...over,
});

describe("a slip in words", () => {
  test("an arm that hangs is low by whole degrees, at its count", () => {
    const low = slip({ lowBy: 19.6 });
    expect(slipAt(en, 20, low)).toBe("3:5 Right arm 20° low");
    expect(slipAt(ko, 20, low)).toBe("3:5 오른팔 20° 낮음");
  });

  test("a leg too high is high, never minus low", () => {
    expect(slipWords(en, slip({ limb: "left_leg", lowBy: -12 }))).toBe("Left leg 12° high");
    expect(slipWords(ko, slip({ limb: "left_leg", lowBy: -12 }))).toBe("왼다리 12° 높음");
  });

  test("a limb that is off sideways only says how far", () => {
    expect(slipWords(en, slip({}))).toBe("Right arm 24° off");
  });

  test("late and early come in whole milliseconds that keep their unit", () => {
    expect(slipWords(en, slip({ cause: "late", offset: 0.1104 }))).toBe("Right arm 110\u00a0ms late");
    expect(slipWords(ko, slip({ cause: "early", offset: -0.05 }))).toBe("오른팔 50\u00a0ms 빠름");
  });

  test("each cause has its own advice", () => {
    const causes = (["direction", "early", "late", "small", "stray", "unseen"] as const).map((cause) =>
      slip({ cause }),
    );
    expect(new Set(causes.map((it) => slipAdvice(en, it))).size).toBe(causes.length);
    expect(new Set(causes.map((it) => slipAdvice(ko, it))).size).toBe(causes.length);
  });
});

describe("numbers", () => {
  test("a score is shown out of 100 and never rounded up to what was not reached", () => {
    expect(en.n.score(873_999)).toBe("87.3");
    expect(ko.n.score(1_000_000)).toBe("100.0");
    expect(en.n.score(999_999)).toBe("99.9");
  });

  test("a gain has its sign, a speed its cross, a song its minutes", () => {
    expect(en.n.gain(1.84)).toBe("+1.8");
    expect(en.n.speed(0.75)).toBe("0.75×");
    expect(en.n.duration(94.6)).toBe("1:34");
    expect([2.4, 0, 59.999, 62.005, -0.3].map(en.n.instant)).toEqual([
      "0:02.40",
      "0:00.00",
      "1:00.00",
      "1:02.01",
      "−0.30",
    ]);
  });
});

test("Korean particles follow the last letter of a limb", () => {
  expect(ko.insight.good(1, ko.names.limb.right_arm)).toBe("에이트 1: 오른팔이 선에 딱 맞음");
  expect(ko.insight.good(1, ko.names.limb.left_leg)).toBe("에이트 1: 왼다리가 선에 딱 맞음");
});
