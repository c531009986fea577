import { and, desc, eq, sql } from "drizzle-orm";
import type { BoardKind } from "#dance/practice/board.ts";
import { FULL_SCORE, type Grade } from "#dance/scoring/result.ts";
import type { Db } from "./open.ts";
import { BUCKET_WIDTHS } from "./placing.ts";
import { SAME_BOARD, STANDING_RULES } from "./rules.ts";
import { bests, boards, buckets } from "./schema.ts";

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

/** The board of a kind of a section by the rules that stand, or null where nobody opened a take for it yet. */
export async function boardOf(db: Db, version: string, section: number, kind: BoardKind): Promise<number | null> {
  const [row] = await db
    .select({ id: boards.id })
    .from(boards)
    .where(
      and(
        eq(boards.version, version),
        eq(boards.section, section),
        eq(boards.kind, kind),
        eq(boards.rules, STANDING_RULES),
      ),
    );
  return row?.id ?? null;
}

/** The board by the rules that stand in place of a board by other rules, or null where there is none yet. */
export async function standingBoard(db: Db, boardId: number): Promise<number | null> {
  const [row] = await db.all<{ id: number }>(sql`
    select n.id from boards o join boards n on ${SAME_BOARD} and n.rules = ${STANDING_RULES} where o.id = ${boardId}`);
  return row?.id ?? null;
}

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

/** Everybody of a crew who stands on a board, best first, hidden from others or not. */
export async function standingsOfCrew(db: Db, boardId: number, crewId: string): Promise<StandingRow[]> {
  const rows = await db.all<Row>(sql`
    select b.dancer_id as dancerId, b.name, b.missing, b.at, b.take_id as takeId, b.grade
    from members m cross join bests b on b.board_id = ${boardId} and b.dancer_id = m.dancer_id
    where m.crew_id = ${crewId} order by b.missing, b.at, b.take_id`);
  return rows.map(read);
}

/** The rank of a place, 1 for the best: a sum over buckets and a count within one, whatever the board's size. */
export async function rankOf(db: Db, boardId: number, { missing, at, takeId }: Place): Promise<number> {
  const { coarse, fine } = BUCKET_WIDTHS;
  const perCoarse = coarse / fine;
  const big = Math.floor(missing / coarse);
  const small = Math.floor(missing / fine);
  const rows = await db.all<{ ahead: number }>(sql`
    select (select coalesce(sum(dancers), 0) from buckets
        where board_id = ${boardId} and width = ${coarse} and bucket < ${big})
      + (select coalesce(sum(dancers), 0) from buckets
        where board_id = ${boardId} and width = ${fine} and bucket >= ${big * perCoarse} and bucket < ${small})
      + (select count(*) from bests where board_id = ${boardId} and hidden = 0 and missing >= ${small * fine}
        and (missing, at, take_id) < (${missing}, ${at}, ${takeId})) as ahead`);
  return (rows[0]?.ahead ?? 0) + 1;
}

/** How many dancers stand on a board. */
export async function dancersOn(db: Db, boardId: number): Promise<number> {
  const [row] = await db
    .select({ dancers: sql<number>`coalesce(sum(${buckets.dancers}), 0)` })
    .from(buckets)
    .where(and(eq(buckets.boardId, boardId), eq(buckets.width, BUCKET_WIDTHS.coarse)));
  return row?.dancers ?? 0;
}
