import type { Choreography, Section } from "../choreo/choreography.ts";
import { type Tempo, timeOfCount } from "../music/tempo.ts";

/** A stretch of counts to dance, `from` included, `to` excluded, counted from 0 over the whole choreography. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** In counts. */
export const SPAN = {
  /** Dancers learn and count in eights, so loops begin and end on them. */
  eight: 8,
  /** A rest at the end shorter than this is no loop of its own: it is danced with the eight-count before it. */
  shortestRest: 4,
  /** A fault this early in an eight-count is mostly a late arrival, so the eight-count before is looped too. */
  arrival: 2,
} as const;

const { eight } = SPAN;
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Where the last loop of a choreography of `counts` counts begins. */
const lastStart = (counts: number): number => {
  const start = Math.max(0, Math.ceil(counts / eight) - 1) * eight;
  return start > 0 && counts - start < SPAN.shortestRest ? start - eight : start;
};

const startAt = (count: number, counts: number): number =>
  clamp(Math.floor(count / eight) * eight, 0, lastStart(counts));
const endAt = (count: number, counts: number): number => {
  const end = Math.ceil(count / eight) * eight;
  return end > lastStart(counts) ? counts : end;
};

/** The whole choreography. */
export const wholeSpan = (counts: number): Span => ({ from: 0, to: Math.max(0, counts) });

/**
 * The whole eight-counts that hold the counts between `a` and `b` (in either order, fractions and all), clipped to a
 * choreography of `counts` counts. Equal counts mean the eight-count around them; what is no number means all of it.
 */
export function snapSpan(a: number, b: number, counts: number): Span {
  if (Number.isNaN(a) || Number.isNaN(b) || counts <= eight) return wholeSpan(counts);
  const from = startAt(Math.min(a, b), counts);
  const to = endAt(clamp(Math.max(a, b), from + 1, counts), counts);
  return { from, to };
}

/** The span of a section as its author cut it; -1 or an index that does not exist means the whole choreography. */
export function sectionSpan(choreography: Pick<Choreography, "sections" | "counts">, section: number): Span {
  const found = choreography.sections[section];
  return found ? { from: found.from, to: found.to } : wholeSpan(choreography.counts);
}

/** The choreography is shorter than one eight-count, so the loop is all of it: worth a word to the dancer. */
export const isShort = (span: Span): boolean => span.to - span.from < eight;

export const SIDES = ["before", "after"] as const;
export type Side = (typeof SIDES)[number];

/** The eight-count next to a span on one side within `limit`; null at the limit's end. */
export function neighbour(span: Span, side: Side, limit: Span): Span | null {
  if (side === "before") {
    const from = Math.max(limit.from, Math.ceil(span.from / eight) * eight - eight);
    return span.from > limit.from ? { from, to: span.from } : null;
  }
  if (span.to >= limit.to) return null;
  const to = Math.floor(span.to / eight) * eight + eight;
  return { from: span.to, to: limit.to - to < SPAN.shortestRest ? limit.to : to };
}

/** A span together with the eight-count next to it; the span itself at the limit's end. */
export function join(span: Span, side: Side, limit: Span): Span {
  const next = neighbour(span, side, limit);
  return next ? { from: Math.min(span.from, next.from), to: Math.max(span.to, next.to) } : span;
}

/** A span of as many eight-counts, `eights` further on (+) or back (-), stopped at the ends of the choreography. */
export function moveSpan(span: Span, eights: number, counts: number): Span {
  const length = Math.max(1, Math.ceil((span.to - span.from) / eight)) * eight;
  const last = Math.min(lastStart(counts), Math.max(0, Math.ceil((counts - length) / eight) * eight));
  const from = clamp(Math.floor(span.from / eight + eights) * eight, 0, last);
  return snapSpan(from, Math.min(counts, from + length), counts);
}

/** What to loop for a fault or a loss at a count: its eight-count, and the one before where it is about arriving. */
export function spotOf(fault: { readonly count: number }, counts: number): Span {
  const spot = snapSpan(fault.count, fault.count, counts);
  return fault.count - spot.from < SPAN.arrival ? join(spot, "before", wholeSpan(counts)) : spot;
}

/** Song time in seconds of both ends of a span. */
export const secondsOf = (span: Span, tempo: Tempo): { readonly from: number; readonly to: number } => ({
  from: timeOfCount(tempo, span.from),
  to: timeOfCount(tempo, span.to),
});

/** The same choreography with the span as its only section, so that it can be prepared and judged as section 0. */
export function withSpan(choreography: Choreography, span: Span): Choreography {
  const around = choreography.sections.find((s) => s.from <= span.from && span.from < s.to);
  const section: Section = { kind: around?.kind ?? "verse", from: span.from, to: span.to };
  return { ...choreography, sections: [section] };
}
