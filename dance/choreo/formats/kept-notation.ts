import { buildScore } from "../build.ts";
import type { Choreography } from "../choreography.ts";
import type { Draft } from "../draft.ts";
import { parseNotation } from "../notation.ts";
import { printNotation } from "../print.ts";
import { choreographyOf } from "../publication.ts";

/**
 * The notation of a draft that was written as one; null where it was not, or where edits have changed what no notation can say
 * (poses, weights, sections). Title, level and description are as they are now.
 */
export function notationOf(draft: Draft): string | null {
  const score = draft.notation === undefined ? null : parseNotation(draft.notation);
  const now = choreographyOf(draft, 0);
  if (!score?.ok || !now.ok || draft.positions.length > 1) return null;
  const { title, about, level } = draft;
  const said = { ...score.value, title, about, level };
  const built = buildScore(said);
  return built.ok && danceOf(built.value) === danceOf(now.value) ? printNotation(said) : null;
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
