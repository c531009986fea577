import { timeOfCount } from "../music/tempo.ts";
import { fail, type Outcome, ok } from "../outcome.ts";
import type { Choreography, Section } from "./choreography.ts";
import { FILE_LIMITS } from "./file.ts";
import { anyAlike, HEAD, headOf, isBlank, isHead } from "./head.ts";

/** What a choreography for others may have at most, each with its unit in its name. */
export const PUBLISHED = {
  titleCharacters: 60,
  aboutCharacters: 500,
  sections: 64,
  keyframesLeast: 2,
  seconds: 1200,
  /** Two frames of the track are no further apart. */
  gapSeconds: 1,
} as const;

export const PUBLISH_PROBLEMS = [
  "title-empty",
  "title-too-long",
  "title-characters",
  "about-too-long",
  "about-characters",
  "sections-none",
  "sections-many",
  "sections-overlap",
  "section-names",
  "position-names",
  "keyframes-few",
  "keyframes-many",
  "choreography-long",
  "track-short",
  "choreography-unfit",
] as const;
export type PublishProblem = (typeof PUBLISH_PROBLEMS)[number];

/** Whether a choreography that can be read may stand before others, or the first thing that speaks against it. */
export function publishable(choreography: Choreography): Outcome<Choreography, PublishProblem> {
  const code =
    textProblem(choreography) ??
    sectionProblem(choreography.sections) ??
    (choreography.position !== undefined && isBlank(choreography.position) ? "position-names" : null) ??
    danceProblem(choreography) ??
    (isHead(headOf(choreography)) ? null : "choreography-unfit");
  return code ? fail(code, `the choreography ${choreography.slug} cannot be published: ${code}`) : ok(choreography);
}

/** What speaks against the positions of one routine, by their names: under one name each would stand in the other's place. */
export const positionsProblem = (names: readonly (string | undefined)[]): PublishProblem | null =>
  anyAlike(names.map((name = "") => (isBlank(name) ? "" : name))) ? "position-names" : null;

/** Characters that would break a line, hide, or turn the text around them. */
const UNFIT = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

function textProblem({ title, about }: Choreography): PublishProblem | null {
  for (const text of [title.en, title.ko]) {
    if (isBlank(text)) return "title-empty";
    if ([...text].length > PUBLISHED.titleCharacters) return "title-too-long";
    if (UNFIT.test(text)) return "title-characters";
  }
  for (const text of [about.en, about.ko]) {
    if ([...text].length > PUBLISHED.aboutCharacters) return "about-too-long";
    if (UNFIT.test(text)) return "about-characters";
  }
  return null;
}

function sectionProblem(sections: readonly Section[]): PublishProblem | null {
  if (sections.length === 0) return "sections-none";
  if (sections.length > PUBLISHED.sections) return "sections-many";
  if (sections.some(({ from }, i) => from < (sections[i - 1]?.to ?? 0))) return "sections-overlap";
  const names = sections.flatMap(({ name }) => name ?? []);
  return anyAlike(names) || names.some(isBlank) ? "section-names" : null;
}

function danceProblem({ tempo, counts, keyframes, track }: Choreography): PublishProblem | null {
  if (keyframes.length < PUBLISHED.keyframesLeast) return "keyframes-few";
  if (keyframes.length > HEAD.keyframes) return "keyframes-many";
  const end = timeOfCount(tempo, counts);
  const [first, last] = [track[0], track.at(-1)];
  const long = end > PUBLISHED.seconds || (last?.time ?? 0) > PUBLISHED.seconds;
  if (long || track.length > FILE_LIMITS.frames) return "choreography-long";
  const count = 60 / tempo.bpm;
  const covers = first && last && first.time <= tempo.firstBeat + count && last.time >= end - count;
  const dense = track.every(({ time }, i) => time - (track[i - 1]?.time ?? time) <= PUBLISHED.gapSeconds);
  return covers && dense ? null : "track-short";
}
