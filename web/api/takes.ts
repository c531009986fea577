import type { Doubt } from "#dance/replay/trust.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import type { Standing } from "./boards.ts";
import { at, bytes, reach, told } from "./client.ts";
import type { Dancer } from "./dancers.ts";

/** A take as the Worker keeps it; moments in ms since 1970. */
export interface TakeRow {
  readonly id: string;
  readonly version: string;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated: boolean;
  readonly openedAt: number;
  /** When it was danced, where that was without network and it was opened afterwards; null else. */
  readonly dancedAt: number | null;
  readonly judgedAt: number | null;
  readonly score: number | null;
  /** Why it is not believed to have been danced; null where nothing speaks against it. */
  readonly doubt: Doubt | null;
}

/** How a take was verified: judged again by the Worker, by these rules, from the replay of this SHA-256. */
export interface Verified {
  readonly rules: number;
  readonly replay: string;
  /** ms since 1970. */
  readonly at: number;
}

export interface JudgedTake {
  readonly take: TakeRow;
  readonly result: TakeResult | null;
  readonly standing: Standing | null;
  /** Null where it was danced out of the Worker's sight, or something speaks against it. */
  readonly verified: Verified | null;
  /** Judged by rules that do not stand yet, as its board. */
  readonly waits: boolean;
}

/** A take that I may see, and who danced it. */
export interface SeenTake extends JudgedTake {
  readonly dancer: Dancer;
  readonly mine: boolean;
}

export interface ClosedTake extends JudgedTake {
  readonly result: TakeResult;
  readonly best: boolean;
}

export interface TakeAsk {
  readonly session: string;
  readonly version: string;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated?: boolean;
  /** For a take that was danced before it could be opened: the id that this device gave it, and when it was danced. */
  readonly late?: { readonly id: string; readonly dancedAt: number };
}

/** Takes: opened, delivered, read. */
export const takeDoors = {
  openSession: (): Promise<{ readonly id: string }> => told(at.sessions.$post()),
  openTake: (take: TakeAsk): Promise<{ readonly id: string; readonly expiresAt: number }> =>
    told(at.takes.$post({ json: take })),
  closeTake: async (id: string, replay: Uint8Array, signal: AbortSignal): Promise<ClosedTake> => {
    const answer = await reach(`/api/takes/${id}/replay`, {
      method: "PUT",
      headers: { "content-type": "application/vnd.eightcount.replay" },
      body: replay as Uint8Array<ArrayBuffer>,
      signal,
    });
    return answer.json() as Promise<ClosedTake>;
  },
  take: (id: string): Promise<SeenTake> => told(at.takes[":id"].$get({ param: { id } })),
  replay: (id: string) => bytes(`/api/takes/${id}/replay`),
  /** My judged takes of a section, newest first. */
  takesOf: async (version: string, section: number): Promise<readonly TakeRow[]> =>
    (await told(at.takes.$get({ query: { version, section: String(section) } }))).takes,
};
