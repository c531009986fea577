import { QueryClient, useQuery } from "@tanstack/react-query";
import { decodeChoreography } from "#dance/choreo/file.ts";
import { decodeReplay } from "#dance/replay/codec.ts";
import { ApiProblem, api, type Summary } from "../api.ts";
import { draftTakes } from "./draft-takes.ts";
import { titled } from "./gone.ts";
import { outbox } from "./outbox.ts";

/** Problems that the Worker told are told again; only a lost network is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: "always", // without network a page says so; it does not wait in silence
      refetchOnWindowFocus: false,
      retry: (tries, cause) => !(cause instanceof ApiProblem) && tries < 1,
      retryDelay: 800,
    },
    mutations: { networkMode: "always" },
  },
});

const forever = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

/** All routines, easiest first as the Worker orders them. */
export const useChoreographies = () => useQuery({ queryKey: ["choreographies"], queryFn: api.choreographies });

/** All versions of a routine that I may see, the latest first; null where there is none for me. */
const useVersions = (slug: string, enabled: boolean) =>
  useQuery({
    queryKey: ["routine", slug],
    enabled,
    queryFn: () =>
      api.routine(slug).catch((cause) => {
        if (cause instanceof ApiProblem && cause.status === 404) return null;
        throw cause;
      }),
  });

/**
 * A routine by its slug, in the version asked for, else in today's (of several positions the first by name). What comes
 * with the page is known at once, all else is asked for. `missing` once it is known that there is none for me.
 */
export function useSummary(slug: string, version: string | null = null) {
  const builtIn = useChoreographies();
  const listed = builtIn.data?.find((c) => c.slug === slug && (version === null || c.version === version));
  const asked = useVersions(slug, builtIn.isSuccess && !listed);
  const among = asked.data?.filter((c) => (version === null ? c.current : c.version === version)) ?? [];
  const [first] = [...among].sort(byPosition);
  const summary = listed ?? first;
  const list = builtIn.isError ? builtIn : asked;
  return {
    summary,
    missing: !summary && asked.isSuccess,
    // Of what is at hand it does not matter that asking for more of it failed, as it does without network.
    cause: summary ? null : list.error,
    again: () => void list.refetch(),
  };
}

/** What else there is of a routine: today's version of each position, and all versions of one position. */
export function useRoutine({ slug, position }: Summary) {
  const all = useVersions(slug, true).data ?? [];
  const today = all.filter(({ current }) => current).sort(byPosition);
  return { today, versions: all.filter((it) => it.position === position) };
}

const byPosition = (a: Summary, b: Summary): number => (a.position ?? "").localeCompare(b.position ?? "");

/** One routine by its version: of today's from the list, an earlier one asked for by itself. */
export function useVersion(version: string | undefined) {
  const list = useChoreographies();
  const listed = list.data?.find((c) => c.version === version);
  const earlier = useQuery({
    queryKey: ["version", version],
    enabled: Boolean(version) && list.isSuccess && !listed,
    queryFn: async () => titled(await api.choreography(version as string)),
  });
  return {
    summary: listed ?? earlier.data,
    /** Whether it is what is danced today, and mine to dance. */
    current: Boolean(listed) || (earlier.data?.current === true && earlier.data.open !== false),
    pending: list.isPending || earlier.isLoading,
    cause: list.error ?? earlier.error,
    again: () => void (list.error ? list.refetch() : earlier.refetch()),
  };
}

/** The choreography itself, with its poses: immutable, so fetched once. */
export const useChoreography = (version: string | undefined) =>
  useQuery({
    queryKey: ["choreography", version],
    enabled: Boolean(version),
    ...forever,
    queryFn: async () => {
      const here = await draftTakes.file(version as string);
      const read = decodeChoreography(here ?? (await api.choreographyFile(version as string)));
      if (!read.ok) throw new ApiProblem(read.problem.code, 0, read.problem.message);
      return read.value;
    },
  });

/** A take with what the Worker judged; null where the Worker cannot be asked yet. */
export const useTake = (id: string, enabled: boolean) =>
  useQuery({ queryKey: ["take", id], enabled, queryFn: () => api.take(id) });

/** The pose frames of a take: from this device while it waits, else from the Worker. */
export const useReplay = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: ["replay", id],
    enabled,
    ...forever,
    queryFn: async () => {
      const kept = (await outbox.get(id).catch(() => undefined)) ?? (await draftTakes.get(id));
      const read = decodeReplay(kept?.replay ?? (await api.replay(id)));
      if (!read.ok) throw new ApiProblem(read.problem.code, 0, read.problem.message);
      return read.value;
    },
  });
