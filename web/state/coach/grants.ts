import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { may } from "#dance/practice/permission.ts";
import { api, type Grant, type Member } from "../../api.ts";
import { useDancer } from "../dancer.ts";
import type { TakePage } from "../take-page.ts";

const GRANTS = ["grants"] as const;
/** Crews whose coaches are offered. */
const ASKED = 8;

/** What I let coaches see, and what dancers let me see as a coach; as far as it holds. */
export function useGrants() {
  const me = useDancer().data;
  return useQuery({ queryKey: GRANTS, queryFn: api.grants, enabled: Boolean(me), staleTime: 0 });
}

/** Lets a coach see, or changes until when. */
export function useGrant() {
  const client = useQueryClient();
  return useMutation({ mutationFn: api.grant, onSuccess: () => client.invalidateQueries({ queryKey: GRANTS }) });
}

/** Ends what I let a coach see. */
export function useEndGrant() {
  const client = useQueryClient();
  return useMutation({ mutationFn: api.endGrant, onSettled: () => client.invalidateQueries({ queryKey: GRANTS }) });
}

/** Somebody who may review in a crew of mine. */
export interface Coach {
  readonly crew: { readonly id: string; readonly name: string };
  readonly coach: Member["dancer"];
  /** When I joined that crew. */
  readonly since: number;
}

/** What names a coach in a list that may change: the same person may coach in two crews. */
export const coachKey = ({ crew, coach }: Coach): string => `${crew.id} ${coach.id}`;

/** The coach who was chosen, wherever in the list; the first where nobody was, or who was is gone. */
export const chosenCoach = (coaches: readonly Coach[], chosen: string | null): Coach | undefined =>
  coaches.find((it) => coachKey(it) === chosen) ?? coaches[0];

/** Whoever may review in my crews, but me. */
export function useCoaches(enabled: boolean) {
  const crews = useQuery({ queryKey: ["crew-names"], queryFn: api.crewNames, enabled });
  const asked = (crews.data ?? []).slice(0, ASKED);
  const rooms = useQueries({
    queries: asked.map(({ id }) => ({ queryKey: ["crew", id], queryFn: () => api.crew(id), enabled })),
  });
  const coaches: Coach[] = rooms.flatMap(({ data: crew }) => {
    const since = crew?.members.find((it) => it.me)?.joinedAt ?? 0;
    const staff = crew?.members.filter((it) => !it.me && may(it.role, "review", false)) ?? [];
    return crew ? staff.map(({ dancer }) => ({ crew, coach: dancer, since })) : [];
  });
  return { coaches, pending: crews.isPending || rooms.some((it) => it.isPending), none: crews.data?.length === 0 };
}

/** Whether what I let a coach see holds for a take. */
export function covers(grant: Grant, page: Pick<TakePage, "id" | "version" | "at">): boolean {
  if (grant.scope === "practice") return page.at >= grant.since;
  return grant.scope === "take" ? grant.take?.id === page.id : grant.version === page.version;
}

/** Takes of the dancer of a take that I may see as a coach, of the same section, newest first. */
export function useTheirTakes(page: TakePage) {
  const received = useGrants().data?.received ?? [];
  const theirs = page.mine ? [] : received.filter((it) => it.dancer.id === page.dancer?.id);
  // Whatever they let me see in a crew is told together; takes shared one by one are, too.
  const by = theirs.find((it) => it.scope !== "take" && covers(it, page)) ?? theirs[0];
  const { version, section } = page;
  const takes = useQuery({
    queryKey: ["member-takes", by?.crew.id, by?.dancer.id, version, section],
    enabled: by !== undefined,
    queryFn: () => api.memberTakes(by?.crew.id ?? "", by?.dancer.id ?? "", { version, section }),
  });
  return (takes.data?.takes ?? []).filter(({ id }) => id !== page.id);
}
