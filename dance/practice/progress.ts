/** What is remembered of a take that was danced; plain JSON. Times of day are milliseconds since 1970, UTC. */
export interface DancedTake {
  readonly id: string;
  /** Content hash of the choreography's version. */
  readonly version: string;
  /** Index of the section; -1 is the whole choreography. */
  readonly section: number;
  /** 1 is the song as it is. */
  readonly rate: number;
  /** 0..FULL_SCORE; null for what was danced and not judged, as a loop that was left in its middle. */
  readonly score: number | null;
  readonly atMs: number;
  /** Seconds that the dancer danced, by the clock on the wall. */
  readonly seconds: number;
}

/** One sitting of practice. */
export interface Sitting {
  readonly id: string;
  readonly takes: readonly DancedTake[];
}

export interface SittingSummary {
  readonly id: string;
  readonly fromMs: number;
  readonly minutes: number;
  readonly takes: number;
  /** Ids of the takes that were a personal best when they were danced. */
  readonly bests: readonly string[];
}

/** A point of the line over time. Only takes at full speed compete; slower ones are drawn, and never held against it. */
export interface ProgressPoint {
  readonly take: DancedTake;
  /** The first judged take of a section, a best over all before it, or neither. */
  readonly mark: "first" | "best" | null;
}

/** All that was danced of one section of one version. */
export interface SectionProgress {
  readonly version: string;
  readonly section: number;
  readonly minutes: number;
  /** At full speed; null where there is none. */
  readonly best: DancedTake | null;
  /** The last one danced at any speed. */
  readonly latest: DancedTake;
  /** In rising time. */
  readonly line: readonly ProgressPoint[];
}

const competes = (take: DancedTake): boolean => take.rate === 1 && take.score !== null;

/** Minutes danced, not rounded. */
export const minutesOf = (takes: readonly Pick<DancedTake, "seconds">[]): number =>
  takes.reduce((sum, take) => sum + Math.max(0, take.seconds), 0) / 60;

/** Seconds of the wall's clock that a stretch of song takes at a rate. */
export const secondsDanced = (songSeconds: number, rate: number): number => songSeconds / rate;

const inTime = (takes: readonly DancedTake[]): DancedTake[] =>
  [...takes].sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** The line of one section's takes in rising time, with personal bests marked; an equal score is no new best. */
export function lineOf(takes: readonly DancedTake[]): readonly ProgressPoint[] {
  let best: number | null = null;
  return inTime(takes).map((take) => {
    if (!competes(take) || (best !== null && (take.score ?? 0) <= best)) return { take, mark: null };
    const mark = best === null ? "first" : "best";
    best = take.score;
    return { take, mark };
  });
}

function progressOf(takes: readonly DancedTake[], latest: DancedTake): SectionProgress {
  const line = lineOf(takes);
  const best = line.findLast((point) => point.mark !== null)?.take ?? null;
  return { version: latest.version, section: latest.section, minutes: minutesOf(takes), best, latest, line };
}

/** Progress of every section that was danced, the one danced last first. */
export function sectionsDanced(sittings: readonly Sitting[]): readonly SectionProgress[] {
  const takes = inTime(sittings.flatMap((sitting) => sitting.takes));
  const groups = new Map<string, DancedTake[]>();
  for (const take of takes) {
    const key = `${take.version} ${take.section}`;
    groups.set(key, [...(groups.get(key) ?? []), take]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const latest = group.at(-1);
      return latest ? [progressOf(group, latest)] : [];
    })
    .sort((a, b) => b.latest.atMs - a.latest.atMs);
}

/** The sittings in which something was danced, the last first. */
export function sittingsDanced(sittings: readonly Sitting[]): readonly SittingSummary[] {
  const bests = new Set(
    sectionsDanced(sittings).flatMap((s) => s.line.filter((p) => p.mark === "best").map((p) => p.take.id)),
  );
  return sittings
    .filter((sitting) => sitting.takes.length > 0)
    .map(({ id, takes }) => ({
      id,
      fromMs: Math.min(...takes.map((take) => take.atMs)),
      minutes: minutesOf(takes),
      takes: takes.length,
      bests: inTime(takes).flatMap((take) => (bests.has(take.id) ? [take.id] : [])),
    }))
    .sort((a, b) => b.fromMs - a.fromMs);
}
