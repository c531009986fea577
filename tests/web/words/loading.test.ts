import { expect, test, vi } from "vitest";

test("the page speaks the language that is here until the other has come, and none before any", async () => {
  vi.resetModules();
  const { loadWords, wordsIn } = await import("../../../web/words/index.ts");
  expect(() => wordsIn("en")).toThrow("no language");
  await loadWords("ko");
  expect([wordsIn("en").language, wordsIn("ko").language]).toEqual(["ko", "ko"]);
  await loadWords("en");
  expect([wordsIn("en").language, wordsIn("ko").language]).toEqual(["en", "ko"]);
});
