import { en } from "./en.ts";
import { ko } from "./ko.ts";
import { type Language, type Numbers, numbers } from "./numbers.ts";

/** Everything the page says, in one language, with its number formats. */
export type Words = typeof en & { readonly language: Language; readonly n: Numbers };

const CATALOGUES: Readonly<Record<Language, Words>> = {
  en: { ...en, language: "en", n: numbers("en") },
  ko: { ...ko, language: "ko", n: numbers("ko") },
};

/** The whole catalogue of a language. */
export const wordsIn = (language: Language): Words => CATALOGUES[language];

/** The sentence for a problem code; codes that are newer than this page get the general one. */
export const problemSentence = (words: Words, code: string): string =>
  (words.problems as Readonly<Record<string, string>>)[code] ?? words.problems.internal;
