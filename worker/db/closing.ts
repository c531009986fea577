import { sql } from "drizzle-orm";
import type { Doubt } from "#dance/replay/trust.ts";
import { FULL_SCORE, type TakeResult } from "#dance/scoring/result.ts";
import { batch, type Db } from "./open.ts";

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

/** Widths of the buckets in points: a coarse one to sum over, a fine one to sum within it. */
export const BUCKET_WIDTHS = { coarse: 10_000, fine: 100 } as const;

/**
 * Closes a take, stores its result and moves its dancer up the board, all in one batch or not at all. The first closing
 * stands: each statement asks whether this replay is the one that closed the take and whether its own work is still to
 * do, so that running the batch again, or a hundred times at once, changes nothing.
 */
export async function closeTake(db: Db, closing: Closing): Promise<void> {
  const { takeId, replayHash, result, doubt, signature, at, boardCoverage } = closing;
  // Written into the text: a bound number would be divided as a fraction.
  const full = sql.raw(String(FULL_SCORE));
  const coverage = Math.floor(result.coverage * 1000);
  const { score, grade, rules } = result;
  // The take on its board, as long as it betters (or is) the dancer's first row there.
  const rising = sql`
    from takes t join dancers d on d.id = t.dancer_id
      left join bests b on b.board_id = t.board_id and b.dancer_id = t.dancer_id
    where t.id = ${takeId} and t.replay_hash = ${replayHash} and t.board_id is not null and t.doubt is null
      and t.coverage >= ${boardCoverage} and (b.missing is null or b.missing > ${full} - t.score)`;
  const widths = sql`(select ${sql.raw(String(BUCKET_WIDTHS.coarse))} as width union all select ${sql.raw(String(BUCKET_WIDTHS.fine))})`;
  await batch(db, [
    sql`
      update takes set judged_at = ${at}, score = ${score}, grade = ${grade}, coverage = ${coverage},
        replay_hash = ${replayHash}, doubt = ${doubt}, signature = ${signature}
      where id = ${takeId} and judged_at is null`,
    sql`
      insert into results (take_id, rules, result)
      select id, ${rules}, ${JSON.stringify(result)} from takes where id = ${takeId} and replay_hash = ${replayHash}
      on conflict do nothing`,
    sql`
      update buckets set dancers = dancers - 1 where (board_id, width, bucket) in (
        select r.board_id, w.width, r.missing / w.width
        from (select b.board_id, b.missing ${rising} and b.missing is not null and d.hidden = 0) r, ${widths} w)`,
    sql`
      insert into buckets (board_id, width, bucket, dancers)
      select r.board_id, w.width, r.missing / w.width, 1
      from (select t.board_id, ${full} - t.score as missing ${rising} and d.hidden = 0) r, ${widths} w where true
      on conflict do update set dancers = dancers + 1`,
    sql`
      insert into bests (board_id, dancer_id, missing, at, take_id, grade, name, hidden)
      select t.board_id, t.dancer_id, ${full} - t.score, t.judged_at, t.id, t.grade,
        d.name, d.hidden ${rising}
      on conflict do update set missing = excluded.missing, at = excluded.at, take_id = excluded.take_id,
        grade = excluded.grade, name = excluded.name`,
  ]);
}
