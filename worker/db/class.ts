import { sql } from "drizzle-orm";
import { BOARD_KINDS } from "#dance/practice/board.ts";
import type { EightReading } from "#dance/practice/class.ts";
import type { Role } from "#dance/practice/permission.ts";
import type { Grade } from "#dance/scoring/result.ts";
import type { Db } from "./open.ts";
import { DANCED, isReadable } from "./reviewing.ts";

/** A member of a crew, and what they let a coach see there. */
export interface PupilRow {
  readonly dancer: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly joinedAt: number;
  /** Until when all practice is shared; null where it is not. */
  readonly practiceUntil: number | null;
  /** Versions that are shared, and until when. */
  readonly versions: Readonly<Record<string, number>>;
}

/** The members of a crew but one of its coaches, by name, with what each lets that coach see now. */
export async function pupilsOf(db: Db, crewId: string, coachId: string, now: number): Promise<PupilRow[]> {
  const rows = await db.all<{
    id: string;
    name: string;
    role: Role;
    joinedAt: number;
    practiceUntil: number | null;
    versions: string;
  }>(sql`
    select d.id, d.name, m.role, m.joined_at as joinedAt,
      max(case when g.scope = 'practice' then g.until end) as practiceUntil,
      json_group_object(g.what, g.until) filter (where g.scope = 'choreography') as versions
    from members m cross join dancers d on d.id = m.dancer_id
    left join grants g on g.coach_id = ${coachId} and g.dancer_id = m.dancer_id and g.crew_id = m.crew_id and g.until > ${now}
    where m.crew_id = ${crewId} and m.dancer_id <> ${coachId} group by m.dancer_id order by d.name, d.id`);
  return rows.map(({ id, name, versions, ...row }) => ({
    ...row,
    dancer: { id, name },
    versions: JSON.parse(versions),
  }));
}

/** Who looks at a class, and when: of versions that they may not read, they are told nothing. */
export interface Looking {
  readonly coachId: string;
  readonly now: number;
}

/**
 * What may be seen of a dancer: takes danced since then, of one version or of all (null). Where another view tells of the
 * rest, `before` says from when on, so that no take is counted twice.
 */
export interface View {
  readonly dancer: string;
  readonly since: number;
  readonly before: number;
  readonly version: string | null;
}
/** The `before` of a view that is the only one of its takes. */
export const ALWAYS = Number.MAX_SAFE_INTEGER;
const viewsIn = (views: readonly View[]) => sql`(
  select value ->> 'dancer' as dancer_id, value ->> 'since' as since, value ->> 'before' as before, value ->> 'version' as version
  from json_each(${JSON.stringify(views)}))`;

/** Versions that dancers danced and a coach may read, the one danced by most first: leaps by index from one to the next. */
export async function versionsDanced(db: Db, views: readonly View[], { coachId, now }: Looking, limit: number) {
  const next = (after: ReturnType<typeof sql>) => sql`(
    select t.version from takes t where t.dancer_id = w.dancer_id and t.judged_at is not null and ${after}
    order by t.version limit 1)`;
  return db.all<{ version: string; dancers: number }>(sql`
    with recursive w as materialized ${viewsIn(views)},
    danced(dancer_id, since, only, version) as (
      select w.dancer_id, w.since, w.version, ${next(sql`t.version >= coalesce(w.version, '')`)} from w
      union all
      select w.dancer_id, w.since, w.only, ${next(sql`t.version > w.version`)} from danced w
        where w.version is not null and w.only is null)
    select * from (select version, count(distinct dancer_id) as dancers from danced n
    where version is not null and (only is null or only = version)
      and exists (select 1 from takes t where t.dancer_id = n.dancer_id and t.version = n.version
        and t.judged_at is not null and ${DANCED} >= n.since)
    group by version) v where ${isReadable(sql`v.version`, coachId, now)} order by dancers desc, version limit ${limit}`);
}

/** A take in a cell: the best at full speed of a dancer in a section, or one of the last at any speed, of each kind. */
export interface CellRow {
  readonly dancerId: string;
  readonly section: number;
  readonly place: "best" | "recent";
  readonly id: string;
  readonly score: number;
  readonly grade: Grade;
  readonly rate: number;
  readonly at: number;
}

/** The cells of dancers by sections of a version: of any number of takes, only those told are read. */
export async function cellsOf(
  db: Db,
  views: readonly View[],
  version: string,
  { sections, recent }: { readonly sections: readonly number[]; readonly recent: number },
) {
  const taken = (place: CellRow["place"], which: ReturnType<typeof sql>) => sql`
    select w.dancer_id as dancerId, s.value as section, ${place} as place, t.id, t.score, t.grade, t.rate / 1000.0 as rate,
      ${DANCED} as "at"
    from w cross join json_each(${JSON.stringify(sections)}) s cross join json_each(${JSON.stringify(BOARD_KINDS)}) k
    cross join takes t on t.rowid in (
      select t.rowid from takes t where t.dancer_id = w.dancer_id and t.version = ${version} and t.section = s.value
        and t.kind = k.value and t.judged_at is not null and +${DANCED} >= w.since ${which})`;
  return db.all<CellRow>(sql`
    with w as materialized ${viewsIn(views)}
    select * from (${taken("best", sql`and t.rate = 1000 and t.doubt is null order by t.score desc limit 1`)})
    union all select * from (${taken("recent", sql`order by t.opened_at desc limit ${recent}`)})`);
}

/** How much somebody danced of a section. */
export interface PracticeRow {
  readonly dancerId: string;
  readonly version: string;
  readonly section: number;
  readonly takes: number;
  /** In lengths of the section at full speed. */
  readonly lengths: number;
  readonly lastAt: number;
}

/** What dancers danced since a moment of what a coach may read, and when they danced last before it. */
export async function practiceOf(
  db: Db,
  views: readonly View[],
  { coachId, now }: Looking,
  from: number,
): Promise<PracticeRow[]> {
  return db.all<PracticeRow>(sql`
    with w as materialized ${viewsIn(views)}
    select * from (select w.dancer_id as dancerId, t.version, t.section, count(*) as takes, sum(1000.0 / t.rate) as lengths, max(${DANCED}) as lastAt
    from w cross join takes t on t.dancer_id = w.dancer_id and ${DANCED} >= max(w.since, ${from}) and ${DANCED} < w.before
      and t.judged_at is not null and (w.version is null or t.version = w.version)
    group by w.dancer_id, t.version, t.section) p where ${isReadable(sql`p.version`, coachId, now)}
    union all
    select * from (select w.dancer_id, '', 0, 0, 0.0, (select ${DANCED} from takes t where t.dancer_id = w.dancer_id
      and ${DANCED} >= w.since and ${DANCED} < w.before and t.judged_at is not null and (w.version is null or t.version = w.version)
      and ${isReadable(sql`t.version`, coachId, now)} order by ${DANCED} desc limit 1) as lastAt from w) where lastAt is not null`);
}

/** The eight-counts of some takes, by the latest rules. */
export async function eightsOf(db: Db, takeIds: readonly string[]): Promise<EightReading[]> {
  return db.all<EightReading>(sql`
    select t.dancer_id as dancer, e.value ->> 'eightCount' as eightCount, e.value ->> 'shape' as shape,
      e.value ->> 'timing' as timing, e.value ->> 'energy' as energy
    from json_each(${JSON.stringify(takeIds)}) i cross join takes t on t.id = i.value
    cross join results r on r.take_id = t.id and r.rules = (select max(rules) from results where take_id = t.id),
    json_each(r.result, '$.eightCounts') e`);
}
