import { expect, test } from "vitest";
import { buildChoreography } from "#dance/choreo/build.ts";
import { BUILT_IN } from "#dance/choreo/builtin/index.ts";
import { NOTATION_PROBLEMS, type NotationProblem } from "#dance/choreo/score.ts";
import type { Problem } from "#dance/outcome.ts";
import { NOTATION_EN, NOTATION_KO, notationSentence } from "../../../web/words/notation.ts";

test("everything that can be wrong with a routine's text has a sentence of its own in both languages", () => {
  for (const table of [NOTATION_EN, NOTATION_KO]) {
    expect(Object.keys(table).sort()).toEqual([...NOTATION_PROBLEMS].sort());
    expect(new Set(Object.values(table)).size).toBe(NOTATION_PROBLEMS.length);
  }
  expect(Object.values(NOTATION_KO).filter((sentence) => !/[가-힣]/.test(sentence))).toEqual([]);
});

test("a routine that does not parse is told by line and column", () => {
  const text = BUILT_IN[0]?.notation ?? "";
  const line = text.split("\n").findIndex((l) => l.startsWith("1:2")) + 1;
  const broken = buildChoreography(text.replace("tap right close", "tap right cloze"));
  if (broken.ok) throw new Error("it parsed");
  const problem = broken.problem as Problem<NotationProblem>;
  expect(problem).toMatchObject({ code: "phrase-unknown", line });
  expect(notationSentence("en", problem)).toBe(`Line ${line}, column ${problem.column}: The body knows no such move.`);
  expect(notationSentence("ko", problem)).toBe(`${line}행 ${problem.column}열: 그런 동작은 없어요.`);
});
