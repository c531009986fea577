import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { mirrorPose, type Track } from "#dance/pose/pose.ts";
import { type CrewSync, crewSync } from "#dance/practice/sync.ts";
import { decodeReplay } from "#dance/replay/codec.ts";
import { ApiProblem, api, type Standing } from "../../api.ts";

/** Dancers who are laid on one song time at once. */
export const TOGETHER_MOST = 8;
/** Seconds from which somebody is off, and the spreads up to which a crew is called so. */
export const SYNC_WORDS = { off: 0.05, one: 0.03, tight: 0.05, loose: 0.09 } as const;
export type SyncWord = "one" | "tight" | "loose" | "apart";

/** What a spread in seconds is called. */
export const wordOf = (spread: number): SyncWord =>
  spread <= SYNC_WORDS.one
    ? "one"
    : spread <= SYNC_WORDS.tight
      ? "tight"
      : spread <= SYNC_WORDS.loose
        ? "loose"
        : "apart";

/** The best takes of a crew's members in a section, at full speed. */
export const useCrewStandings = (version: string | undefined, section: number, crew: string) =>
  useQuery({
    queryKey: ["rivals", version, section, "full", crew],
    enabled: version !== undefined,
    queryFn: () => api.rivals(version as string, section, "full", crew),
  });

/** A member's take with its poses as the routine has its sides. */
export interface Together {
  readonly standing: Standing;
  readonly track: Track;
}

/** The poses of some standings; those that are not here yet, or cannot be fetched, are counted. */
export function useTogether(standings: readonly Standing[]) {
  const asked = useQueries({
    queries: standings.map(({ takeId }) => ({
      queryKey: ["replay", takeId],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: async () => {
        const read = decodeReplay(await api.replay(takeId));
        if (!read.ok) throw new ApiProblem(read.problem.code, 0, read.problem.message);
        return read.value;
      },
    })),
  });
  const key = asked.map(({ status }) => status).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is made anew on every rendering; its states are not
  const takes = useMemo(
    () =>
      standings.flatMap((standing, i): Together[] => {
        const replay = asked[i]?.data;
        if (!replay) return [];
        const turned = ({ time, pose }: Track[number]) => ({ time, pose: mirrorPose(pose) });
        return [{ standing, track: replay.mirror ? replay.frames.map(turned) : replay.frames }];
      }),
    [standings, key],
  );
  return {
    takes,
    pending: asked.some(({ isPending }) => isPending),
    failed: asked.filter(({ isError }) => isError).length,
  };
}

/** How much they are together in a section; null for fewer than two. */
export function useSync(takes: readonly Together[], choreography: Choreography | undefined, section: number) {
  return useMemo((): CrewSync | null => {
    if (!choreography || takes.length < 2) return null;
    const span = choreography.sections[section] ?? { from: 0, to: choreography.counts };
    const given = takes.map(({ standing, track }) => ({ member: standing.takeId, track, mirror: false }));
    return crewSync(given, { reference: choreography.track, tempo: choreography.tempo, span }, "removed");
  }, [takes, choreography, section]);
}
