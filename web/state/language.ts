import { useSyncExternalStore } from "react";
import { loadWords, type Words, wordsIn } from "../words/index.ts";
import { LANGUAGES, type Language } from "../words/numbers.ts";
import { recall, remember, store } from "./stored.ts";

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((l) => l === text);

/** The dancer's choice if there is one, else the first of the browser's languages that we speak, else English. */
export function firstLanguage(chosen: string | null, spoken: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen;
  return spoken.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";
}

const language = store<Language>(
  typeof navigator === "undefined" ? "en" : firstLanguage(recall("language"), navigator.languages),
);

/**
 * Fetches the words of the language in use; after that the page can speak. Where they cannot be had, those of another are
 * spoken for this visit; rejects where none can.
 */
export async function loadLanguage(): Promise<void> {
  const mine = language.get();
  const spoken = (it: Language) => loadWords(it).then(() => language.set(it));
  await spoken(mine).catch(() => Promise.any(LANGUAGES.filter((it) => it !== mine).map(spoken)));
}

/** Fetches the words of every language, so that changing it needs no network. What cannot be had is asked for when chosen. */
export async function loadLanguages(): Promise<void> {
  await Promise.allSettled(LANGUAGES.map(loadWords));
}

/** The language that was asked for last: one asked for before it that comes after it changes nothing. */
let asked: Language | null = null;

/** Changes the language of the whole page, and remembers it. Rejects, and changes nothing, where its words cannot be had. */
export async function chooseLanguage(next: Language): Promise<void> {
  asked = next;
  await loadWords(next);
  if (asked !== next) return;
  remember("language", next);
  language.set(next);
}

/** The catalogue of the language in use; the page redraws when it changes. */
export const useWords = (): Words => wordsIn(useSyncExternalStore(language.subscribe, language.get, language.get));

/** The catalogue outside React. */
export const words = (): Words => wordsIn(language.get());
