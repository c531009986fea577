import { type SQL, sql } from "drizzle-orm";
import { FULL_SCORE, type Grade, type TakeResult } from "#dance/scoring/result.ts";
import { SAME_BOARD } from "./rules.ts";

/** Widths of the buckets in points: a coarse one to sum over, a fine one to sum within it. */
export const BUCKET_WIDTHS = { coarse: 10_000, fine: 100 } as const;

/** What a result makes of a take's place on its board. */
export interface Worth {
  readonly takeId: string;
  /** The replay that the result was made of. */
  readonly replayHash: string;
  readonly rules: number;
  readonly score: number;
  readonly grade: Grade;
  /** Seen share of the dance in thousandths. */
  readonly coverage: number;
}

export const worthOf = (takeId: string, replayHash: string, result: TakeResult): Worth => ({
  takeId,
  replayHash,
  rules: result.rules,
  score: result.score,
  grade: result.grade,
  coverage: Math.floor(result.coverage * 1000),
});

/**
 * The statements that move a closed take's dancer up the board of the result's rules, opened where it is not there yet.
 * Each asks whether the take betters what stands, so that running them again changes nothing.
 */
export function placing({ takeId, replayHash, rules, score, grade, coverage }: Worth, boardCoverage: number): SQL[] {
  if (coverage < boardCoverage) return [];
  // Written into the text: a bound number would be divided as a fraction.
  const missing = sql.raw(String(FULL_SCORE - score));
  const ours = sql`t.id = ${takeId} and t.replay_hash = ${replayHash} and t.doubt is null`;
  const rising = sql`
    from takes t join dancers d on d.id = t.dancer_id
      join boards o on o.id = t.board_id join boards n on ${SAME_BOARD} and n.rules = ${rules}
      left join bests b on b.board_id = n.id and b.dancer_id = t.dancer_id
    where ${ours} and (b.missing is null or (b.missing, b.at, b.take_id) > (${missing}, t.judged_at, t.id))`;
  const widths = sql`(select ${sql.raw(String(BUCKET_WIDTHS.coarse))} as width union all select ${sql.raw(String(BUCKET_WIDTHS.fine))})`;
  return [
    sql`
      insert into boards (version, section, kind, rules)
      select o.version, o.section, o.kind, ${rules} from takes t join boards o on o.id = t.board_id
      where ${ours} on conflict do nothing`,
    sql`
      update buckets set dancers = dancers - 1 where (board_id, width, bucket) in (
        select r.board_id, w.width, r.missing / w.width
        from (select b.board_id, b.missing ${rising} and b.missing is not null and d.hidden = 0) r, ${widths} w)`,
    sql`
      insert into buckets (board_id, width, bucket, dancers)
      select r.board_id, w.width, r.missing / w.width, 1
      from (select n.id as board_id, ${missing} as missing ${rising} and d.hidden = 0) r, ${widths} w where true
      on conflict do update set dancers = dancers + 1`,
    sql`
      insert into bests (board_id, dancer_id, missing, at, take_id, grade, name, hidden)
      select n.id, t.dancer_id, ${missing}, t.judged_at, t.id, ${grade}, d.name, d.hidden ${rising}
      on conflict do update set missing = excluded.missing, at = excluded.at, take_id = excluded.take_id,
        grade = excluded.grade, name = excluded.name`,
  ];
}
