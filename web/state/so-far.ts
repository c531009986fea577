import { useQuery } from "@tanstack/react-query";
import { BOARD_KINDS, type BoardKind } from "#dance/practice/board.ts";
import { ownLimb } from "#dance/scoring/own.ts";
import type { JudgementWord } from "#dance/scoring/result.ts";
import { api, type Summary, type ToldProgress } from "../api.ts";
import type { Words } from "../words/index.ts";
import { slipIn } from "../words/insight.ts";
import { partOf } from "./addresses.ts";
import { useDancer } from "./dancer.ts";
import { useWords } from "./language.ts";
import { eightWords, keyOf, type Progress, useProgress } from "./progress.ts";
import { useChoreographies } from "./queries.ts";
import { useToldProgress } from "./told.ts";

/** What is known of a section so far, from whichever device it was danced on. */
export interface SoFar {
  /** At full speed, or at the speed it was danced where it never was at full. */
  readonly best: number | null;
  readonly last: number;
  readonly at: number;
  /** The dearest fix of the last take, in words; "" where it is not known in this language, null where there is none. */
  readonly fix: string | null;
}

/** By `keyOf`. */
export type AllSoFar = Readonly<Record<string, SoFar>>;

/** The Worker's word and the device's together: the better best, and of the last takes the later. */
export function together(
  device: Progress,
  told: Pick<ToldProgress, "sections" | "fix"> | undefined,
  list: readonly Summary[],
  words: Words,
): AllSoFar {
  const all: Record<string, SoFar> = {};
  for (const [key, { best, last, at, fix }] of Object.entries(device))
    all[key] = { best, last, at, fix: fix && (fix.text[words.language] ?? "") };
  for (const [i, { version, section, kind, best, latest }] of (told?.sections ?? []).entries()) {
    const routine = list.find((it) => it.version === version);
    if (!routine) continue;
    const key = keyOf(partOf(routine), section, kind);
    const here = device[key];
    const compared = [best?.score, here && (here.rate ?? 1) === 1 ? here.best : null].filter((it) => it != null);
    const top = compared.length > 0 ? Math.max(...compared) : (here?.best ?? null);
    const known = all[key];
    if (known && known.at >= latest.at) all[key] = { ...known, best: top };
    else {
      const fix = i === 0 && told?.fix ? fixWords(words, told.fix, latest.mirror) : null;
      all[key] = { best: top, last: latest.score, at: latest.at, fix };
    }
  }
  return all;
}

/** Told without its poses, a fix names no degrees: what its page will say is measured there. */
const fixWords = (words: Words, fix: NonNullable<ToldProgress["fix"]>, mirror: boolean): string =>
  `${slipIn(words, fix.count, { ...fix, degrees: null, lowBy: null, limb: ownLimb(fix.limb, mirror) })}.`;

/** What is known of every section; the device alone until the Worker answers, and where it does not. */
export function useSoFar(): AllSoFar {
  const words = useWords();
  const told = useToldProgress().data;
  const list = useChoreographies().data ?? [];
  // Of dancers' own routines too, but not of what is danced no more: an earlier version has other counts.
  const theirs = (told?.choreographies ?? []).filter((it) => it.current && it.author !== null);
  return together(useProgress(), told, [...list, ...theirs], words);
}

/** A section as it was danced last. */
export interface LastDanced {
  /** As partOf names it. */
  readonly part: string;
  readonly section: number;
  readonly kind: BoardKind;
  readonly soFar: SoFar;
}

/** The section danced last of some routines, by their parts: what is at hand can be gone on with. */
export function lastDanced(all: AllSoFar, parts: ReadonlySet<string>): LastDanced | null {
  const danced = Object.entries(all).map(([key, soFar]) => {
    const [part, section, kind = "full"] = key.split("/") as [string, string, BoardKind?];
    return { part, section: Number(section), kind, soFar };
  });
  const [latest] = danced.filter(({ part }) => parts.has(part)).sort((a, b) => b.soFar.at - a.soFar.at);
  return latest ?? null;
}

/** The dearest take of some sections: danced in the way asked for, else in another. */
export interface BestSoFar {
  readonly section: number;
  readonly kind: BoardKind;
  readonly score: number;
}

/** The best of some sections of a routine in one way of dancing; where there is none, in another; null where nowhere. */
export function bestSoFar(
  all: AllSoFar,
  part: string,
  sections: readonly number[],
  asked: BoardKind,
): BestSoFar | null {
  for (const kind of [asked, ...BOARD_KINDS.filter((it) => it !== asked)]) {
    const bests = sections.flatMap((section) => {
      const score = all[keyOf(part, section, kind)]?.best;
      return typeof score === "number" ? { section, kind, score } : [];
    });
    const [best] = bests.sort((a, b) => b.score - a.score);
    if (best) return best;
  }
  return null;
}

/** Words of eight-counts by the index of their section, as danced in one way. */
export type EightsOf = (section: number, kind: BoardKind) => Readonly<Record<number, JudgementWord>> | undefined;

/** The words of the eight-counts in the best take of each section of a routine, from wherever that take is known. */
export function useEights(summary: Summary): EightsOf {
  const { version } = summary;
  const me = useDancer();
  const device = useProgress();
  const told = useQuery({
    queryKey: ["progress", me.data?.id, version],
    enabled: Boolean(me.data) && !summary.draft,
    staleTime: 0, // a take that was just danced is in it
    queryFn: () => api.progressWords(version),
  });
  return (section, kind) => {
    const here = device[keyOf(partOf(summary), section, kind)];
    const there = told.data?.find((it) => it.section === section && it.kind === kind);
    const better = there && !((here?.rate ?? 1) === 1 && here && here.best > there.score);
    return better ? eightWords(there) : here?.eights;
  };
}

/** True while this device remembers nothing and the Worker has not said yet: a dancer's second device is no newcomer's. */
export function useUnknownYet(): boolean {
  const empty = Object.keys(useProgress()).length === 0;
  const me = useDancer();
  const told = useToldProgress();
  return empty && (me.isPending || (Boolean(me.data) && told.isPending));
}
