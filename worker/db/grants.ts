import { type SQL, sql } from "drizzle-orm";
import type { GrantScope } from "#dance/practice/grant.ts";
import { PERMISSIONS } from "#dance/practice/permission.ts";
import { batch, type Db } from "./open.ts";
import type { Moment, ShortTake } from "./progress.ts";

export interface GrantRow {
  readonly id: string;
  readonly crew: { readonly id: string; readonly name: string };
  readonly dancer: { readonly id: string; readonly name: string };
  readonly coach: { readonly id: string; readonly name: string };
  readonly scope: GrantScope;
  readonly take: {
    readonly id: string;
    readonly section: number;
    readonly score: number | null;
    readonly at: number;
  } | null;
  readonly version: string | null;
  readonly madeAt: number;
  readonly until: number;
}

export interface NewGrant {
  readonly id: string;
  readonly crewId: string;
  readonly dancerId: string;
  readonly coachId: string;
  readonly scope: GrantScope;
  /** Id of the take or version of the choreography; empty for all practice. */
  readonly what: string;
  readonly madeAt: number;
  readonly until: number;
}

const REVIEWING = sql.raw(PERMISSIONS.review.other.map((role) => `'${role}'`).join(", "));
const DANCED = sql.raw("(case when t.danced_at is null then t.opened_at else t.danced_at end)");

/**
 * Grants `g` to a coach that hold now: both are in the crew (`d` and `c` are their memberships), and the coach still
 * reviews there. Whoever leaves, or is a coach no more, sees nothing from then on.
 */
const holding = (coachId: string, now: number): SQL => sql`
  grants g cross join members c on c.crew_id = g.crew_id and c.dancer_id = g.coach_id and c.role in (${REVIEWING})
    cross join members d on d.crew_id = g.crew_id and d.dancer_id = g.dancer_id
  where g.coach_id = ${coachId} and g.until > ${now}`;
/** Whether grant `g` opens take `t`: practice in a crew is what was danced since its dancer joined. */
const OPENS = sql.raw(`g.dancer_id = t.dancer_id and (g.scope = 'take' and g.what = t.id
  or g.scope = 'choreography' and g.what = t.version
  or g.scope = 'practice' and (case when t.danced_at is null then t.opened_at else t.danced_at end) >= d.joined_at)`);

/** Whether a coach may see take `t` of a statement. */
export const isGranted = (coachId: string, now: number): SQL =>
  sql`exists (select 1 from ${holding(coachId, now)} and ${OPENS})`;

/** Whether the author of a version lets a coach see it, by a grant for it, for a take of it, or for all practice. */
export async function isShownVersion(db: Db, version: string, coachId: string, now: number): Promise<boolean> {
  const rows = await db.all(sql`
    select 1 from choreographies v cross join ${holding(coachId, now)} and g.dancer_id = v.owner_id
      and v.version = ${version} and (g.scope = 'practice' or g.scope = 'choreography' and g.what = v.version
        or g.scope = 'take' and exists (select 1 from takes t where t.id = g.what and t.version = v.version)) limit 1`);
  return rows.length > 0;
}

/**
 * The crews in which a coach may review a take: by a grant, or because its dancer shows it in the thread of a note of
 * that crew on a take that they may review. None where they may not.
 */
export async function reviewingCrews(db: Db, takeId: string, coachId: string, now: number): Promise<string[]> {
  const rows = await db.all<{ crewId: string }>(sql`
    select distinct g.crew_id as crewId from (
      select id as take_id, '' as crew_id from takes where id = ${takeId} and judged_at is not null
      union select n.take_id, n.crew_id from replies r cross join notes n on n.id = r.note_id
        where r.take_id = ${takeId} and r.author_id = n.dancer_id) s
    cross join takes t on t.id = s.take_id
    cross join ${holding(coachId, now)} and ${OPENS} and s.crew_id in ('', g.crew_id)`);
  return rows.map(({ crewId }) => crewId);
}

/** Keeps a grant, or prolongs or shortens the same one, unless its dancer has given so many; gives its id, or null. */
export async function addGrant(db: Db, grant: NewGrant, most: number): Promise<string | null> {
  const { id, crewId, dancerId, coachId, scope, what, madeAt, until } = grant;
  await batch(db, [
    sql`insert into grants (id, crew_id, dancer_id, coach_id, scope, what, made_at, until)
      select ${id}, ${crewId}, ${dancerId}, ${coachId}, ${scope}, ${what}, ${madeAt}, ${until}
      where (select count(*) from grants where dancer_id = ${dancerId} and until > ${madeAt}) < ${most}
      on conflict (coach_id, dancer_id, crew_id, scope, what) do update set until = excluded.until`,
  ]);
  const [row] = await db.all<{ id: string }>(sql`
    select id from grants where coach_id = ${coachId} and dancer_id = ${dancerId} and crew_id = ${crewId}
      and scope = ${scope} and what = ${what} and until = ${until}`);
  return row?.id ?? null;
}

