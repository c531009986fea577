import { expect, test } from "vitest";
import { ApiProblem, Unreachable } from "../../../web/api.ts";
import { Undrawn } from "../../../web/parts/result-card.ts";
import { troubleWords } from "../../../web/parts/share-page.tsx";
import { wordsIn } from "../../../web/words/index.ts";

const [made, ended] = [{ error: null }, { error: null }];

test("a page that could not be ended is not called one that could not be made, and each says why", () => {
  for (const language of ["en", "ko"] as const) {
    const words = wordsIn(language);
    const { pageFailed, endFailed, undrawn } = words.share;
    const say = (make: { error: unknown }, end: { error: unknown }) => troubleWords(words, { make, end });
    expect(say(made, ended)).toBe("");
    expect(say(made, { error: new Unreachable() })).toBe(`${endFailed} ${words.problems.unreachable}`);
    expect(say({ error: new ApiProblem("share-limit", 429, "") }, ended)).toContain(pageFailed);
    expect(say({ error: new Undrawn() }, ended)).toBe(`${pageFailed} ${undrawn}`);
  }
});
