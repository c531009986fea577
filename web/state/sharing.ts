import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { decodeReplay } from "#dance/replay/codec.ts";
import { ApiProblem, api, type ShareChoice } from "../api.ts";
import { recall, remember } from "./stored.ts";

/** Links of pages that this device made, by take: the Worker keeps only their hashes. */
type Links = Readonly<Record<string, string>>;
/** Links kept; the ones made first go first. */
const KEPT = 100;

/** What was remembered, as far as it makes sense. */
export function readLinks(text: string | null): Links {
  try {
    const kept: unknown = JSON.parse(text ?? "{}");
    const pairs = kept && typeof kept === "object" ? Object.entries(kept) : [];
    return Object.fromEntries(pairs.filter(([, token]) => /^[0-9a-f]{64}$/.test(String(token))));
  } catch {
    return {};
  }
}

function keepLink(takeId: string, token: string | null): void {
  const { [takeId]: _, ...others } = readLinks(recall("shared"));
  const all = token === null ? others : { ...others, [takeId]: token };
  remember("shared", JSON.stringify(Object.fromEntries(Object.entries(all).slice(-KEPT))));
}

/** The address of a shared take's page. */
export const sharedAddress = (token: string): string => `${location.origin}/shared/${token}`;

/** How a take of mine is shared, and its link where this device made it; `make` and `end` change it. */
export function useSharing(takeId: string) {
  const client = useQueryClient();
  const state = useQuery({ queryKey: ["share", takeId], queryFn: () => api.shareState(takeId) });
  const make = useMutation({
    mutationFn: async ({ draw, choice }: { draw: () => Promise<Blob>; choice: ShareChoice }) =>
      api.share(takeId, await draw(), choice),
    onSuccess: ({ token, ...share }) => {
      keepLink(takeId, token);
      client.setQueryData(["share", takeId], share);
    },
  });
  const end = useMutation({
    mutationFn: () => api.endShare(takeId),
    onSuccess: () => {
      keepLink(takeId, null);
      client.setQueryData(["share", takeId], null);
    },
  });
  const token = state.data ? readLinks(recall("shared"))[takeId] : undefined;
  return { state, make, end, link: token === undefined ? null : sharedAddress(token) };
}

/** All takes of mine that have a page. */
export const useShares = () => useQuery({ queryKey: ["shares"], queryFn: api.shares, staleTime: 0 });

/** Ends the page of one of them. */
export function useEndShare(takeId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.endShare(takeId),
    onSuccess: () => {
      keepLink(takeId, null);
      client.setQueryData(["share", takeId], null);
      return client.invalidateQueries({ queryKey: ["shares"] });
    },
  });
}

/** What a link shows. */
export const useShared = (token: string) =>
  useQuery({ queryKey: ["shared", token], queryFn: () => api.shared(token), staleTime: 0 });

/** The poses behind a link, where its dancer shows them. */
export const useSharedReplay = (token: string, enabled: boolean) =>
  useQuery({
    queryKey: ["shared-replay", token],
    enabled,
    queryFn: async () => {
      const read = decodeReplay(await api.sharedReplay(token));
      if (!read.ok) throw new ApiProblem(read.problem.code, 0, read.problem.message);
      return read.value;
    },
  });
