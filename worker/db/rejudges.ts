import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { boardWeek } from "#dance/practice/board.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { batch, type Db } from "./open.ts";
import { placing, worthOf } from "./placing.ts";
import { rejudgeFailures, rejudges, takes } from "./schema.ts";
import { type TakeRow, takeColumns } from "./takes.ts";

/**
 * judging: every kept replay is judged by the new rules, boards fill aside. settling: the boards have moved over, and the
 * scores in the rows of the takes follow. done.
 */
export const REJUDGE_PHASES = ["judging", "settling", "done"] as const;
export type RejudgePhase = (typeof REJUDGE_PHASES)[number];

/** How far a rejudging has come: up to which take of which phase. */
export interface Position {
  readonly phase: RejudgePhase;
  readonly cursor: string;
}

export interface RejudgeRow extends Position {
  readonly rules: number;
  readonly startedAt: number;
  readonly steppedAt: number;
  readonly movedAt: number | null;
  readonly doneAt: number | null;
  readonly total: number;
  readonly judged: number;
}

/** A take by the new rules, and the signature of its replay, which may be read otherwise by now. */
interface JudgedAgain {
  readonly take: TakeRow;
  readonly result: TakeResult;
  readonly signature: string;
}

/** What a take became: a result of the new rules, or why there is none. */
export type Rejudged = JudgedAgain | { readonly take: TakeRow; readonly code: string };

const columns = {
  rules: rejudges.rules,
  phase: sql<RejudgePhase>`${rejudges.phase}`,
  cursor: rejudges.cursor,
  startedAt: rejudges.startedAt,
  steppedAt: rejudges.steppedAt,
  movedAt: rejudges.movedAt,
  doneAt: rejudges.doneAt,
  total: rejudges.total,
  judged: rejudges.judged,
};

/**
 * Begins a rejudging, or begins one that is done anew; one under way goes on. What failed before is tried again, but not
 * while rows settle: no take is judged then, and what failed would be told no more.
 */
export async function beginRejudge(db: Db, rules: number, at: number): Promise<void> {
  await batch(db, [
    sql`delete from rejudge_failures where rules = ${rules}
      and not exists (select 1 from rejudges where rules = ${rules} and phase = 'settling')`,
    sql`insert into rejudges (rules, phase, cursor, started_at, stepped_at, total, judged)
      select ${rules}, 'judging', '', ${at}, ${at}, count(*), 0 from takes where judged_at is not null
      on conflict do update set stepped_at = ${at}, done_at = null,
        cursor = case phase when 'done' then '' else cursor end,
        phase = case phase when 'done' then 'judging' else phase end`,
  ]);
}

export async function rejudgeOf(db: Db, rules: number): Promise<RejudgeRow | null> {
  const [row] = await db.select(columns).from(rejudges).where(eq(rejudges.rules, rules));
  return row ?? null;
}

/** The rejudging by the newest rules. */
export async function latestRejudge(db: Db): Promise<RejudgeRow | null> {
  const [row] = await db.select(columns).from(rejudges).orderBy(desc(rejudges.rules)).limit(1);
  return row ?? null;
}

/** Takes after one, by id, that have neither a result of these rules nor failed. */
export async function lackingTakes(db: Db, rules: number, after: string, limit: number): Promise<TakeRow[]> {
  return db
    .select(takeColumns)
    .from(takes)
    .where(sql`${takes.id} > ${after} and ${lacking(rules)}`)
    .orderBy(asc(takes.id))
    .limit(limit);
}

const lacking = (rules: number) => sql`takes.judged_at is not null
  and not exists (select 1 from results r where r.take_id = takes.id and r.rules = ${rules})
  and not exists (select 1 from rejudge_failures f where f.rules = ${rules} and f.take_id = takes.id)`;

