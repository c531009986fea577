import type { Posture } from "../body/posture.ts";
import { armPhrases } from "./arms.ts";
import { legPhrases } from "./legs.ts";
import { namedMoves } from "./moves.ts";
import type { Meaning } from "./phrase.ts";
import { trunkPhrases } from "./trunk.ts";

function together(meanings: readonly Meaning[]): Meaning {
  return { posture: (p: Posture) => meanings.reduce((q, meaning) => meaning.posture?.(q) ?? q, p) };
}

function gather(): ReadonlyMap<string, Meaning> {
  const out = new Map<string, Meaning>([...armPhrases(), ...legPhrases(), ...trunkPhrases()]);
  for (const [name, phrases] of namedMoves()) {
    const meanings = phrases.map((phrase) => {
      const meaning = out.get(phrase);
      if (!meaning) throw new Error(`move "${name}" uses "${phrase}", which is no phrase`);
      return meaning;
    });
    out.set(name, together(meanings));
  }
  return out;
}

/** Every phrase that the notation knows, with one blank between its words, and what it means. */
export const PHRASES: ReadonlyMap<string, Meaning> = gather();

/** The same phrase for the other side of the body. */
export const mirrorPhrase = (phrase: string): string =>
  phrase
    .split(" ")
    .map((word) => (word === "left" ? "right" : word === "right" ? "left" : word))
    .join(" ");

type Branch = Map<string, Branch>;
const root: Branch = new Map();
for (const phrase of PHRASES.keys()) {
  let branch = root;
  for (const word of phrase.split(" ")) {
    if (!branch.has(word)) branch.set(word, new Map());
    branch = branch.get(word) as Branch;
  }
}

/** Where a phrase stops making sense: the index of the first word that can't stand there, and the words that could. */
export function misfit(words: readonly string[]): { readonly word: number; readonly instead: readonly string[] } {
  let branch = root;
  for (const [i, word] of words.entries()) {
    const next = branch.get(word);
    if (!next) return { word: i, instead: [...branch.keys()] };
    branch = next;
  }
  return { word: words.length, instead: [...branch.keys()] };
}
