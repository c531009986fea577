import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type BoardKind, kindOf } from "#dance/practice/board.ts";
import { api, type Standing, type TakeRow } from "../api.ts";
import { useDancer } from "./dancer.ts";
import { type DraftTake, draftTakes } from "./draft-takes.ts";
import { useReplay } from "./queries.ts";
import type { TakePage } from "./take-page.ts";

/** Takes that one may be compared with: all may be read by whoever asks. */
export interface Others {
  readonly mine: readonly TakeRow[];
  readonly board: readonly Standing[];
  readonly crews: readonly { readonly name: string; readonly standings: readonly Standing[] }[];
  /** The Worker could not be asked, so that nothing is known. */
  readonly unknown: boolean;
}

/** Rows of a list that are offered: the best of a board, the latest of one's own. */
const OFFERED = 30;
const NO_TAKES: readonly TakeRow[] = [];
/** Crews that are asked. */
const ASKED = 6;

/** My judged takes of a section, newest first. */
export function useTakesOf(version: string, section: number, enabled: boolean): readonly TakeRow[] {
  const queryKey = ["takes", version, section];
  return useQuery({ queryKey, queryFn: () => api.takesOf(version, section), enabled }).data ?? NO_TAKES;
}

/** My takes of the same draft as it was in this one, the latest first: they lie on this device alone. */
function useTakesHere({ draft, version, section }: TakePage): readonly TakeRow[] {
  const found = useQuery({
    queryKey: ["draft-takes", draft?.id, version, section],
    enabled: draft !== null,
    staleTime: 0,
    queryFn: async () => {
      const takes = await draftTakes.of(draft?.id ?? "");
      return takes.filter((it) => it.version === version && it.section === section).map(rowOf);
    },
  });
  return found.data ?? NO_TAKES;
}

const rowOf = ({ id, version, section, rate, mirror, seated = false, endedAt, result }: DraftTake): TakeRow => ({
  ...{ id, version, section, rate, mirror, seated },
  openedAt: endedAt,
  dancedAt: endedAt,
  judgedAt: null,
  score: result.score,
  doubt: null,
});

/** What there is to compare a take with: own takes of the section, its board, the boards of my crews. */
export function useOthers(page: TakePage): Others {
  const { id, version, section, draft } = page;
  const dancer = Boolean(useDancer().data);
  const me = dancer && !draft;
  const kind = kindOf(page);
  const judged = useTakesOf(version, section, me);
  const ofDraft = useTakesHere(page);
  const mine = draft ? ofDraft : judged;
  const board = useQuery({
    queryKey: ["rivals", version, section, kind],
    enabled: !draft,
    queryFn: () => api.rivals(version, section, kind, null),
  });
  const crews = useQuery({ queryKey: ["crew-names"], queryFn: api.crewNames, enabled: me });
  const asked = (me ? (crews.data ?? []) : []).slice(0, ASKED);
  const ofCrews = useQueries({ queries: asked.map((crew) => crewQuery(version, section, kind, crew.id)) });
  const seen = new Set<string>([id]);
  const fresh = (rows: readonly Standing[] | undefined) =>
    (rows ?? []).filter((row) => !row.mine && !seen.has(row.takeId) && seen.add(row.takeId)).slice(0, OFFERED);
  return {
    mine: mine.filter((take) => take.id !== id && take.score !== null).slice(0, OFFERED),
    board: fresh(board.data),
    crews: asked
      .map(({ name }, i) => ({ name, standings: fresh(ofCrews[i]?.data) }))
      .filter(({ standings }) => standings.length > 0),
    unknown: board.isError,
  };
}

const crewQuery = (version: string, section: number, kind: BoardKind, crew: string) => ({
  queryKey: ["rivals", version, section, kind, crew],
  queryFn: () => api.rivals(version, section, kind, crew),
});

/** Another take with its poses: null until both are here, and where none is chosen. */
export function useOther(id: string | null) {
  const told = useQuery({
    queryKey: ["other", id],
    enabled: id !== null,
    queryFn: async () => {
      const here = await draftTakes.get(id ?? "");
      return here ? { take: rowOf(here), result: here.result } : api.take(id ?? "");
    },
  });
  const replay = useReplay(id ?? "", id !== null);
  const [judged, read] = [told.data, replay.data];
  const other = useMemo(
    () =>
      id !== null && judged?.result && read ? { take: judged.take, result: judged.result, frames: read.frames } : null,
    [id, judged, read],
  );
  return { other, failed: told.isError || replay.isError };
}
