import { describe, expect, test } from "vitest";
import { FULL_SCORE } from "#dance/scoring/result.ts";
import { openPractice } from "../../../web/state/practice.ts";
import { practised, rememberPass } from "../../../web/state/practised.ts";
import { wordsIn } from "../../../web/words/index.ts";
import { ladderSays } from "../../../web/words/ladder.ts";

const span = { from: 16, to: 24 };
const section = { from: 8, to: 32 };
const clean = { score: 0.9 * FULL_SCORE, coverage: 1 };
const missed = { score: 0.1 * FULL_SCORE, coverage: 1 };
const says = (practice: ReturnType<typeof openPractice>, language: "en" | "ko" = "en") => {
  const { said } = practice.get();
  return said && ladderSays(wordsIn(language), said);
};

describe("with the ladder", () => {
  test("a clean pass is danced faster next, a missed one slower, and it says so", () => {
    const practice = openPractice(span, section, 0.75, true);
    practice.began();
    expect(practice.passed(clean)).toBe(0.9);
    expect(says(practice)).toBe("Clean. Now 0.9×.");
    expect(practice.passed(missed)).toBe(0.75);
    expect(says(practice, "ko")).toBe("아직 빨라요. 다시 0.75×.");
    expect(practice.get().pass).toEqual({ number: 2, score: missed.score, rate: 0.9 });
  });
  test("clean at full speed, the loop grows by the eight-count before and is counted in anew", () => {
    const practice = openPractice(span, section, 1, true);
    practice.began();
    expect(practice.passed(clean)).toBeNull();
    expect(practice.get().ladder.span).toEqual({ from: 8, to: 24 });
    practice.began();
    expect(says(practice)).toBe("Clean at full speed. Now eight-counts 2–3.");
  });
  test("a speed asked for in the count-in or in a pass is the next one's; what was danced moves nothing", () => {
    const practice = openPractice(span, section, 0.75, true);
    practice.began();
    practice.speed(0.5);
    expect(says(practice)).toBe("0.5× from the next pass on.");
    expect(practice.passed(clean)).toBe(0.5);
    expect(practice.get().pass?.rate).toBe(0.75);
    expect(says(practice)).toMatch(/You changed something/);
    expect(practice.passed(clean)).toBe(0.6);
  });
  test("a speed changed before the start is danced at once, and counts", () => {
    const practice = openPractice(span, section, 0.75, true);
    practice.speed(0.9);
    practice.began();
    expect(practice.passed(clean)).toBe(1);
    expect(practice.get().pass?.rate).toBe(0.9);
  });
  test.each(["camera-lost", "clock-jumped", "paused"] as const)("a pass that was broken (%s) loses nothing", (why) => {
    const practice = openPractice(span, section, 0.75, true);
    practice.began();
    practice.passed(clean);
    practice.broke(why);
    expect(says(practice)).toMatch(/danced again; the ladder stays/);
    expect(says(practice, "ko")).toMatch(/사다리는 그대로/);
    expect(practice.get()).toMatchObject({ ladder: { speed: 0.9, span }, pass: { number: 1 } });
  });
});

test("without the ladder the speed stays, and nothing is said", () => {
  const practice = openPractice(span, section, 0.6, false);
  practice.began();
  expect(practice.passed(clean)).toBe(0.6);
  expect(practice.passed(missed)).toBe(0.6);
  expect(says(practice)).toBeNull();
  practice.speed(0.9);
  expect(practice.passed(missed)).toBe(0.9);
});

test("a browser that refuses storage forgets passes and says nothing of it to the dance", () => {
  const pass = {
    id: "a",
    version: "v",
    section: 1,
    kind: "full",
    rate: 1,
    score: 5,
    atMs: 0,
    seconds: 9,
    span,
  } as const;
  expect(() => rememberPass(pass)).not.toThrow();
  expect(practised()).toEqual([]);
});
