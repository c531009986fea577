import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type DancedTake, minutesOf, type SectionProgress, sectionsDanced } from "#dance/practice/progress.ts";
import { type SittingSummary, sittingsDanced } from "#dance/practice/sittings.ts";
import { type Week, weekNow } from "#dance/practice/week.ts";
import { api, type Summary, type ToldProgress } from "../api.ts";
import { allDanced, asDanced, type Routines } from "./danced.ts";
import { useDancer } from "./dancer.ts";
import { useGoal } from "./goal.ts";
import { useSending } from "./hooks.ts";
import { type KeptTake, outbox } from "./outbox.ts";
import { practised } from "./practised.ts";
import { useChoreographies } from "./queries.ts";
import { useToldProgress, zoneNow } from "./told.ts";

function useJudged() {
  const me = useDancer();
  return useInfiniteQuery({
    queryKey: ["progress", me.data?.id, "takes"],
    enabled: Boolean(me.data),
    staleTime: 0, // a take that was just danced is in it
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.progressTakes(pageParam),
    getNextPageParam: (page) => page.next,
  });
}

/** Takes on this device that the Worker has not judged yet; asked anew whenever their number changes. */
function useWaiting() {
  const { waiting } = useSending();
  return useQuery({ queryKey: ["outbox", waiting], queryFn: () => outbox.waiting(), staleTime: 0 }).data ?? NOTHING;
}
const NOTHING: readonly KeptTake[] = [];

/** A section on the page: all that is known of it. */
export interface SectionOnPage extends SectionProgress {
  readonly routine: Summary;
  /** Where it is weakest, if that is told of it. */
  readonly weak: ToldProgress["weak"][number] | null;
}

/** Whether a routine has another version by now, and is not gone altogether: this one is not danced today. */
export const isEarlier = ({ current, open }: Pick<Summary, "current" | "open">): boolean =>
  current === false && open !== false;

/** Everything that the page of progress shows. */
export interface ProgressPage {
  readonly week: Week;
  readonly minutesThisWeek: number;
  readonly sections: readonly SectionOnPage[];
  readonly sittings: readonly SittingSummary[];
  readonly routines: Routines;
  readonly waiting: ReadonlySet<string>;
}

/** The page of progress: `page` null and not pending where nothing was danced yet. */
export function useProgressPage() {
  const me = useDancer();
  const list = useChoreographies();
  const told = useToldProgress();
  const judged = useJudged();
  const waiting = useWaiting();
  const goal = useGoal();
  const pages = judged.data?.pages;
  const page = useMemo(() => {
    const routines = new Map([...(told.data?.choreographies ?? []), ...(list.data ?? [])].map((r) => [r.version, r]));
    const takes = allDanced({ judged: pages?.flatMap((it) => it.takes) ?? [], waiting, passes: practised() }, routines);
    const last = pages?.at(-1);
    const known = { takes, earlier: (last?.earlier ?? []).map(asDanced), cut: Boolean(last?.next), told: told.data };
    return takes.length === 0 ? null : pageOf(known, routines, waiting, goal, Date.now());
  }, [told.data, list.data, pages, waiting, goal]);
  const asked = me.data ? [told, judged, list] : [me, list];
  return {
    page,
    pending: asked.some((it) => it.isPending),
    /** Why the Worker's part is missing; null where it is there. */
    cause: asked.find((it) => it.isError)?.error ?? null,
    again: () => {
      for (const it of asked) void it.refetch();
    },
    more: judged.hasNextPage ? () => void judged.fetchNextPage() : null,
    fetching: judged.isFetchingNextPage,
  };
}

/** What was danced, as far as it is at hand. */
interface Known {
  readonly takes: readonly DancedTake[];
  /** What the takes had to beat. */
  readonly earlier: readonly DancedTake[];
  /** There are takes before these that were not fetched. */
  readonly cut: boolean;
  readonly told: ToldProgress | undefined;
}

/** Everything for the page, at `nowMs`. */
export function pageOf(
  known: Known,
  routines: Routines,
  waiting: readonly { readonly id: string }[],
  goal: number,
  nowMs: number,
): ProgressPage {
  const { takes, earlier, told } = known;
  const zone = zoneNow();
  const moments = [...takes, ...(told?.moments ?? []).map((atMs) => ({ atMs }))];
  const week = weekNow(moments, nowMs, zone, goal);
  const monday = nowMs - ((nowMs + zone * 60_000) % DAY_MS) - week.today * DAY_MS;
  const sittings = sittingsDanced(takes, earlier);
  return {
    week,
    minutesThisWeek: minutesOf(takes.filter(({ atMs }) => atMs >= monday)),
    sections: sectionsOf(known, routines),
    // The oldest sitting may go on in a page that was not fetched.
    sittings: known.cut && sittings.length > 1 ? sittings.slice(0, -1) : sittings,
    routines,
    waiting: new Set(waiting.map(({ id }) => id)),
  };
}

/** The sections of the takes at hand; then those that only the Worker remembers, without a line. */
function sectionsOf({ takes, earlier, told }: Known, routines: Routines): readonly SectionOnPage[] {
  const danced = sectionsDanced(takes, earlier);
  const same = (a: At) => (b: At) => a.version === b.version && a.section === b.section && a.kind === b.kind;
  const before = (told?.sections ?? [])
    .filter((it) => !danced.some(same(it)))
    .map(({ best, latest, ...at }) => {
      return { ...at, minutes: 0, best: best && asDanced(best), latest: asDanced(latest), line: [] };
    });
  return [...danced, ...before].flatMap((it) => {
    const routine = routines.get(it.version);
    return routine ? { ...it, routine, weak: told?.weak.find(same(it)) ?? null } : [];
  });
}
type At = Pick<SectionProgress, "version" | "section" | "kind">;

const DAY_MS = 86_400_000;
