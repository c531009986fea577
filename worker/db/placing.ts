import { type SQL, sql } from "drizzle-orm";
import { ALL_TIME } from "#dance/practice/board.ts";
import { FULL_SCORE, type Grade, type TakeResult } from "#dance/scoring/result.ts";
import { enterBuckets, leaveBuckets } from "./buckets.ts";
import { SAME_BOARD } from "./rules.ts";

/** What a result makes of a take's place on its board. */
export interface Worth {
  readonly takeId: string;
  /** The replay that the result was made of. */
  readonly replayHash: string;
  readonly rules: number;
  readonly score: number;
  readonly grade: Grade;
  /** Share of the dance in thousandths that was seen, as a board asks for it: 0 where a limb that dances was hidden. */
  readonly coverage: number;
}

export const worthOf = (takeId: string, replayHash: string, result: TakeResult): Worth => ({
  takeId,
  replayHash,
  rules: result.rules,
  score: result.score,
  grade: result.grade,
  coverage: result.hidden ? 0 : Math.floor(result.coverage * 1000),
});

/** A take that was danced in the week of the boards that it names. */
const dancedIn = (week: number) => sql`(t.opened_at / 86400000 + 3) / 7 = ${week}`;

/**
 * The statements that move a closed take's dancer up the boards of the result's rules, opened where they are not there
 * yet: that of all time, and that of `week`, the one that it is now, where the take was danced in it. Each asks whether
 * the take betters what stands, so that running them again changes nothing.
 */
export function placing(worth: Worth, boardCoverage: number, week: number): SQL[] {
  const { takeId, replayHash, rules, score, grade, coverage } = worth;
  if (coverage < boardCoverage) return [];
  // Written into the text: a bound number would be divided as a fraction.
  const missing = sql.raw(String(FULL_SCORE - score));
  const ours = sql`t.id = ${takeId} and t.replay_hash = ${replayHash} and t.doubt is null`;
  const rising = sql`
    from takes t join dancers d on d.id = t.dancer_id
      join choreographies c on c.version = t.version and t.opened_at >= c.since and c.gone_at is null
      join boards o on o.id = t.board_id join boards n on ${SAME_BOARD} and n.rules = ${rules}
      left join bests b on b.board_id = n.id and b.dancer_id = t.dancer_id
    where ${ours} and (n.week = ${ALL_TIME} or (n.week = ${week} and ${dancedIn(week)})) and (b.missing is null or (b.missing, b.at, b.take_id) > (${missing}, t.judged_at, t.id))`;
  return [
    sql`
      insert into boards (version, section, kind, rules, week)
      select o.version, o.section, o.kind, ${rules}, w.week from takes t join boards o on o.id = t.board_id,
        (select ${ALL_TIME} as week union all select ${week}) w
      where ${ours} and (w.week = ${ALL_TIME} or ${dancedIn(week)}) on conflict do nothing`,
    leaveBuckets(sql`select b.board_id, b.missing ${rising} and b.missing is not null and d.hidden = 0`),
    enterBuckets(sql`select n.id as board_id, ${missing} as missing ${rising} and d.hidden = 0`),
    sql`
      insert into bests (board_id, dancer_id, missing, at, take_id, grade, name, hidden)
      select n.id, t.dancer_id, ${missing}, t.judged_at, t.id, ${grade}, d.name, d.hidden ${rising}
      on conflict do update set missing = excluded.missing, at = excluded.at, take_id = excluded.take_id,
        grade = excluded.grade, name = excluded.name`,
  ];
}
