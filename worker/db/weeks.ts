import { and, asc, gt, lt, sql } from "drizzle-orm";
import { ALL_TIME } from "#dance/practice/board.ts";
import { batch, type Db } from "./open.ts";
import { boards } from "./schema.ts";

/**
 * Clears away boards of the weeks before one, the oldest first: so many boards and so many best rows at most, in four
 * queries. What is left over is gone on with next time.
 */
export async function dropWeeks(db: Db, before: number, mostBoards: number, mostRows: number): Promise<void> {
  const past = await db
    .select({ id: boards.id })
    .from(boards)
    .where(and(gt(boards.week, ALL_TIME), lt(boards.week, before)))
    .orderBy(asc(boards.week), boards.id)
    .limit(mostBoards);
  if (past.length === 0) return;
  const ids = sql`(select value from json_each(${JSON.stringify(past.map(({ id }) => id))}))`;
  await batch(db, [
    sql`delete from bests where (board_id, dancer_id) in (
      select board_id, dancer_id from bests where board_id in ${ids} limit ${mostRows})`,
    sql`delete from buckets where board_id in ${ids}
      and not exists (select 1 from bests b where b.board_id = buckets.board_id)`,
    sql`delete from boards where id in ${ids} and not exists (select 1 from bests b where b.board_id = boards.id)`,
  ]);
}
