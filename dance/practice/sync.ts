// How much several dancers are together, of takes of one section laid on one song time.
//
// A dancer's offset on a count is the delay of their movement behind the routine's, at the peak of the windowed
// cross-correlation (S. M. Boker, M. Xu, J. L. Rotondo, K. King, "Windowed cross-correlation and peak picking for the
// analysis of variability in the association between behavioral time series", Psychological Methods 7, 2002) of the
// directions of all limbs, 0.6 s to either side of the count; the routine is the clock that they share. With offsets o of
// the n dancers whose offset a count tells, the spread on that count is
//
//   s = sqrt(sum of (o - mean of o)^2 / (n - 1)),
//
// which is the root mean square of the differences of all pairs divided by sqrt 2; over counts it is averaged as a root
// mean square, as R. A. Rasch measured how far ensembles of musicians play together ("Synchronization in performed
// ensemble music", Acustica 43, 1979). In seconds: 0 is one body; a good string trio lies at 0.03 to 0.05.
import { type Tempo, timeOfCount } from "../music/tempo.ts";
import type { Track } from "../pose/pose.ts";
import { DELAY, delayAt, type Motion, motionOf } from "./delay.ts";
import { median } from "./median.ts";
import type { Span } from "./span.ts";

export const SYNC = {
  /** Seconds by which a whole take may lie off, and by which a count may differ from the take. */
  lag: 0.6,
  offset: 0.3,
  /** Seconds by which somebody before the others' camera may lie off what they lag by: a beat of a slow song. */
  late: 0.75,
  /** The dancer of a take whose counts are told less often than this is told on none: it is another dance. */
  told: 0.25,
} as const;

/** A take of one dancer in song time. */
export interface SyncTake {
  readonly member: string;
  readonly track: Track;
  /** Danced mirrored on purpose. */
  readonly mirror: boolean;
}

/** A dancer among the others; seconds, late is +. */
export interface MemberSync {
  readonly member: string;
  /** The part that is the same over the whole take: of separate takes also what camera and sound lag. Null where nothing tells it. */
  readonly lag: number | null;
  /** For each count of the span, behind the middle of the crew; null where the dancer holds still or was not seen. */
  readonly offsets: readonly (number | null)[];
  /** The same for each eight-count: how late on the whole, and how far off on the whole (root mean square). */
  readonly eights: readonly ({ readonly offset: number; readonly off: number } | null)[];
}

/** A count of the span. */
export interface CountSync {
  /** Of the choreography, from 0. */
  readonly count: number;
  /** Seconds; null where fewer than two dancers tell it. */
  readonly spread: number | null;
  /** Who is first and who is last there; null where nobody is, or all alone. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface CrewSync {
  /** Over all counts, in seconds; null where no count has a spread. */
  readonly spread: number | null;
  readonly counts: readonly CountSync[];
  /** As the takes were given. */
  readonly members: readonly MemberSync[];
}

/** What all are laid on: the routine's own track in song time, its tempo, and the counts that are compared. */
export interface SyncClock {
  readonly reference: Track;
  readonly tempo: Tempo;
  readonly span: Span;
}

/**
 * How much the dancers of some takes are together. `lags` says whether the constant part of each take counts: it does for
 * one camera that saw all of them; of separate takes it is the machines' as much as the dancers', and is "removed".
 */
