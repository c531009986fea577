import { sql } from "drizzle-orm";
import { boardWeek } from "#dance/practice/board.ts";
import type { Doubt } from "#dance/replay/trust.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { batch, type Db } from "./open.ts";
import { placing, worthOf } from "./placing.ts";

/** What closes a take. */
export interface Closing {
  readonly takeId: string;
  readonly replayHash: string;
  readonly result: TakeResult;
  /** Why it may not stand on a board; null where nothing speaks against it. */
  readonly doubt: Doubt | null;
  /** SHA-256 of what copies of the replay share. */
  readonly signature: string;
  /** When it was judged. */
  readonly at: number;
  /** Least coverage for the board, in thousandths. */
  readonly boardCoverage: number;
}

/**
 * Closes a take, stores its result and moves its dancer up the board, all in one batch or not at all. The first closing
 * stands: each statement asks whether this replay is the one that closed the take and whether its own work is still to
 * do, so that running the batch again, or a hundred times at once, changes nothing.
 */
export async function closeTake(db: Db, closing: Closing): Promise<void> {
  const { takeId, replayHash, result, doubt, signature, at, boardCoverage } = closing;
  const worth = worthOf(takeId, replayHash, result);
  const { score, grade, coverage, rules } = worth;
  await batch(db, [
    sql`
      update takes set judged_at = ${at}, score = ${score}, grade = ${grade}, coverage = ${coverage},
        replay_hash = ${replayHash}, doubt = ${doubt}, signature = ${signature}
      where id = ${takeId} and judged_at is null`,
    sql`
      insert into results (take_id, rules, result)
      select id, ${rules}, ${JSON.stringify(result)} from takes where id = ${takeId} and replay_hash = ${replayHash}
      on conflict do nothing`,
    ...placing(worth, boardCoverage, boardWeek(at)),
  ]);
}