/** Writes what some takes became: results beside the old ones, and their places on the boards aside; counted once. */
export async function writeRejudged(
  db: Db,
  rules: number,
  done: readonly Rejudged[],
  boardCoverage: number,
  at: number,
): Promise<void> {
  const again = done.filter((one) => "result" in one);
  const signed = JSON.stringify(again.map(({ take, signature }) => [take.id, take.replayHash, signature]));
  const failed = JSON.stringify(done.flatMap((one) => ("code" in one ? [[one.take.id, one.code]] : [])));
  await batch(db, [
    sql`update rejudges set stepped_at = ${at}, judged = judged + (
        select count(*) from takes where id in (select value ->> 0 from json_each(${signed})) and ${lacking(rules)})
      where rules = ${rules}`,
    sql`update takes set signature = s.value ->> 2 from json_each(${signed}) s
      where takes.id = s.value ->> 0 and takes.replay_hash = s.value ->> 1 and takes.signature is not s.value ->> 2`,
    sql`insert into rejudge_failures (rules, take_id, code)
      select ${rules}, t.id, f.value ->> 1 from json_each(${failed}) f join takes t on t.id = f.value ->> 0
      where true on conflict do nothing`,
    ...again.flatMap((one) => judgedAgain(one, boardCoverage, boardWeek(at))),
  ]);
}

/** The statements for one take, five at most: its result, which may be too long to stand among others, and its places. */
function judgedAgain({ take, result }: JudgedAgain, boardCoverage: number, week: number): SQL[] {
  const hash = take.replayHash ?? "";
  return [
    sql`insert into results (take_id, rules, result)
      select id, ${result.rules}, ${JSON.stringify(result)} from takes where id = ${take.id} and replay_hash = ${hash}
      on conflict do nothing`,
    ...placing(worthOf(take.id, hash, result), boardCoverage, week),
  ];
}

/** Goes on from one position to another, unless somebody has gone on from there already. */
export async function advance(db: Db, rules: number, from: Position, to: Position, at: number): Promise<void> {
  await db
    .update(rejudges)
    .set({ ...to, steppedAt: at, ...(to.phase === "done" && { doneAt: at }) })
    .where(and(eq(rejudges.rules, rules), eq(rejudges.phase, from.phase), eq(rejudges.cursor, from.cursor)));
}

/** Moves all boards over at once, unless a take still lacks a result: whoever comes in at the last moment is waited for. */
export async function moveBoards(db: Db, rules: number, at: number): Promise<void> {
  await db.run(sql`
    update rejudges set moved_at = coalesce(moved_at, ${at}), phase = 'settling', cursor = '', stepped_at = ${at}
    where rules = ${rules} and phase = 'judging' and not exists (select 1 from takes where ${lacking(rules)})`);
}

/** What a take's row holds of the coverage in a result, in thousandths; as `worthOf` in placing.ts. */
export const settledCoverage = (results: string): SQL => {
  const of = sql.raw(`${results}.result`);
  return sql`iif(${of} -> '$.hidden' is null, cast((${of} ->> '$.coverage') * 1000 as integer), 0)`;
};

/** Writes the new rules' scores into the rows of some takes after one; gives the last of them, or null where none is left. */
export async function settleTakes(db: Db, rules: number, after: string, limit: number): Promise<string | null> {
  const rows = await db.all<{ last: string | null }>(sql`
    select max(id) as last from (select id from takes where id > ${after} order by id limit ${limit})`);
  const last = rows[0]?.last ?? null;
  if (last === null) return null;
  await db.run(sql`
    update takes set score = r.result ->> '$.score', grade = r.result ->> '$.grade',
      coverage = ${settledCoverage("r")}
    from results r where r.take_id = takes.id and r.rules = ${rules}
      and takes.id > ${after} and takes.id <= ${last} and takes.judged_at is not null`);
  return last;
}

/** How many takes could not be judged, and the first of them. */
export async function failuresOf(
  db: Db,
  rules: number,
  limit: number,
): Promise<{ failed: number; failures: { takeId: string; code: string }[] }> {
  const mine = eq(rejudgeFailures.rules, rules);
  const failures = await db
    .select({ takeId: rejudgeFailures.takeId, code: rejudgeFailures.code })
    .from(rejudgeFailures)
    .where(mine)
    .orderBy(rejudgeFailures.takeId)
    .limit(limit);
  return { failed: await db.$count(rejudgeFailures, mine), failures };
}
