import type { BoardKind, BoardScope, BoardWindow } from "#dance/practice/board.ts";
import type { Grade } from "#dance/scoring/result.ts";
import { at, told } from "./client.ts";
import type { Dancer } from "./dancers.ts";

/** A row of a board; `at` in ms since 1970. */
export interface Standing {
  readonly rank: number;
  readonly dancer: Dancer;
  readonly score: number;
  readonly grade: Grade;
  readonly takeId: string;
  readonly at: number;
  readonly mine: boolean;
}

export interface Board {
  readonly standings: readonly Standing[];
  readonly next: string | null;
  readonly me: Standing | null;
  readonly dancers: number;
  /** Version of the rules by which all of it was judged. */
  readonly rules: number;
}

/** Which of a section's boards; `crew` names one where the scope is that. */
export interface BoardAsk {
  readonly kind: BoardKind;
  readonly window: BoardWindow;
  readonly scope: BoardScope;
  readonly crew: string;
}

/** Leaderboards, and dancers whom I picked. */
export const boardDoors = {
  board: (version: string, section: number, which: BoardAsk, after: string | null): Promise<Board> => {
    const { kind, window, scope, crew } = which;
    const query = { kind, window, scope, ...(scope === "crew" && { crew }), ...(after && { after }) };
    return told(
      at.choreographies[":version"].sections[":section"].leaderboard.$get({
        param: { version, section: String(section) },
        query,
      }),
    );
  },
  /** My standing with those above and below it. */
  around: async (version: string, section: number, { kind, window }: BoardAsk): Promise<readonly Standing[]> => {
    const param = { version, section: String(section) };
    const board = at.choreographies[":version"].sections[":section"].leaderboard;
    return (await told(board.around.$get({ param, query: { kind, window } }))).standings;
  },
  /** The first page of a section's board, of everybody or of a crew of mine. */
  rivals: async (version: string, section: number, kind: BoardKind, crew: string | null) => {
    const param = { version, section: String(section) };
    const query = { kind, ...(crew !== null && { scope: "crew" as const, crew }) };
    const board = at.choreographies[":version"].sections[":section"].leaderboard;
    return (await told(board.$get({ param, query }))).standings as readonly Standing[];
  },
  picks: async () => (await told(at.me.picks.$get())).picks,
  pick: (dancer: string) => told(at.me.picks[":dancer"].$put({ param: { dancer } })),
  unpick: (dancer: string) => told(at.me.picks[":dancer"].$delete({ param: { dancer } })),
};
