import { afterEach, expect, test, vi } from "vitest";

test("the page speaks the language that is here until the other has come, and none before any", async () => {
  vi.resetModules();
  const { loadWords, wordsIn } = await import("../../../web/words/index.ts");
  expect(() => wordsIn("en")).toThrow("no language");
  await loadWords("ko");
  expect([wordsIn("en").language, wordsIn("ko").language]).toEqual(["ko", "ko"]);
  await loadWords("en");
  expect([wordsIn("en").language, wordsIn("ko").language]).toEqual(["en", "ko"]);
});

/** The page's languages, whose catalogues come as `came` says. */
async function languages(came: Partial<Record<"en" | "ko", () => Promise<void>>>) {
  vi.resetModules();
  for (const language of ["en", "ko"] as const) {
    const file = `../../../web/words/${language}.ts`;
    vi.doMock(file, async (original) => {
      await came[language]?.();
      return original();
    });
  }
  const state = await import("../../../web/state/language.ts");
  return state;
}
const never = () => Promise.reject(new Error("no network"));
afterEach(() => {
  for (const language of ["en", "ko"]) vi.doUnmock(`../../../web/words/${language}.ts`);
});

test("where the words of the language in use cannot be had the page speaks the other; only where none can is there no page", async () => {
  const other = await languages({ en: never });
  await other.loadLanguage();
  expect(other.words().language).toBe("ko");
  const none = await languages({ en: never, ko: never });
  await expect(none.loadLanguage()).rejects.toThrow();
});

test("of two languages chosen one after the other the later one stands, whichever comes first", async () => {
  let come = () => {};
  const slow = new Promise<void>((resolve) => (come = resolve));
  const { chooseLanguage, loadLanguage, words } = await languages({ ko: () => slow });
  await loadLanguage();
  const korean = chooseLanguage("ko");
  await chooseLanguage("en");
  come();
  await korean;
  expect(words().language).toBe("en");
});
