import { countAtTime, type Tempo, timeOfCount } from "../../music/tempo.ts";
import { fail, type Outcome, ok } from "../../outcome.ts";
import { SECTION_KINDS, type Section, type SectionKind } from "../choreography.ts";
import { named } from "../edit/sections.ts";

const CUE = /^(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})\s*-->\s*(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})/;
/** Behind its kind, what its author calls it. */
const NAMED = /^[a-z-]+: (.+)$/;
/** What a section is called that bears no name of ours. */
const UNNAMED: SectionKind = "verse";

const clock = (seconds: number): string => {
  const ms = Math.max(0, Math.round(seconds * 1000));
  const part = (value: number, size: number) => String(Math.floor(value)).padStart(size, "0");
  return `${part(ms / 3_600_000, 2)}:${part((ms / 60_000) % 60, 2)}:${part((ms / 1000) % 60, 2)}.${part(ms % 1000, 3)}`;
};

/** Writes sections as WebVTT chapters in the time of `tempo`: "chorus", or "chorus: The drop" where it has a name. */
export const writeWebVtt = (sections: readonly Section[], tempo: Tempo): string =>
  [
    "WEBVTT",
    ...sections.map(
      ({ kind, from, to, name }, i) =>
        `${i + 1}\n${clock(timeOfCount(tempo, from))} --> ${clock(timeOfCount(tempo, to))}\n${kind}${name === undefined ? "" : `: ${name}`}`,
    ),
  ]
    .join("\n\n")
    .concat("\n");

export interface ReadSections {
  readonly sections: readonly Section[];
  /** Names that are none of ours; those sections became verses. */
  readonly unnamed: readonly string[];
}

/**
 * Reads WebVTT chapters as sections on whole counts of `tempo`, in order, none over another; what lies beyond `counts` is cut.
 * A section is named by the first word of ours in its text ("Chorus 2" is a chorus).
 */
export function readWebVtt(
  text: string,
  tempo: Tempo,
  counts: number,
): Outcome<ReadSections, "not-this-format" | "no-sections"> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (!lines[0]?.startsWith("WEBVTT"))
    return fail("not-this-format", "the file does not begin with WEBVTT", { line: 1 });
  const sections: Section[] = [];
  const unnamed: string[] = [];
  for (const [i, line] of lines.entries()) {
    const cue = CUE.exec(line);
    if (cue === null) continue;
    const said = (lines[i + 1] ?? "").trim();
    const kind = kindOf(said);
    if (kind === null) unnamed.push(said);
    const from = Math.max(sections.at(-1)?.to ?? 0, Math.round(countAtTime(tempo, secondsOf(cue, 1))));
    const to = Math.min(counts, Math.round(countAtTime(tempo, secondsOf(cue, 5))));
    if (to > from) sections.push(named({ kind: kind ?? UNNAMED, from, to }, NAMED.exec(said)?.[1]));
  }
  if (sections.length === 0) return fail("no-sections", "no chapter lies within the routine");
  return ok({ sections, unnamed });
}

/** Seconds of the four groups of a match from `at` on. */
const secondsOf = (cue: RegExpExecArray, at: number): number =>
  Number(cue[at] ?? 0) * 3600 + Number(cue[at + 1]) * 60 + Number(cue[at + 2]) + Number(cue[at + 3]) / 1000;

/** Longer names first: where several begin at one place, the longest is meant. */
const BY_LENGTH = [...SECTION_KINDS].sort((a, b) => b.length - a.length);
/** The kind named first; "pre-chorus" begins before its "chorus", and a kind before the name that the author gave. */
const kindOf = (text: string): SectionKind | null => {
  const plain = text.toLowerCase().replaceAll(/[\s_]+/g, "-");
  const named = BY_LENGTH.map((kind) => ({ kind, at: plain.indexOf(kind) })).filter(({ at }) => at >= 0);
  return named.sort((a, b) => a.at - b.at)[0]?.kind ?? null;
};
