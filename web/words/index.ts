import type { en } from "./en.ts";
import { type Language, type Numbers, numbers } from "./numbers.ts";

/** Everything the page says, in one language, with its number formats. */
export type Words = typeof en & { readonly language: Language; readonly n: Numbers };

const CATALOGUES: Readonly<Record<Language, () => Promise<typeof en>>> = {
  en: async () => (await import("./en.ts")).en,
  ko: async () => (await import("./ko.ts")).ko,
};

const here = new Map<Language, Words>();

/** Fetches the catalogue of a language, once; rejects where it cannot be had. */
export async function loadWords(language: Language): Promise<void> {
  if (here.has(language)) return;
  const catalogue = await CATALOGUES[language]();
  here.set(language, { ...catalogue, language, n: numbers(language) });
}

/** The whole catalogue of a language; as long as it is under way, that of the language that is here. Throws before any is. */
export function wordsIn(language: Language): Words {
  const words = here.get(language) ?? here.values().next().value;
  if (!words) throw new Error("no language was loaded");
  return words;
}

/** The same for what outlives the visit: undefined as long as it is not here, for another's would be kept in its name. */
export const ownWordsIn = (language: Language): Words | undefined => here.get(language);

/** The sentence for a problem code; codes that are newer than this page get the general one. */
export const problemSentence = (words: Words, code: string): string =>
  (words.problems as Readonly<Record<string, string>>)[code] ?? words.problems.internal;
