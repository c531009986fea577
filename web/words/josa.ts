import { josa as particle } from "es-hangul";

type Particle = Parameters<typeof particle>[1];

/** How a digit is read: names here end in numbers, as "Quick River 73". */
const READ = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"] as const;
/** Latin letters that are heard to close a syllable at the end of a name. */
const CLOSING: Readonly<Record<string, string>> = { l: "을", m: "음", n: "은" };

/** The particle after a word, as the word is read aloud; es-hangul reads Hangul alone. */
export function josaOf(word: string, option: Particle): string {
  const last = word.at(-1) ?? "";
  return particle.pick(READ[Number.parseInt(last, 10)] ?? CLOSING[last.toLowerCase()] ?? word, option);
}

/** The word with its particle. */
export const josa = (word: string, option: Particle): string => word + josaOf(word, option);
