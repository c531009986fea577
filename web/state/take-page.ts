import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Doubt } from "#dance/replay/trust.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { ApiProblem, type Dancer, type DraftPlace, type SeenTake, type Standing, type Verified } from "../api.ts";
import { useDancedDraft } from "./draft-dance.ts";
import { type DraftTake, draftTakes } from "./draft-takes.ts";
import { type KeptTake, outbox } from "./outbox.ts";
import { useTake, useVersion } from "./queries.ts";
import { onJudged } from "./sending.ts";

/** Where a take stands on its way from the camera to the board; one of a draft stays on this device. */
export const TAKE_PHASES = ["sending", "judged", "refused", "draft"] as const;
export type TakePhase = (typeof TAKE_PHASES)[number];

/** Everything that the result page needs to know of a take. */
export interface TakePage {
  readonly id: string;
  readonly version: string;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated: boolean;
  /** When it was danced, and when the Worker judged it (null before); ms since 1970. */
  readonly at: number;
  readonly judgedAt: number | null;
  readonly result: TakeResult;
  readonly phase: TakePhase;
  /** Problem code, where the Worker refused it. */
  readonly refused: string | null;
  readonly standing: Standing | null;
  /** Danced without network and opened afterwards: judged and kept, never on the board. */
  readonly late: boolean;
  /** How the Worker verified it; null where it did not. */
  readonly verified: Verified | null;
  /** Judged by rules that do not stand yet: on no board before all takes are judged by them. */
  readonly waits: boolean;
  /** Who danced it, where the Worker has told. */
  readonly dancer: Dancer | null;
  /** Why it is not believed, where it is not. */
  readonly doubt: Doubt | null;
  /** What was danced, where it was a draft. */
  readonly draft: DraftPlace | null;
  /** False where it ends with the tab: the browser refused to keep it. */
  readonly lasting: boolean;
  /** False for another dancer's take, which stands on a board for everybody to see. */
  readonly mine: boolean;
}

const asKept = (kept: Omit<KeptTake, "slug" | "opened" | "refused">) =>
  ({
    id: kept.id,
    version: kept.version,
    section: kept.section,
    rate: kept.rate,
    mirror: kept.mirror,
    seated: kept.seated ?? false,
    at: kept.endedAt,
    judgedAt: null,
    result: kept.result,
    standing: null,
    verified: null,
    waits: false,
    dancer: null,
    doubt: null,
    lasting: true,
    mine: true,
  }) as const;

const fromKept = (kept: KeptTake): TakePage => ({
  ...asKept(kept),
  phase: kept.refused ? "refused" : "sending",
  refused: kept.refused,
  late: !kept.opened,
  draft: null,
});

const fromDraft = (kept: DraftTake): TakePage => ({
  ...asKept(kept),
  phase: "draft",
  refused: null,
  late: false,
  draft: kept.draft,
  lasting: !draftTakes.alone().includes(kept.id),
});

/** A take that lies on this device, ready for its page; null where it does not. */
async function pageHere(id: string): Promise<TakePage | null> {
  const waiting = await outbox.get(id);
  if (waiting) return fromKept(waiting);
  const ofDraft = await draftTakes.get(id);
  return ofDraft && fromDraft(ofDraft);
}

/**
 * A take by its id: as judged live while it waits on this device, or stays here, being of a draft; as judged by the
 * Worker once it is there.
 * `page` null and not pending: no such take, or it was never closed.
 */
export function useTakePage(id: string) {
  const client = useQueryClient();
  const kept = useQuery({
    queryKey: ["kept", id],
    queryFn: () => pageHere(id),
    staleTime: 0,
  });
  const told = useTake(id, kept.isSuccess && kept.data === null);
  useEffect(
    () =>
      onJudged((judged, closed) => {
        if (judged !== id) return;
        client.setQueryData(["take", id], { ...closed, dancer: null, mine: true } satisfies ToldTake);
        client.setQueryData(["kept", id], null);
        void client.invalidateQueries({ queryKey: ["board"] });
      }),
    [client, id],
  );
  const page = kept.data ? kept.data : told.data?.result ? fromTold(told.data) : null;
  return {
    page,
    pending: kept.isPending || (kept.data === null && told.isPending),
    cause: told.error,
    missing: told.error instanceof ApiProblem && told.error.status === 404,
    again: () => void told.refetch(),
  };
}

/** As the Worker tells it; right after it was closed it does not say who danced it, for that was I. */
type ToldTake = Omit<SeenTake, "dancer"> & { readonly dancer: Dancer | null };

function fromTold({ take, result, standing, verified, waits, dancer, mine }: ToldTake): TakePage | null {
  if (!result) return null;
  const { version, section, rate, mirror, seated } = take;
  return {
    id: take.id,
    version,
    section,
    rate,
    mirror,
    seated,
    at: take.dancedAt ?? take.judgedAt ?? take.openedAt,
    judgedAt: take.judgedAt,
    result,
    phase: "judged",
    refused: null,
    standing,
    late: take.dancedAt !== null,
    verified,
    doubt: take.doubt,
    waits,
    dancer,
    draft: null,
    lasting: true,
    mine,
  };
}

/** The routine that was danced in a take: the Worker's, or the draft as it was. */
export function useRoutineOf(page: TakePage | null) {
  const draft = page?.draft ?? null;
  const published = useVersion(draft ? undefined : page?.version);
  const own = useDancedDraft(draft, page?.version);
  if (!draft) return published;
  const { data, isPending, error, refetch } = own;
  return {
    summary: data?.summary,
    /** Whether the draft is still what was danced. */
    current: data?.changed === false,
    pending: isPending,
    cause: error,
    again: () => void refetch(),
  };
}
