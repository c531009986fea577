import type { Text } from "#dance/choreo/choreography.ts";

/** Words of a title that are kept, and letters of a word. */
const MOST = { words: 24, letters: 24 } as const;

/** The words of a text as they are looked up: lower case, without marks between them, each once. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return [...new Set(words.map((word) => [...word].slice(0, MOST.letters).join("")))].slice(0, MOST.words);
}

/** The words by which a title is found, in both languages. */
export const titleWordsOf = ({ en, ko }: Text): string[] => [...new Set([...wordsOf(en), ...wordsOf(ko)])];
