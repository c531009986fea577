import { useSyncExternalStore } from "react";
import type { BoardKind } from "#dance/practice/board.ts";
import { JUDGEMENT_WORDS, type JudgementWord, type TakeResult } from "#dance/scoring/result.ts";
import type { Language } from "../words/numbers.ts";
import { grouped } from "./groups.ts";
import { keptStore } from "./kept.ts";

/** What this device remembers of a section: the best take's score and its eight-counts, for the cells. */
export interface SectionMemory {
  readonly best: number;
  /** Speed of the best take, where it was not the song's own: any take at full speed is better. */
  readonly rate?: number;
  readonly last: number;
  readonly takeId: string;
  readonly at: number;
  /** Grade of each eight-count of the choreography that the best take covered. */
  readonly eights: Readonly<Record<number, JudgementWord>>;
  /** The dearest fix of the last take, for "where you stopped". */
  readonly fix: { readonly count: number; readonly text: Readonly<Partial<Record<Language, string>>> } | null;
}

/** By `keyOf`. */
export type Progress = Readonly<Record<string, SectionMemory>>;

function read(text: string | null): Progress {
  try {
    return (JSON.parse(text ?? "{}") ?? {}) as Progress;
  } catch {
    return {};
  }
}

/** What was danced on this device, which is its dancer's. */
export const progress = keptStore<Progress>("progress", read);

/** What was danced on this device. */
export const useProgress = (): Progress => useSyncExternalStore(progress.subscribe, progress.get, progress.get);

/** "slug/section", or "slug@position/section"; danced mirrored or seated, "slug/section/kind". */
export const keyOf = (part: string, section: number, kind: BoardKind = "full"): string =>
  kind === "full" ? `${part}/${section}` : `${part}/${section}/${kind}`;

const STEPS: readonly (readonly [number, JudgementWord])[] = [
  [0.9, "perfect"],
  [0.78, "great"],
  [0.62, "good"],
  [0.42, "ok"],
];

/** The judgement word for a share 0..1 of anything; null (nothing seen) is unseen. */
export const wordFor = (share: number | null): JudgementWord =>
  share === null ? "unseen" : (STEPS.find(([from]) => share >= from)?.[1] ?? "miss");

/** The middle one of some words, best first; unseen ones count only where all are. */
function middleWord(words: readonly JudgementWord[]): JudgementWord {
  const seen = words.filter((word) => word !== "unseen");
  const ranked = seen.sort((a, b) => JUDGEMENT_WORDS.indexOf(a) - JUDGEMENT_WORDS.indexOf(b));
  return ranked[ranked.length >> 1] ?? "unseen";
}

/** What of a result tells its eight-counts. */
interface Told {
  readonly judgements: readonly Pick<TakeResult["judgements"][number], "count" | "word">[];
}

/** The word of each eight-count of a result: the middle one of its judgements. */
export function eightWords(result: Told): Record<number, JudgementWord> {
  const groups = grouped(result.judgements, (j) => Math.floor(j.count / 8));
  return Object.fromEntries([...groups].map(([eight, list]) => [eight, middleWord(list.map((j) => j.word))]));
}

/** A judged take, for what is remembered of its section. */
type Judged = Pick<SectionMemory, "takeId" | "at" | "fix"> & { readonly rate: number };

/** Full speed is better than what was not; at the same kind of speed, the score says. */
function memoryAfter(before: SectionMemory | undefined, { rate, ...take }: Judged, result: TakeResult): SectionMemory {
  const [full, wasFull] = [rate === 1, (before?.rate ?? 1) === 1];
  const better = !before || (full === wasFull ? result.score >= before.best : full);
  const bestRate = better ? rate : before.rate;
  return {
    ...take,
    ...(bestRate !== undefined && bestRate !== 1 && { rate: bestRate }),
    last: result.score,
    best: better ? result.score : before.best,
    eights: better ? eightWords(result) : before.eights,
  };
}

/**
 * Remembers a judged take; the best one keeps the cells. Returns the best score before it in the same way and at the same
 * kind of speed, if there was one; null for a take looked at again.
 */
export function rememberTake(
  part: string,
  section: number,
  { kind, ...take }: Judged & { readonly kind: BoardKind },
  result: TakeResult,
): number | null {
  const key = keyOf(part, section, kind);
  let best: number | null = null;
  progress.change((now) => {
    const before = now[key];
    if (before && (before.takeId === take.takeId || take.at < before.at)) return now;
    if (before && (take.rate === 1) === ((before.rate ?? 1) === 1)) best = before.best;
    return { ...now, [key]: memoryAfter(before, take, result) };
  });
  return best;
}

/** Tells the dearest fix of the take that was remembered last more exactly, once its poses have been looked at. */
export function rememberFix(
  part: string,
  section: number,
  kind: BoardKind,
  { takeId, fix }: Pick<Judged, "takeId" | "fix">,
) {
  const key = keyOf(part, section, kind);
  progress.change((now) => {
    const it = now[key];
    return it?.takeId === takeId ? { ...now, [key]: { ...it, fix } } : now;
  });
}

/** Forgets what is remembered of a part, and of all whose names begin with it. */
export function forgetPart(part: string): void {
  progress.change((now) => Object.fromEntries(Object.entries(now).filter(([key]) => !key.startsWith(part))));
}
