import { type Tempo, timeOfCount } from "../music/tempo.ts";
import type { Choreography, Level, Section, SongRecipe, Text } from "./choreography.ts";

/** What a library shows of a choreography before its file is read. Plain JSON. */
export interface Summary {
  readonly slug: string;
  readonly title: Text;
  readonly about: Text;
  readonly level: Level;
  readonly bpm: number;
  /** Song time of the first count, in seconds. */
  readonly firstBeat: number;
  readonly counts: number;
  /** How long it lasts at full speed. */
  readonly seconds: number;
  readonly sections: readonly Section[];
  /** One pose of 51 numbers to draw on its card. */
  readonly cover: readonly number[];
  readonly song: SongRecipe | null;
  /** Whose part it is, where several dance. */
  readonly position?: string;
}

/** The summary of a choreography; its cover is the first keyframe of its point move, else of its middle. */
export function summaryOf(choreography: Choreography): Summary {
  const { slug, title, about, level, tempo, counts, sections, song } = choreography;
  return {
    slug,
    title,
    about,
    level,
    bpm: tempo.bpm,
    firstBeat: tempo.firstBeat,
    counts,
    seconds: (counts * 60) / tempo.bpm,
    sections,
    cover: cover(choreography),
    song,
    ...(choreography.position !== undefined && { position: choreography.position }),
  };
}

function cover({ sections, keyframes, counts }: Choreography): number[] {
  const from = sections.find(({ kind }) => kind === "point")?.from ?? Math.floor(counts / 2);
  const keyframe = keyframes.find(({ count }) => count > from) ?? keyframes[0];
  return Array.from(keyframe?.pose ?? [], (value) => Math.round(value * 10_000) / 10_000);
}

/** Song seconds of a section (-1 is the whole choreography), or null where there is no such section. */
export function spanOf(
  summary: Pick<Summary, "bpm" | "firstBeat" | "counts" | "sections">,
  section: number,
): { readonly from: number; readonly to: number } | null {
  const span = section === -1 ? { from: 0, to: summary.counts } : summary.sections[section];
  if (!span) return null;
  const tempo: Tempo = { bpm: summary.bpm, firstBeat: summary.firstBeat };
  return { from: timeOfCount(tempo, span.from), to: timeOfCount(tempo, span.to) };
}