interface Row {
  readonly [name: string]: string | number | null;
}
const columns = sql`g.id, g.crew_id as crewId, k.name as crewName, g.dancer_id as dancerId, dn.name as dancerName,
  g.coach_id as coachId, cn.name as coachName, g.scope, g.what, t.section, t.score, t.version, ${DANCED} as danced,
  g.made_at as madeAt, g.until`;
const JOINED = sql`cross join crews k on k.id = g.crew_id cross join dancers dn on dn.id = g.dancer_id
  cross join dancers cn on cn.id = g.coach_id left join takes t on g.scope = 'take' and t.id = g.what`;

const read = (row: Row): GrantRow => {
  const isTake = row.scope === "take";
  const take = { id: row.what, section: row.section, score: row.score, at: row.danced } as NonNullable<
    GrantRow["take"]
  >;
  return {
    ...({ id: row.id, scope: row.scope, madeAt: row.madeAt, until: row.until } as Pick<
      GrantRow,
      "id" | "scope" | "madeAt" | "until"
    >),
    crew: { id: row.crewId as string, name: row.crewName as string },
    dancer: { id: row.dancerId as string, name: row.dancerName as string },
    coach: { id: row.coachId as string, name: row.coachName as string },
    take: isTake ? take : null,
    version: (isTake ? row.version : row.scope === "choreography" ? row.what : null) as string | null,
  };
};

/** The grants that a dancer gave and that hold, the latest first; also to who is no coach just now. */
export async function grantsBy(db: Db, dancerId: string, now: number, limit: number): Promise<GrantRow[]> {
  const rows = await db.all<Row>(sql`
    select ${columns} from grants g ${JOINED} where g.dancer_id = ${dancerId} and g.until > ${now}
    order by g.made_at desc, g.id limit ${limit}`);
  return rows.map(read);
}

/** The grants by which a coach may see something now, the latest first. */
export async function grantsTo(db: Db, coachId: string, now: number, limit: number): Promise<GrantRow[]> {
  const rows = await db.all<Row>(sql`
    select ${columns} from (select g.* from ${holding(coachId, now)}) g ${JOINED}
    order by g.made_at desc, g.id limit ${limit}`);
  return rows.map(read);
}

/** Ends a grant for its dancer or its coach; says whether there was one. */
export async function dropGrant(db: Db, id: string, dancerId: string): Promise<boolean> {
  const { meta } = await db.run(
    sql`delete from grants where id = ${id} and (dancer_id = ${dancerId} or coach_id = ${dancerId})`,
  );
  return meta.changes > 0;
}

/** Ends what a coach may see in a crew: who reviews there no more does not find it again should they review once more. */
export async function dropGrantsTo(db: Db, coachId: string, crewId: string): Promise<void> {
  await db.run(sql`delete from grants where coach_id = ${coachId} and crew_id = ${crewId}`);
}

/** Clears away grants that have ended. */
export async function dropPastGrants(db: Db, now: number): Promise<void> {
  await db.run(sql`delete from grants where until <= ${now}`);
}

/** Judged takes of a dancer that a coach may see in a crew, danced before a moment, newest first. */
export async function grantedTakes(
  db: Db,
  { dancerId, coachId, crewId, now }: { dancerId: string; coachId: string; crewId: string; now: number },
  of: { version?: string | undefined; section?: number | undefined; before: Moment | null },
  limit: number,
): Promise<Omit<ShortTake, "session">[]> {
  const { version, section, before } = of;
  const rows = await db.all<Omit<ShortTake, "rate" | "mirror"> & { rate: number; mirror: number }>(sql`
    select t.id, t.version, t.section, t.rate, t.mirror, t.score, t.grade, ${DANCED} as "at" from takes t
    where t.dancer_id = ${dancerId} and t.judged_at is not null
      and exists (select 1 from ${holding(coachId, now)} and g.crew_id = ${crewId} and ${OPENS})
      ${version === undefined ? sql`` : sql`and t.version = ${version}`}
      ${section === undefined ? sql`` : sql`and t.section = ${section}`}
      ${before === null ? sql`` : sql`and ${DANCED} <= ${before.at} and (${DANCED} < ${before.at} or t.id < ${before.id})`}
    order by ${DANCED} desc, t.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, rate: row.rate / 1000, mirror: row.mirror === 1 }));
}
