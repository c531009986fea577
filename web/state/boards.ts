import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BOARD_KINDS, BOARD_SCOPES, BOARD_WINDOWS } from "#dance/practice/board.ts";
import { api, type BoardAsk } from "../api.ts";
import { nameVersion, type RoutineAt, sectionText } from "./addresses.ts";
import { useDancer } from "./dancer.ts";

/** Which of a section's boards: how it was danced, since when, and whose takes; `crew` is empty but for a crew's. */
export type Which = BoardAsk;
export const EVERYBODYS: Which = { kind: "full", window: "all", scope: "everyone", crew: "" };

/** The board that an address asks for; whatever it does not say is as in EVERYBODYS. */
export function whichOf(search: string): Which {
  const asked = new URLSearchParams(search);
  const among = <T extends string>(all: readonly T[], name: string): T =>
    all.find((one) => one === asked.get(name)) ?? (all[0] as T);
  const crew = asked.get("crew") ?? "";
  const scope = among(BOARD_SCOPES, "scope");
  return {
    kind: among(BOARD_KINDS, "kind"),
    window: among(BOARD_WINDOWS, "window"),
    scope: scope === "crew" && crew === "" ? "everyone" : scope,
    crew: scope === "crew" ? crew : "",
  };
}

/** What of it the address has to say, with its question mark; empty for everybody's board of all time. */
export function searchOf(which: Which, at: RoutineAt): string {
  const search = new URLSearchParams();
  nameVersion(search, at);
  for (const key of ["kind", "window", "scope", "crew"] as const)
    if (which[key] !== EVERYBODYS[key]) search.set(key, which[key]);
  const text = search.toString();
  return text && `?${text}`;
}

/** The address of a board of a section. */
export const boardAddress = (at: RoutineAt, section: number, which: Partial<Which> = {}): string =>
  `/boards/${at.slug}/${sectionText(section)}${searchOf({ ...EVERYBODYS, ...which }, at)}`;

/** A board of a section, page by page. */
export const useBoard = (version: string | undefined, section: number, which: Which = EVERYBODYS) =>
  useInfiniteQuery({
    queryKey: ["board", version, section, which],
    enabled: Boolean(version),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.board(version as string, section, which, pageParam),
    getNextPageParam: (page) => page.next,
  });

/** The rows about my own, where I stand further down than what is shown. */
export const useAround = (version: string, section: number, which: Which, enabled: boolean) =>
  useQuery({
    queryKey: ["board", version, section, which, "around"],
    enabled,
    queryFn: () => api.around(version, section, which),
  });

const PICKS = ["picks"] as const;

/** Dancers whom I picked; empty for whoever has no name here. */
export function usePicks() {
  const me = Boolean(useDancer().data);
  const picks = useQuery({ queryKey: PICKS, queryFn: api.picks, enabled: me });
  return { me, picks: new Set((picks.data ?? []).map(({ dancer }) => dancer.id)) };
}

/** Picks a dancer, or lets them go. */
export function usePick(dancer: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (pick: boolean): Promise<unknown> => (pick ? api.pick(dancer) : api.unpick(dancer)),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: PICKS });
      await client.invalidateQueries({ queryKey: ["board"] });
    },
  });
}