export function crewSync(takes: readonly SyncTake[], clock: SyncClock, lags: "counted" | "removed"): CrewSync {
  const counts = Array.from({ length: clock.span.to - clock.span.from }, (_, i) => clock.span.from + i);
  const motions = takes.map((take) => motionsOf(take, clock));
  const wholes = motions.map((it) => wholeOf(it, clock));
  // Before one camera all lag alike: who is late beside them, or was away for long, is looked for where the others are.
  const common = lags === "counted" ? median(wholes.flatMap((it) => it ?? [])) : null;
  const beside = (it: Motions) => (common === null ? null : (wholeOf(it, clock, common, SYNC.late) ?? common));
  const found = motions.map((it, i) => delaysOf(it, clock, counts, wholes[i] ?? beside(it)));
  const steady = found.map(({ lag, delays }) =>
    delays.map((delay) => (delay === null ? null : delay - (lags === "removed" ? (lag ?? 0) : 0))),
  );
  const spreads = counts.map((count, i) =>
    countSync(
      count,
      takes.map(({ member }) => member),
      steady.map((delays) => delays[i] ?? null),
    ),
  );
  const middles = counts.map((_, i) => median(steady.flatMap((delays) => delays[i] ?? [])));
  const members = takes.map(({ member }, m) => {
    const offsets = counts.map((_, i) => less(steady[m]?.[i] ?? null, middles[i] ?? null));
    return { member, lag: found[m]?.lag ?? null, offsets, eights: eightsOf(counts, offsets) };
  });
  const known = spreads.flatMap(({ spread }) => spread ?? []);
  return { spread: known.length > 0 ? rootMeanSquare(known) : null, counts: spreads, members };
}

const less = (value: number | null, by: number | null): number | null =>
  value === null || by === null ? null : value - by;
const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

interface Motions {
  readonly wanted: Motion;
  readonly own: Motion;
}

/** The routine's motion and a take's, as far as they are compared. */
function motionsOf({ track, mirror }: SyncTake, { reference, tempo, span }: SyncClock): Motions {
  const room = SYNC.lag + SYNC.late + SYNC.offset + DELAY.about;
  const [from, to] = [timeOfCount(tempo, span.from) - room, timeOfCount(tempo, span.to) + room];
  return { wanted: motionOf(reference, from, to), own: motionOf(track, from, to, mirror) };
}

/** A take's delay behind the routine over the whole span, within `reach` seconds of an expected one. */
function wholeOf({ wanted, own }: Motions, { tempo, span }: SyncClock, expected = 0, reach: number = SYNC.lag) {
  const [first, last] = [timeOfCount(tempo, span.from), timeOfCount(tempo, span.to)];
  return delayAt(wanted, own, (first + last) / 2, (last - first) / 2, expected, reach)?.seconds ?? null;
}

/** The same on each count, about what it is over the whole span; null for a count that does not tell. */
function delaysOf({ wanted, own }: Motions, { tempo }: SyncClock, counts: readonly number[], whole: number | null) {
  const none = { lag: null, delays: counts.map(() => null) };
  if (whole === null) return none;
  const delays = counts.map((count) => {
    const delay = delayAt(wanted, own, timeOfCount(tempo, count), DELAY.about, whole, SYNC.offset);
    return delay?.seconds ?? null;
  });
  const told = delays.filter((delay) => delay !== null);
  return told.length < SYNC.told * counts.length ? none : { lag: median(told), delays };
}

/** The spread on a count, of the delays in seconds of some dancers behind the routine; null for whoever tells none. */
export function countSync(count: number, members: readonly string[], delays: readonly (number | null)[]): CountSync {
  const told = delays.flatMap((delay, i) => (delay === null ? [] : [{ delay, member: members[i] ?? "" }]));
  if (told.length < 2) return { count, spread: null, earliest: null, latest: null };
  const mean = told.reduce((sum, { delay }) => sum + delay, 0) / told.length;
  const squares = told.reduce((sum, { delay }) => sum + (delay - mean) ** 2, 0);
  told.sort((a, b) => a.delay - b.delay);
  const [earliest, latest] = [told[0]?.member ?? null, told.at(-1)?.member ?? null];
  return { count, spread: Math.sqrt(squares / (told.length - 1)), earliest, latest };
}

/** Offsets on counts put together by eight-counts of the choreography. */
function eightsOf(counts: readonly number[], offsets: readonly (number | null)[]): MemberSync["eights"] {
  const eights = new Map<number, number[]>();
  for (const [i, count] of counts.entries()) {
    const here = eights.get(Math.floor(count / 8)) ?? [];
    const offset = offsets[i];
    if (offset !== null && offset !== undefined) here.push(offset);
    eights.set(Math.floor(count / 8), here);
  }
  return [...eights.values()].map((here) =>
    here.length === 0
      ? null
      : { offset: here.reduce((sum, value) => sum + value, 0) / here.length, off: rootMeanSquare(here) },
  );
}
