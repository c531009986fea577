import { type SQL, sql } from "drizzle-orm";
import { RULES_VERSION } from "#dance/scoring/result.ts";
import type { Db } from "./open.ts";

/**
 * The version of the rules by which boards stand now: that of the last rejudging which moved them over, else the first
 * there was. While a rejudging goes on, boards of the rules to come fill aside. Reads two rows.
 */
export const STANDING_RULES = sql`coalesce(
  (select rules from rejudges where moved_at is not null order by rules desc limit 1), (select min(rules) from boards))`;

/** The version of the rules by which boards stand now; this Worker's where there is no board yet. */
export async function standingRules(db: Db): Promise<number> {
  const [row] = await db.all<{ rules: number | null }>(sql`select ${STANDING_RULES} as rules`);
  return row?.rules ?? RULES_VERSION;
}

/** Boards `n` of the same section and kind as board `o`, by whatever rules and of whatever week. */
export const SAME_BOARD = sql`n.version = o.version and n.section = o.section and n.kind = o.kind`;

/** Ids of the boards on which a dancer may stand, by all rules and of all weeks: those that their takes name. */
export const boardsOfDancer = (dancerId: string): SQL => sql`
  select n.id from (select distinct board_id from takes where dancer_id = ${dancerId} and board_id is not null) t
    join boards o on o.id = t.board_id join boards n on ${SAME_BOARD}`;
