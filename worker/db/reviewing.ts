import { type SQL, sql } from "drizzle-orm";
import { PERMISSIONS } from "#dance/practice/permission.ts";
import { choreographiesOf, maySee, visibleTo } from "./choreographies.ts";
import type { Db } from "./open.ts";
import type { Moment, ShortTake } from "./progress.ts";

const REVIEWING = sql.raw(PERMISSIONS.review.other.map((role) => `'${role}'`).join(", "));
/** When take `t` was danced, as the index of takes by time has it. */
export const DANCED = sql.raw("(case when t.danced_at is null then t.opened_at else t.danced_at end)");

/**
 * Grants `g` to a coach that hold now: both are in the crew (`md` and `mc` are their memberships), and the coach still
 * reviews there. Whoever leaves, or is a coach no more, sees nothing from then on.
 */
export const holding = (coachId: string, now: number): SQL => sql`
  grants g cross join members mc on mc.crew_id = g.crew_id and mc.dancer_id = g.coach_id and mc.role in (${REVIEWING})
    cross join members md on md.crew_id = g.crew_id and md.dancer_id = g.dancer_id
  where g.coach_id = ${coachId} and g.until > ${now}`;
/** Whether grant `g` opens take `t`: practice in a crew is what was danced since its dancer joined. */
const OPENS = sql.raw(`g.dancer_id = t.dancer_id and (g.scope = 'take' and g.what = t.id
  or g.scope = 'choreography' and g.what = t.version
  or g.scope = 'practice' and (case when t.danced_at is null then t.opened_at else t.danced_at end) >= md.joined_at)`);

/** Whether the author of version `c` lets a coach see it, by a grant for it, for a take of it, or for all practice. */
const isShown = (coachId: string, now: number): SQL => sql`exists (select 1 from ${holding(coachId, now)}
  and g.dancer_id = c.owner_id and (g.scope = 'practice' or g.scope = 'choreography' and g.what = c.version
    or g.scope = 'take' and exists (select 1 from takes s where s.id = g.what and s.version = c.version)))`;

/** Whether the author of a version lets a coach see it. */
export async function isShownVersion(db: Db, version: string, coachId: string, now: number): Promise<boolean> {
  const rows = await db.all(sql`
    select 1 from choreographies c where c.version = ${version} and ${isShown(coachId, now)}`);
  return rows.length > 0;
}

/** Whether a coach may read version `c`: it is for them too, or its author shows it. */
const readableBy = (coachId: string, now: number): SQL => sql`(${visibleTo(coachId)} or ${isShown(coachId, now)})`;

/** Whether a coach may read the version that a column of a statement names: of no other are they told what is danced. */
export const isReadable = (version: SQL, coachId: string, now: number): SQL =>
  sql`exists (select 1 from choreographies c where c.version = ${version} and ${readableBy(coachId, now)})`;

/** Those of some versions that a coach may read, in no order. */
export const choreographiesReadBy = (db: Db, versions: readonly string[], coachId: string, now: number) =>
  choreographiesOf(db, versions, coachId, readableBy(coachId, now));

/** Whether somebody may read a version: whom it is for, and a coach whom its author shows it. */
export const mayRead = async (db: Db, version: string, asker: string | null, now: number): Promise<boolean> =>
  (await maySee(db, version, asker)) || (asker !== null && (await isShownVersion(db, version, asker, now)));

/**
 * Where a coach may review a take, of grants `g`: by a grant for it, or because its dancer shows it in the thread of a
 * note of that crew on a take that they may review, by a grant or for the same reason: from thread to thread, each take once.
 */
const reviewing = (takeId: SQL, coachId: string, now: number): SQL => sql`
  from (with recursive shown(take_id, crew_id) as (
      select id, '' from takes where id = ${takeId} and judged_at is not null
      union select p.take_id, iif(o.crew_id = '', p.crew_id, o.crew_id)
        from shown o cross join replies r on r.take_id = o.take_id cross join notes p on p.id = r.note_id
        where r.author_id = p.dancer_id and p.crew_id in ('', iif(o.crew_id = '', p.crew_id, o.crew_id)))
    select * from shown) s
  cross join takes t on t.id = s.take_id
  cross join ${holding(coachId, now)} and ${OPENS} and s.crew_id in ('', g.crew_id)`;

/** Whether a coach may review the take that a column of a statement names. */
export const isReviewable = (takeId: SQL, coachId: string, now: number): SQL =>
  sql`exists (select 1 ${reviewing(takeId, coachId, now)})`;

/** The crews in which a coach may review a take; none where they may not. */
export async function reviewingCrews(db: Db, takeId: string, coachId: string, now: number): Promise<string[]> {
  const rows = await db.all<{ crewId: string }>(
    sql`select distinct g.crew_id as crewId ${reviewing(sql`${takeId}`, coachId, now)}`,
  );
  return rows.map(({ crewId }) => crewId);
}

/** Judged takes of a dancer that a coach may see in a crew, of versions that they may read, danced before a moment, newest first. */
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
      and ${isReadable(sql`t.version`, coachId, now)}
      ${version === undefined ? sql`` : sql`and t.version = ${version}`}
      ${section === undefined ? sql`` : sql`and t.section = ${section}`}
      ${before === null ? sql`` : sql`and ${DANCED} <= ${before.at} and (${DANCED} < ${before.at} or t.id < ${before.id})`}
    order by ${DANCED} desc, t.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, rate: row.rate / 1000, mirror: row.mirror === 1 }));
}
