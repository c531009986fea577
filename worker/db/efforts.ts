import { type SQL, sql } from "drizzle-orm";
import type { Reached } from "#dance/practice/assignment.ts";
import { BOARD_KINDS } from "#dance/practice/board.ts";
import { ASKS } from "./assignments.ts";
import type { Db } from "./open.ts";
import { isReviewable } from "./reviewing.ts";

/** How an assignment stands for one whom it asks. */
export interface EffortRow {
  readonly assignmentId: string;
  readonly dancer: { readonly id: string; readonly name: string };
  readonly takes: number;
  /** How often the section was danced through, in lengths of it at full speed. */
  readonly lengths: number;
  readonly best: { readonly score: number; readonly takeId: string | null } | null;
  readonly reached: Reached;
  readonly lastAt: number | null;
}

/** What a take must have to count, in thousandths and milliseconds. */
export interface EffortTerms {
  readonly coverage: number;
  readonly deliveryMs: number;
}

const DANCED = sql.raw("coalesce(t.danced_at, t.opened_at)");
/** Every kind: named, so that the index of takes by section serves what was opened since. */
const KINDS = sql.raw(BOARD_KINDS.map((kind) => `'${kind}'`).join(", "));

/** Whether take `t` did in time what assignment `a` asked of its dancer when it was danced, and asks no more. */
const ASKED_THEN = sql.raw(`exists (select 1 from json_each(a.earlier) w
  where coalesce(w.value ->> 'dancerId', t.dancer_id) = t.dancer_id
    and coalesce(t.danced_at, t.opened_at) >= w.value ->> 'since' and coalesce(t.danced_at, t.opened_at) < w.value ->> 'until'
    and coalesce(t.danced_at, t.opened_at) < w.value ->> 'dueAt' and t.rate >= w.value ->> 'rate'
    and t.score >= w.value ->> 'target')`);

/**
 * The efforts of those whom some assignments ask, or of one of them: by judged takes danced since it was made and since
 * they joined. When it was danced counts, also where it was delivered later from an outbox, within its expiry.
 */
export async function effortsFor(
  db: Db,
  ids: readonly string[],
  who: { readonly dancerId: string } | { readonly coachId: string; readonly now: number },
  { coverage, deliveryMs }: EffortTerms,
): Promise<EffortRow[]> {
  const sound = sql`t.doubt is null and t.coverage >= ${coverage}
    and (t.danced_at is null or t.judged_at - t.danced_at <= ${deliveryMs})`;
  const counts = sql`${sound} and t.rate >= a.rate`;
  // Asked of the best take alone, once it is found: of all that count it would be as many walks through grants.
  const watchable: SQL =
    "dancerId" in who
      ? sql`true`
      : sql`(f.dancerId = ${who.coachId} or ${isReviewable(sql`substr(f.best, 8)`, who.coachId, who.now)})`;
  const rows = await db.all<
    Omit<EffortRow, "dancer" | "best" | "reached"> & {
      dancerId: string;
      name: string;
      best: string | null;
      opens: 0 | 1;
    } & Record<"reachedAt" | "reachedBefore", number | null>
  >(sql`
    select f.*, ${watchable} as opens from (
    select a.id as assignmentId, m.dancer_id as dancerId, d.name, count(t.id) as takes,
      coalesce(sum(1000.0 / t.rate), 0) as lengths, max(${DANCED}) as lastAt,
      max(case when ${counts} then printf('%07d', t.score) || t.id end) as best,
      min(case when ${counts} and t.score >= a.target then ${DANCED} end) as reachedAt,
      min(case when a.earlier <> '[]' and ${sound} and ${ASKED_THEN} then ${DANCED} end) as reachedBefore
    from json_each(${JSON.stringify(ids)}) e cross join assignments a on a.id = e.value
    cross join members m on m.crew_id = a.crew_id and ${ASKS} and m.joined_at < a.due_at
      ${"dancerId" in who ? sql`and m.dancer_id = ${who.dancerId}` : sql``}
    cross join dancers d on d.id = m.dancer_id
    left join takes t on t.dancer_id = m.dancer_id and t.version = a.version and t.section = a.section
      and t.kind in (${KINDS}) and t.opened_at >= a.made_at and t.judged_at is not null and ${DANCED} >= max(a.made_at, m.joined_at)
    group by a.id, m.dancer_id) f order by f.name, f.dancerId`);
  return rows.map(({ dancerId, name, best, opens, reachedAt, reachedBefore, ...row }) => ({
    ...row,
    reached: { now: reachedAt, before: reachedBefore },
    dancer: { id: dancerId, name },
    best: best === null ? null : { score: Number(best.slice(0, 7)), takeId: opens ? best.slice(7) : null },
  }));
}
