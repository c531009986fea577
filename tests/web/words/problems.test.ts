import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROBLEMS_EN } from "../../../web/words/problems-en.ts";
import { PROBLEMS_KO } from "../../../web/words/problems-ko.ts";

/** The codes of the Worker's one table, read from its text: the page must not load the Worker. */
const told = [
  ...readFileSync(new URL("../../../worker/problem.ts", import.meta.url), "utf8").matchAll(
    /^ {2}(?:"([a-z-]+)"|([a-z]+)): \{ status: \d+/gm,
  ),
].map((m) => m[1] ?? m[2]);

test("every problem of the Worker's table has a sentence in English and in Korean", () => {
  expect(told.length).toBeGreaterThan(20);
  expect(told.filter((code) => !Object.hasOwn(PROBLEMS_EN, code as string))).toEqual([]);
  expect(told.filter((code) => !Object.hasOwn(PROBLEMS_KO, code as string))).toEqual([]);
});

test("no two problems are told by the same sentence", () => {
  for (const table of [PROBLEMS_EN, PROBLEMS_KO]) {
    const sentences = Object.values(table);
    expect(new Set(sentences).size).toBe(sentences.length);
  }
});
