import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { decodeReplay } from "#dance/replay/codec.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import { ApiProblem, api, Unreachable } from "../api.ts";
import type { GhostTake } from "../stage/index.ts";
import { draftTakes } from "./draft-takes.ts";

/**
 * none: nobody asked for one. coming. here. gone: unknown, not to be seen by me, or without poses. elsewhere: danced to
 * another version or other counts. offline. broken: its poses cannot be read. All but `here` dance without.
 */
export const GHOST_STATES = ["none", "coming", "here", "gone", "elsewhere", "offline", "broken"] as const;
export type GhostState = (typeof GHOST_STATES)[number];

export interface Ghosting {
  readonly state: GhostState;
  /** Whose take it is, once that is known. */
  readonly name: string;
  readonly mine: boolean;
  readonly take: GhostTake | null;
}

const NONE: Ghosting = { state: "none", name: "", mine: false, take: null };
/** Seconds of the counts to be danced that a ghost may miss at their ends. */
const SPARED = 2;

/** What stands in the way of a ghost, by what went wrong on the way to it. */
function stateOf(cause: unknown): GhostState {
  if (cause instanceof Unreachable) return "offline";
  return cause instanceof ApiProblem && cause.status > 0 ? "gone" : "broken";
}

const whoseIs = async (id: string) => {
  const { dancer, mine } = await api.take(id);
  return { name: dancer.name, mine };
};

async function fetchGhost(id: string) {
  const here = await draftTakes.get(id);
  const [whose, bytes] = here
    ? [{ name: "", mine: true }, here.replay]
    : await Promise.all([whoseIs(id), api.replay(id)]);
  const read = decodeReplay(bytes);
  if (!read.ok) throw new ApiProblem(read.problem.code, 0, read.problem.message);
  return { ...whose, replay: read.value };
}

/** The take to be danced beside, ready for the stage, or why there is none. */
export function useGhost(id: string | null, version: string, { from, to }: Pick<Reference, "from" | "to">): Ghosting {
  const asked = useQuery({
    queryKey: ["ghost", id],
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => fetchGhost(id as string),
  });
  const { data, error } = asked;
  return useMemo(() => {
    if (id === null) return NONE;
    if (error) return { ...NONE, state: stateOf(error) };
    if (!data) return { ...NONE, state: "coming" };
    const { name, mine, replay } = data;
    const { frames, mirror, seated } = replay;
    const covers = (frames[0]?.time ?? to) < from + SPARED && (frames.at(-1)?.time ?? from) > to - SPARED;
    const fits = replay.version === version && covers;
    const take = fits ? { name, frames, mirror, seated } : null;
    return { state: fits ? "here" : "elsewhere", name, mine, take };
  }, [id, data, error, version, from, to]);
}
