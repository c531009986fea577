import { buildScore } from "../build.ts";
import type { Choreography, Text } from "../choreography.ts";
import type { Draft } from "../draft.ts";
import { parseNotation } from "../notation.ts";
import { printNotation } from "../print.ts";
import { choreographyOf } from "../publication.ts";
import type { Score } from "../score.ts";

/**
 * The notation of a draft that was written as one; null where it was not, or where edits have changed what no notation can say
 * (poses, weights, sections). Title, level and description are as they are now.
 */
export function notationOf(draft: Draft): string | null {
  const score = draft.notation === undefined ? null : parseNotation(draft.notation);
  const now = choreographyOf(draft, 0);
  if (!score?.ok || !now.ok || draft.positions.length > 1) return null;
  const said = { ...score.value, ...headOf(draft, score.value) };
  const built = buildScore(said);
  if (!built.ok || danceOf(built.value) !== danceOf(now.value)) return null;
  const printed = printNotation(said);
  return parseNotation(printed).ok ? printed : null;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();
const inOneLine = ({ en, ko }: Text): Text => ({ en: oneLine(en), ko: oneLine(ko) });

/** What is told of it now, each in one line; a title that was cleared is the one it was written with. */
function headOf({ title, about, level }: Draft, { title: first }: Score): Pick<Score, "title" | "about" | "level"> {
  const { en, ko } = inOneLine(title);
  return { title: { en: en || first.en, ko: ko || first.ko }, about: inOneLine(about), level };
}

/** What is danced, as one text. */
const danceOf = ({ tempo, counts, sections, song, keyframes }: Choreography): string =>
  JSON.stringify([
    tempo,
    counts,
    sections,
    song,
    keyframes.map(({ count, weight, pose }) => [count, weight, [...pose]]),
  ]);
