import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { FULL_SCORE, type Grade } from "#dance/scoring/result.ts";
import { aheadByBuckets } from "./buckets.ts";
import type { Db } from "./open.ts";
import { bests } from "./schema.ts";

/** Where a row stands in its board: the least comes first, and no two are equal. */
export interface Place {
  readonly missing: number;
  readonly at: number;
  readonly takeId: string;
}

export interface StandingRow extends Place {
  readonly dancer: { readonly id: string; readonly name: string };
  readonly score: number;
  readonly grade: Grade;
}

const columns = {
  dancerId: bests.dancerId,
  name: bests.name,
  missing: bests.missing,
  at: bests.at,
  takeId: bests.takeId,
  grade: sql<Grade>`${bests.grade}`,
};
/** Dancers who do not hide. Written out, or the index that holds only them would not be used. */
const SHOWN = sql`hidden = 0`;
type Row = Place & { dancerId: string; name: string; grade: Grade };

const read = ({ dancerId, name, missing, at, takeId, grade }: Row): StandingRow => ({
  missing,
  at,
  takeId,
  grade,
  dancer: { id: dancerId, name },
  score: FULL_SCORE - missing,
});

/** The rows after a place, best first. */
export async function standingsAfter(db: Db, boardId: number, after: Place | null, limit: number) {
  const rows = await db
    .select(columns)
    .from(bests)
    .where(
      and(
        eq(bests.boardId, boardId),
        SHOWN,
        after
          ? sql`(${bests.missing}, ${bests.at}, ${bests.takeId}) > (${after.missing}, ${after.at}, ${after.takeId})`
          : undefined,
      ),
    )
    .orderBy(bests.missing, bests.at, bests.takeId)
    .limit(limit);
  return rows.map(read);
}

/** The rows before a place, best first, so that the last is the nearest. */
export async function standingsBefore(db: Db, boardId: number, before: Place, limit: number) {
  const rows = await db
    .select(columns)
    .from(bests)
    .where(
      and(
        eq(bests.boardId, boardId),
        SHOWN,
        sql`(${bests.missing}, ${bests.at}, ${bests.takeId}) < (${before.missing}, ${before.at}, ${before.takeId})`,
      ),
    )
    .orderBy(desc(bests.missing), desc(bests.at), desc(bests.takeId))
    .limit(limit);
  return rows.map(read).reverse();
}

/** The dancer's own row, hidden or not. */
export async function standingOf(
  db: Db,
  boardId: number,
  dancerId: string,
): Promise<(StandingRow & { hidden: boolean }) | null> {
  const [row] = await db
    .select({ ...columns, hidden: bests.hidden })
    .from(bests)
    .where(and(eq(bests.boardId, boardId), eq(bests.dancerId, dancerId)));
  return row ? { ...read(row), hidden: row.hidden === 1 } : null;
}

/** Those of a few who stand on a board, best first. `few` selects their dancer_id. */
async function standingsAmong(db: Db, boardId: number | null, few: SQL, shown: SQL): Promise<StandingRow[]> {
  if (boardId === null) return [];
  const rows = await db.all<Row>(sql`
    select b.dancer_id as dancerId, b.name, b.missing, b.at, b.take_id as takeId, b.grade
    from (${few}) m cross join bests b on b.board_id = ${boardId} and b.dancer_id = m.dancer_id
    where ${shown} order by b.missing, b.at, b.take_id`);
  return rows.map(read);
}

/** Everybody of a crew who stands on a board, best first, hidden from others or not. */
export const standingsOfCrew = (db: Db, boardId: number | null, crewId: string): Promise<StandingRow[]> =>
  standingsAmong(db, boardId, sql`select dancer_id from members where crew_id = ${crewId}`, sql`true`);

/** A dancer and whom they picked, as far as they stand on a board and do not hide, best first. */
export const standingsOfPicks = (db: Db, boardId: number | null, dancerId: string): Promise<StandingRow[]> =>
  standingsAmong(
    db,
    boardId,
    sql`select picked_id as dancer_id from picks where dancer_id = ${dancerId} union all select ${dancerId}`,
    sql`b.hidden = 0 or b.dancer_id = ${dancerId}`,
  );

/** The rank of a place, 1 for the best: a sum over buckets and a count within one, whatever the board's size. */
export async function rankOf(db: Db, boardId: number, { missing, at, takeId }: Place): Promise<number> {
  const { ahead, from } = aheadByBuckets(boardId, missing);
  const rows = await db.all<{ ahead: number }>(sql`
    select ${ahead} + (select count(*) from bests where board_id = ${boardId} and hidden = 0 and missing >= ${from}
      and (missing, at, take_id) < (${missing}, ${at}, ${takeId})) as ahead`);
  return (rows[0]?.ahead ?? 0) + 1;
}
