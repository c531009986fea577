import type { TakeResult } from "#dance/scoring/result.ts";
import { standingBoard } from "../db/boards.ts";
import type { Db } from "../db/open.ts";
import { standingRules } from "../db/rules.ts";
import { rankOf, type StandingRow, standingOf } from "../db/standings.ts";
import type { TakeRow } from "../db/takes.ts";

/** A take as its dancer sees it. */
export const takeView = (row: TakeRow) => ({
  id: row.id,
  session: row.session,
  version: row.version,
  section: row.section,
  rate: row.rate / 1000,
  mirror: row.mirror === 1,
  seated: row.seated === 1,
  openedAt: row.openedAt,
  dancedAt: row.dancedAt,
  judgedAt: row.judgedAt,
  score: row.score,
  grade: row.grade,
  doubt: row.doubt,
});

/** How a take was verified: judged again here from the replay of this hash, by these rules. Null where it was not. */
export const verified = ({ judgedAt, replayHash, dancedAt, doubt }: TakeRow, result: TakeResult | null) =>
  judgedAt !== null && replayHash !== null && dancedAt === null && doubt === null && result
    ? { rules: result.rules, replay: replayHash, at: judgedAt }
    : null;

/** Whether a take was judged by rules to come, and waits with its board until they stand. */
export const waits = async (db: Db, result: TakeResult | null): Promise<boolean> =>
  result !== null && result.rules > (await standingRules(db));

/** A row of a board with its rank, as `asker` sees it. */
export const standingView = (
  { dancer, score, grade, takeId, at }: StandingRow,
  rank: number,
  asker: string | null,
) => ({
  rank,
  dancer,
  score,
  grade,
  takeId,
  at,
  mine: dancer.id === asker,
});

/** A dancer's standing on a board by the rules that stand, whichever rules' board is named; null where they have none. */
export async function standing(db: Db, boardId: number | null, dancerId: string, asker: string | null) {
  const board = boardId === null ? null : await standingBoard(db, boardId);
  const row = board === null ? null : await standingOf(db, board, dancerId);
  return row && board !== null ? standingView(row, await rankOf(db, board, row), asker) : null;
}
