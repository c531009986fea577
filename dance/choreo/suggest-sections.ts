import type { Sounds } from "../music/print.ts";
import { EIGHT, type Eights, eightsOf, type Part, partsOf } from "../music/repeats.ts";
import type { Tempo } from "../music/tempo.ts";
import type { Section, SectionKind } from "./choreography.ts";

/** Eight-counts of the longest pre-chorus, of the longest intro and outro, and of the fewest that are worth parting. */
const PRE_CHORUS = 4;
const EDGE = 8;
const FEWEST = 4;

/**
 * Sections as the music suggests them, over all whole eight-counts; empty where there are too few to tell. `tempo` is in
 * the sound's own time. The loudest part that is heard again is the chorus.
 */
export function suggestSections(sounds: Sounds, tempo: Tempo, counts: number): Section[] {
  const eights = eightsOf(sounds, tempo, counts);
  if (eights.count < FEWEST) return [];
  const parts = partsOf(eights);
  const chorus = chorusOf(parts, eights);
  return parts.map((part, i) => ({
    kind: kindOf(parts, i, chorus),
    from: part.from * EIGHT,
    to: i === parts.length - 1 ? counts : part.to * EIGHT,
  }));
}

const isAgain = (parts: readonly Part[], letter: number): boolean =>
  parts.filter((part) => part.letter === letter).length > 1;

function chorusOf(parts: readonly Part[], { full }: Eights): number {
  const level = (letter: number) => {
    const of = parts.filter((part) => part.letter === letter).flatMap(({ from, to }) => full.slice(from, to));
    return of.reduce((sum, [loud]) => sum + loud, 0) / of.length;
  };
  const again = parts.map(({ letter }) => letter).filter((letter) => isAgain(parts, letter));
  return again.length > 0 ? again.reduce((a, b) => (level(b) > level(a) ? b : a)) : -1;
}

function kindOf(parts: readonly Part[], i: number, chorus: number): SectionKind {
  const part = parts[i] as Part;
  const again = isAgain(parts, part.letter);
  if (part.letter === chorus) return "chorus";
  const edge = !again && parts.length > 1 && part.to - part.from <= EDGE;
  if (edge && i === 0) return "intro";
  if (edge && i === parts.length - 1) return "outro";
  if (again && leadsIn(parts, part.letter, chorus)) return "pre-chorus";
  const sung = parts.slice(0, i).some(({ letter }) => letter === chorus);
  return !again && sung ? "bridge" : "verse";
}

/** Whether a part comes between something else and the chorus each time, and is short. */
const leadsIn = (parts: readonly Part[], letter: number, chorus: number): boolean =>
  parts.every((part, n) => {
    if (part.letter !== letter) return true;
    const before = parts[n - 1]?.letter;
    const led = before !== undefined && before !== chorus && parts[n + 1]?.letter === chorus;
    return led && part.to - part.from <= PRE_CHORUS;
  });
