import { and, eq, sql } from "drizzle-orm";
import { ALL_TIME, type BoardKind } from "#dance/practice/board.ts";
import type { Db } from "./open.ts";
import { SAME_BOARD, STANDING_RULES } from "./rules.ts";
import { boards, buckets } from "./schema.ts";

/** Which board: of a section of a version, of a kind, of all time or of a week. */
export interface BoardKey {
  readonly version: string;
  readonly section: number;
  readonly kind: BoardKind;
  /** ALL_TIME or a week as boardWeek counts them. */
  readonly week: number;
}

/** A board by the rules that stand, or null where nobody opened a take for it yet. */
export async function boardOf(db: Db, { version, section, kind, week }: BoardKey): Promise<number | null> {
  const [row] = await db
    .select({ id: boards.id })
    .from(boards)
    .where(
      and(
        eq(boards.version, version),
        eq(boards.section, section),
        eq(boards.kind, kind),
        eq(boards.rules, STANDING_RULES),
        eq(boards.week, week),
      ),
    );
  return row?.id ?? null;
}

/** The board of all time by the rules that stand in place of a board by other rules; null where there is none yet. */
export async function standingBoard(db: Db, boardId: number): Promise<number | null> {
  const [row] = await db.all<{ id: number }>(sql`
    select n.id from boards o join boards n on ${SAME_BOARD} and n.rules = ${STANDING_RULES} and n.week = ${ALL_TIME}
    where o.id = ${boardId}`);
  return row?.id ?? null;
}

/** Whether a take stands on its board of all time or of a week, hidden or not; null where on neither. */
export async function standsAs(
  db: Db,
  { id, dancerId, boardId }: { readonly id: string; readonly dancerId: string; readonly boardId: number },
  week: number,
): Promise<{ readonly hidden: boolean } | null> {
  const [row] = await db.all<{ hidden: number }>(sql`
    select b.hidden from boards o join boards n on ${SAME_BOARD} and n.rules = ${STANDING_RULES}
      and n.week in (${ALL_TIME}, ${week})
    join bests b on b.board_id = n.id and b.dancer_id = ${dancerId} and b.take_id = ${id} where o.id = ${boardId}`);
  return row ? { hidden: row.hidden === 1 } : null;
}

/** How many dancers stand on a board. */
export async function dancersOn(db: Db, boardId: number): Promise<number> {
  const [row] = await db
    .select({ dancers: sql<number>`coalesce(sum(${buckets.dancers}), 0)` })
    .from(buckets)
    .where(eq(buckets.boardId, boardId));
  return row?.dancers ?? 0;
}
