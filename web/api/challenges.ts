import type { BoardKind } from "#dance/practice/board.ts";
import { at, told } from "./client.ts";

/** A challenge to be made; `dueAt` in ms since 1970. */
export interface ChallengeAsk {
  readonly title: string;
  readonly version: string;
  readonly section: number;
  readonly kind: BoardKind;
  readonly dueAt: number;
}

/** What a crew dances by a day. */
export const challengeDoors = {
  challenges: async (crew: string) => (await told(at.crews[":id"].challenges.$get({ param: { id: crew } }))).challenges,
  makeChallenge: (crew: string, ask: ChallengeAsk) =>
    told(at.crews[":id"].challenges.$post({ param: { id: crew }, json: ask })),
  challenge: (id: string) => told(at.challenges[":id"].$get({ param: { id } })),
  endChallenge: (id: string) => told(at.challenges[":id"].$delete({ param: { id } })),
};

export type Challenge = Awaited<ReturnType<typeof challengeDoors.challenges>>[number];
export type ChallengePage = Awaited<ReturnType<typeof challengeDoors.challenge>>;
