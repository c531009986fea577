import { and, eq, gt, lt, sql } from "drizzle-orm";
import { ALL_TIME } from "#dance/practice/board.ts";
import type { Db } from "./open.ts";
import { boards, buckets } from "./schema.ts";

/** Clears away boards of the weeks before one, so many best rows at most; what is left over is gone on with next time. */
export async function dropWeeks(db: Db, before: number, mostRows: number): Promise<void> {
  const past = await db
    .select({ id: boards.id })
    .from(boards)
    .where(and(gt(boards.week, ALL_TIME), lt(boards.week, before)));
  let room = mostRows;
  for (const { id } of past) {
    const { meta } = await db.run(sql`delete from bests where (board_id, dancer_id) in (
      select board_id, dancer_id from bests where board_id = ${id} limit ${room})`);
    room -= meta.changes;
    if (room <= 0) return;
    await db.batch([
      db.delete(buckets).where(eq(buckets.boardId, id)),
      db.delete(boards).where(and(eq(boards.id, id), sql`not exists (select 1 from bests where board_id = ${id})`)),
    ]);
  }
}
