import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Audience } from "#dance/choreo/visibility.ts";
import { api, type Summary } from "../api.ts";
import { useDancer } from "./dancer.ts";
import { useChoreographies } from "./queries.ts";

const NONE: readonly Summary[] = [];

/** Every version that I published; of the routines that are danced today, one for each position. */
export function useMine() {
  const me = useDancer();
  const list = useQuery({
    queryKey: ["choreographies", "mine", me.data?.id],
    enabled: Boolean(me.data),
    queryFn: api.myRoutines,
  });
  return { list, today: (list.data ?? NONE).filter(({ current }) => current) };
}

/** What others published for crews of mine. */
export function useForCrews() {
  const me = useDancer();
  return useQuery({
    queryKey: ["choreographies", "crews", me.data?.id],
    enabled: Boolean(me.data),
    queryFn: api.crewRoutines,
  });
}

/** What dancers published for everyone, page by page; by words of a title where there are any. */
export const useEveryones = (search: string) =>
  useInfiniteQuery({
    queryKey: ["routines", search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.routines(search, pageParam),
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });

/** What I can dance without looking for it: what comes with the page, mine, and my crews'. */
export function useAtHand(): readonly Summary[] {
  const builtIn = useChoreographies().data ?? NONE;
  const { today } = useMine();
  const crews = useForCrews().data ?? NONE;
  return [...builtIn, ...today, ...crews];
}

/** Those of some routines that all of a crew may dance. */
export const forCrew = (list: readonly Summary[], crew: string): readonly Summary[] =>
  list.filter(({ visibility, crew: whose }) => (visibility ?? "everyone") === "everyone" || whose === crew);

/** What all of a crew may dance, of what I can, and how it stands with the three lists that tell. */
export function useForCrew(crew: string) {
  const atHand = useAtHand();
  const [builtIn, me, mine, crews] = [useChoreographies(), useDancer(), useMine().list, useForCrews()];
  const lists = me.data === null ? [builtIn] : [builtIn, me, mine, crews]; // nobody has routines of their own
  return {
    list: forCrew(atHand, crew),
    /** Some of it may be missing yet. */
    pending: lists.some(({ isPending }) => isPending) && !lists.some(({ isError }) => isError),
    /** A list that could not be had; undefined where all are here. */
    failed: lists.find(({ isError, data }) => isError && data === undefined),
  };
}

/** One of each routine: of several positions the first by name. */
export function onceEach(list: readonly Summary[]): readonly Summary[] {
  const first = new Map<string, Summary>();
  for (const it of list) {
    const known = first.get(it.slug);
    if (!known || (it.position ?? "") < (known.position ?? "")) first.set(it.slug, it);
  }
  return [...first.values()];
}

/** What is told anew once a routine is published, for others, or taken back. */
const TOLD = ["choreographies", "routines", "routine", "version", "board", "challenges"];

/** Has all of that asked anew. */
export function useTold() {
  const client = useQueryClient();
  return () => Promise.all(TOLD.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

/** Says whom a routine of mine is for. */
export function useSetAudience(slug: string) {
  const told = useTold();
  return useMutation({ mutationFn: (audience: Audience) => api.setAudience(slug, audience), onSuccess: told });
}
