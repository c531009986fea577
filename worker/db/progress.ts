import { type SQL, sql } from "drizzle-orm";
import type { BoardKind } from "#dance/practice/board.ts";
import type { Readings } from "#dance/practice/weakest.ts";
import type { Grade, JudgementWord } from "#dance/scoring/result.ts";
import type { Db } from "./open.ts";

/** A judged take, as short as progress needs it. */
export interface ShortTake {
  readonly id: string;
  readonly session: string;
  readonly version: string;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
  readonly seated: boolean;
  /** What it is held against: takes danced in the same way. */
  readonly kind: BoardKind;
  readonly score: number;
  readonly grade: Grade;
  /** When it was danced, in ms since 1970. */
  readonly at: number;
}

/** Where a take stands in its dancer's time: no two are equal. */
export interface Moment {
  readonly at: number;
  readonly id: string;
}

interface Row extends Omit<ShortTake, "rate" | "mirror" | "seated"> {
  readonly rate: number;
  readonly mirror: number;
  readonly seated: number;
}
const read = (row: Row): ShortTake => ({
  ...row,
  rate: row.rate / 1000,
  mirror: row.mirror === 1,
  seated: row.seated === 1,
});

/** As the index of takes by time has it, or it would not be used. */
const AT = sql.raw("(case when t.danced_at is null then t.opened_at else t.danced_at end)");
/** The same where the index by score is to serve: the plus keeps the other out. */
const BY_SCORE = sql`+${AT}`;
const COLUMNS = sql`t.id, t.session_id as session, t.version, t.section, t.rate, t.mirror, t.seated, t.kind, t.score, t.grade, ${AT} as "at"`;
const judgedBy = (dancerId: string): SQL => sql`t.dancer_id = ${dancerId} and t.judged_at is not null`;
/** Takes that compete; the same words as in the index of takes by score. */
const competing = (dancerId: string): SQL => sql`${judgedBy(dancerId)} and t.rate = 1000`;

/** Two comparisons instead of one of pairs, which the index would not serve. */
const earlierThan = (moment: Moment | null, at: SQL = AT): SQL =>
  moment === null ? sql`` : sql`and ${at} <= ${moment.at} and (${at} < ${moment.at} or t.id < ${moment.id})`;

/** The dancer's judged takes that were danced before a moment, newest first: two rows are read for each. */
export async function takesBefore(db: Db, dancerId: string, before: Moment | null, limit: number) {
  const rows = await db.all<Row>(
    sql`select ${COLUMNS} from takes t where ${judgedBy(dancerId)} ${earlierThan(before)} order by ${AT} desc, t.id desc limit ${limit}`,
  );
  return rows.map(read);
}

/**
 * Leaps from one section and kind of a dancer's to the next, by the index: a few rows for each, however many takes it has.
 */
const sectionsOf = (where: SQL, limit: number): SQL => sql`
  with recursive danced(version, section, kind) as (
    select * from (select t.version, t.section, t.kind from takes t where ${where}
      order by t.version, t.section, t.kind limit 1)
    union all
    select n.version, n.section, n.kind from danced d cross join takes n on n.id = coalesce(
      (select t.id from takes t where ${where} and t.version = d.version and t.section = d.section and t.kind > d.kind
        order by t.kind limit 1),
      (select t.id from takes t where ${where} and t.version = d.version and t.section > d.section
        order by t.section, t.kind limit 1),
      (select t.id from takes t where ${where} and t.version > d.version
        order by t.version, t.section, t.kind limit 1))
    limit ${limit})`;
/** Takes of the section and kind that was leapt to. */
const THERE = sql`t.version = d.version and t.section = d.section and t.kind = d.kind`;

/**
 * The best take at full speed of every section and kind, or of those of a version; of those danced before a moment, if
 * any: that reads at most a row for each competing take since then.
 */
export async function bestsOf(
  db: Db,
  dancerId: string,
  { before = null, version = null }: { readonly before?: Moment | null; readonly version?: string | null },
  limit: number,
): Promise<ShortTake[]> {
  const danced = version === null ? competing(dancerId) : sql`${competing(dancerId)} and t.version = ${version}`;
  const rows = await db.all<Row>(sql`
    ${sectionsOf(danced, limit)}
    select ${COLUMNS} from danced d cross join takes t on t.id = (
      select t.id from takes t where ${competing(dancerId)} and ${THERE} ${earlierThan(before, BY_SCORE)}
      order by t.score desc limit 1)`);
  return rows.map(read);
}

/** The last take of every section and kind, the one danced last first. */
export async function latestOf(db: Db, dancerId: string, limit: number): Promise<ShortTake[]> {
  const rows = await db.all<Row>(sql`
    ${sectionsOf(judgedBy(dancerId), limit)}
    select ${COLUMNS} from danced d cross join takes t on t.id = (
      select t.id from takes t where ${judgedBy(dancerId)} and ${THERE}
      order by t.opened_at desc limit 1)
    order by "at" desc`);
  return rows.map(read);
}

/** The last moment danced in each period of so many ms, newest first; `phaseMs` is how long after one 1970 began. */
export async function momentsOf(db: Db, dancerId: string, periodMs: number, phaseMs: number, limit: number) {
  // Written into the text: a bound number would be divided as a fraction.
  const [period, phase] = [sql.raw(String(periodMs)), sql.raw(String(phaseMs))];
  const last = (before: SQL): SQL =>
    sql`(select ${AT} from takes t where ${judgedBy(dancerId)} ${before} order by ${AT} desc limit 1)`;
  const rows = await db.all<{ at: number }>(sql`
    with recursive danced("at") as (
      select ${last(sql``)}
      union all
      select ${last(sql`and ${AT} < d."at" - (d."at" + ${phase}) % ${period}`)} from danced d where d."at" is not null
      limit ${limit})
    select "at" from danced where "at" is not null`);
  return rows.map(({ at }) => at);
}

/** Of the last takes of the section that were danced in the way of `like`: their eight-counts, oldest first. */
export async function readingsLike(db: Db, dancerId: string, like: ShortTake, limit: number): Promise<Readings[]> {
  const { version, section, kind, mirror } = like;
  const rows = await db.all<{ lag: number | null; eights: string }>(sql`
    select json_extract(r.result, '$.lag') as lag, json_extract(r.result, '$.eightCounts') as eights from (
      select id, opened_at from (
        select t.id, t.opened_at, t.mirror from takes t
        where ${judgedBy(dancerId)} and t.version = ${version} and t.section = ${section} and t.kind = ${kind}
        order by t.opened_at desc limit ${limit * 4})
      where mirror = ${mirror ? 1 : 0} limit ${limit}) n
    cross join results r on r.take_id = n.id and r.rules = (select max(rules) from results where take_id = n.id)
    order by n.opened_at`);
  return rows.map(({ lag, eights }) => ({ lag, eightCounts: JSON.parse(eights) }));
}

/** The words of a take's judgements, count by count. */
export async function wordsOf(db: Db, takeId: string): Promise<{ count: number; word: JudgementWord }[]> {
  const [row] = await db.all<{ words: string }>(sql`
    select (select json_group_array(json_object('count', j.value ->> 'count', 'word', j.value ->> 'word'))
      from json_each(r.result, '$.judgements') j) as words
    from results r where r.take_id = ${takeId} order by r.rules desc limit 1`);
  return row ? JSON.parse(row.words) : [];
}
