import type { Counts, Draft } from "../draft.ts";
import { onPosition } from "./position.ts";

/** Whether a count earns and costs nothing. */
export const isUnscored = (unscored: readonly Counts[], count: number): boolean =>
  unscored.some(({ from, to }) => from <= count && count < to);

/** Says that counts `from` to `to` (excluded) of a position are scored, or not. Their keyframes wait until they are again. */
export const setScored = (draft: Draft, at: number, { from, to }: Counts, scored: boolean): Draft =>
  onPosition(draft, at, (position) => {
    const outside = position.unscored.flatMap((span): Counts[] => [
      { from: span.from, to: Math.min(span.to, from) },
      { from: Math.max(span.from, to), to: span.to },
    ]);
    const spans = scored ? outside : [...outside, { from, to }];
    return { ...position, unscored: merged(spans.filter((span) => span.from < span.to)) };
  });

function merged(spans: readonly Counts[]): Counts[] {
  const out: Counts[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && span.from <= last.to) out[out.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else out.push(span);
  }
  return out;
}
