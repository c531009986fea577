import { type QueryKey, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api.ts";
import { someDancer, useDancer } from "./dancer.ts";
import { queryClient } from "./queries.ts";

const CREWS = ["crew-names"] as const;
const crewKey = (id: string) => ["crew", id] as const;

/** My crews; `nobody` is whoever has no name here yet. */
export function useCrews() {
  const me = useDancer();
  const crews = useQuery({ queryKey: CREWS, queryFn: api.crewNames, enabled: Boolean(me.data) });
  return { nobody: me.data === null, crews, cause: me.error ?? crews.error };
}

/** A crew of mine and who is in it. */
export const useCrew = (id: string) => useQuery({ queryKey: crewKey(id), queryFn: () => api.crew(id), staleTime: 0 });

/** Its open invites, for whoever may see them. */
export const useInvites = (id: string, enabled: boolean) =>
  useQuery({ queryKey: [...crewKey(id), "invites"], queryFn: () => api.invites(id), enabled, staleTime: 0 });

/** What an invite opens. */
export const useInvitation = (token: string) =>
  useQuery({ queryKey: ["invitation", token], queryFn: () => api.invitation(token), staleTime: 0 });

/** Does a thing to a crew, or to my list of them, and asks anew what it changed. */
export function useCrewChange<In, Out>(work: (input: In) => Promise<Out>, id: string | null = null) {
  const client = useQueryClient();
  const keys: QueryKey[] = [CREWS, ["board"], ...(id === null ? [] : [crewKey(id)])];
  return useMutation({
    mutationFn: work,
    onSettled: () => Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** Makes a crew, as who I am here, or under the name `me` for whoever is nobody yet; null there is a friendly one. */
export async function makeCrew(name: string, me: string | null) {
  if (me === null) await someDancer();
  else queryClient.setQueryData(["me"], await api.introduce(me));
  return api.makeCrew(name);
}

/** Joins by an invite, as who I am here, or under a name for whoever is nobody yet. */
export async function joinCrew(token: string, name: string | null) {
  if (name !== null) queryClient.setQueryData(["me"], await api.introduce(name));
  return api.join(token);
}

/** The address that an invite is given away by. */
export const inviteAddress = (token: string): string => `${location.origin}/join/${token}`;
