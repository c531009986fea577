import type { BoardKind } from "./board.ts";

/** What is remembered of a take that was danced; plain JSON. Times of day are milliseconds since 1970, UTC. */
export interface DancedTake {
  readonly id: string;
  /** Content hash of the choreography's version. */
  readonly version: string;
  /** Index of the section; -1 is the whole choreography. */
  readonly section: number;
  /** How it was danced: only takes of one kind are held against each other. */
  readonly kind: BoardKind;
  /** 1 is the song as it is. */
  readonly rate: number;
  /** 0..FULL_SCORE; null for what was danced and not judged, as a loop that was left in its middle. */
  readonly score: number | null;
  readonly atMs: number;
  /** Seconds that the dancer danced, by the clock on the wall. */
  readonly seconds: number;
  /** Only a part of the section was looped: it counts for minutes, and is held against no take of the whole. */
  readonly part?: boolean;
}

/** A point of the line over time. Only takes at full speed compete; slower ones are drawn, and never held against it. */
export interface ProgressPoint {
  readonly take: DancedTake;
  /** The first judged take of a section, a best over all before it, or neither. */
  readonly mark: "first" | "best" | null;
}

/** All that was danced of one section of one version in one way. */
export interface SectionProgress {
  readonly version: string;
  readonly section: number;
  readonly kind: BoardKind;
  readonly minutes: number;
  /** At full speed, since ever; null where there is none. */
  readonly best: DancedTake | null;
  /** The last one danced at any speed, of the whole section if ever it was. */
  readonly latest: DancedTake;
  /** In rising time. */
  readonly line: readonly ProgressPoint[];
}

const competes = (take: DancedTake): boolean => take.rate === 1 && take.score !== null && !take.part;

/** Minutes danced, not rounded. */
export const minutesOf = (takes: readonly Pick<DancedTake, "seconds">[]): number =>
  takes.reduce((sum, take) => sum + Math.max(0, take.seconds), 0) / 60;

/** Seconds of the wall's clock that a stretch of song takes at a rate. */
export const secondsDanced = (songSeconds: number, rate: number): number => songSeconds / rate;

/** Takes in the order in which they were danced. */
export const inTime = (takes: readonly DancedTake[]): DancedTake[] =>
  [...takes].sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/**
 * The line of one section's takes in rising time, with personal bests marked; an equal score is no new best. `toBeat` is
 * the best that was danced before all of them, where only the later takes are at hand.
 */
export function lineOf(takes: readonly DancedTake[], toBeat: number | null = null): readonly ProgressPoint[] {
  let best = toBeat;
  return inTime(takes.filter((take) => !take.part)).map((take) => {
    if (!competes(take) || (best !== null && (take.score ?? 0) <= best)) return { take, mark: null };
    const mark = best === null ? "first" : "best";
    best = take.score;
    return { take, mark };
  });
}

const keyOf = ({ version, section, kind }: Pick<DancedTake, "version" | "section" | "kind">): string =>
  `${version} ${section} ${kind}`;

function progressOf(takes: readonly DancedTake[], earlier: DancedTake | undefined): SectionProgress | null {
  const line = lineOf(takes, earlier?.score ?? null);
  const best = line.findLast((point) => point.mark !== null)?.take ?? earlier ?? null;
  const latest = line.at(-1)?.take ?? takes.at(-1);
  if (!latest) return null;
  const { version, section, kind } = latest;
  return { version, section, kind, minutes: minutesOf(takes), best, latest, line };
}

/**
 * Progress of every section and kind that was danced, the one danced last first. `earlier` holds the best take of each
 * before the takes given, where those are not all.
 */
export function sectionsDanced(
  takes: readonly DancedTake[],
  earlier: readonly DancedTake[] = [],
): readonly SectionProgress[] {
  const groups = new Map<string, DancedTake[]>();
  for (const take of inTime(takes)) {
    const group = groups.get(keyOf(take));
    if (group) group.push(take);
    else groups.set(keyOf(take), [take]);
  }
  return [...groups.entries()]
    .flatMap(
      ([key, group]) =>
        progressOf(
          group,
          earlier.find((it) => keyOf(it) === key),
        ) ?? [],
    )
    .sort((a, b) => b.latest.atMs - a.latest.atMs);
}
