import { QueryClient, useQuery } from "@tanstack/react-query";
import { decodeChoreography } from "#dance/choreo/file.ts";
import { decodeReplay } from "#dance/replay/codec.ts";
import { ApiProblem, api } from "../api.ts";
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

/** One routine by its slug; `missing` once the list is here and it is not in it. */
export function useSummary(slug: string) {
  const list = useChoreographies();
  const summary = list.data?.find((c) => c.slug === slug);
  return { list, summary, missing: list.isSuccess && !summary };
}

/** One routine by its version: of today's from the list, an earlier one asked for by itself. */
export function useVersion(version: string | undefined) {
  const list = useChoreographies();
  const listed = list.data?.find((c) => c.version === version);
  const earlier = useQuery({
    queryKey: ["version", version],
    enabled: Boolean(version) && list.isSuccess && !listed,
    ...forever,
    queryFn: () => api.choreography(version as string),
  });
  return {
    summary: listed ?? earlier.data,
    current: Boolean(listed),
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
      const read = decodeChoreography(await api.choreographyFile(version as string));
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
      const kept = await outbox.get(id).catch(() => undefined);
      const read = decodeReplay(kept?.replay ?? (await api.replay(id)));
      if (!read.ok) throw new ApiProblem(read.problem.code, 0, read.problem.message);
      return read.value;
    },
  });
