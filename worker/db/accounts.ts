import { and, eq, gt, sql } from "drizzle-orm";
import { enterBuckets, leaveBuckets } from "./buckets.ts";
import { leaving } from "./crews.ts";
import { batch, type Db } from "./open.ts";
import { takingBack } from "./publishing.ts";
import { boardsOfDancer } from "./rules.ts";
import { dancers, deletions, results, sessions, takes } from "./schema.ts";
import { takeColumns } from "./takes.ts";

/** The rows of a dancer on all boards, by all rules: found by the boards that their takes name, for which there is an index. */
const standings = (dancerId: string) => sql`
  from bests b where b.dancer_id = ${dancerId} and b.board_id in (${boardsOfDancer(dancerId)})`;

/** What of them is in the buckets, or would be. */
const counted = (dancerId: string, hidden: 0 | 1) =>
  sql`select b.board_id, b.missing ${standings(dancerId)} and b.hidden = ${hidden}`;

/** Hides a dancer from the boards for everybody, or shows them again; twice is the same as once. */
export async function setHidden(db: Db, dancerId: string, hidden: boolean): Promise<void> {
  const flag = hidden ? 1 : 0;
  const move = hidden ? leaveBuckets(counted(dancerId, 0)) : enterBuckets(counted(dancerId, 1));
  await batch(db, [
    sql`update dancers set hidden = ${flag} where id = ${dancerId}`,
    move,
    sql`update bests set hidden = ${flag} where dancer_id = ${dancerId} and board_id in (${boardsOfDancer(dancerId)})`,
  ]);
}

export async function accountOf(db: Db, id: string): Promise<{ createdAt: number; hidden: boolean } | null> {
  const [row] = await db
    .select({ createdAt: dancers.createdAt, hidden: dancers.hidden })
    .from(dancers)
    .where(eq(dancers.id, id));
  return row ? { createdAt: row.createdAt, hidden: row.hidden === 1 } : null;
}

/** What deleting a dancer removed. */
export const DELETED = [
  "takes",
  "sessions",
  "devices",
  "passkeys",
  "standings",
  "crews",
  "notes",
  "choreographies",
] as const;
export type Deleted = Readonly<Record<(typeof DELETED)[number], number>>;

/** Replays named in one row of what is still to go: each takes some hundred bytes, and a row of D1 holds 2 MB. */
const NAMED = sql.raw("10000");

/** Deletes every row of a dancer, boards set right, and writes under the receipt which bytes are still to go. */
export async function deleteDancer(db: Db, id: string, receipt: string, at: number): Promise<void> {
  const own = sql`dancer_id = ${id}`;
  const said = sql`(dancer_id = ${id} or author_id = ${id})`;
  await batch(db, [
    sql`insert into deletions (id, at, counts) select ${receipt}, ${at}, json_object(
        'takes', (select count(*) from takes where ${own}), 'sessions', (select count(*) from sessions where ${own}),
        'devices', (select count(*) from devices where ${own}),
        'passkeys', (select count(*) from passkeys where ${own}), 'standings', (select count(*) ${standings(id)}),
        'crews', (select count(*) from members where ${own}), 'notes', (select count(*) from notes where ${said}),
        'choreographies', (select count(*) from choreographies where owner_id = ${id}))
      where exists (select 1 from dancers where id = ${id})`,
    sql`insert into deletions (id, at, counts, pending)
      select ${receipt} || '-' || part, ${at}, '{}', json_group_array(json_array(id, replay_hash))
      from (select id, replay_hash, (row_number() over (order by id) - 1) / ${NAMED} as part from takes where ${own})
      group by part
      union all select ${receipt} || '-voices-' || part, ${at}, '{}', json_group_array(id)
      from (select id, (row_number() over (order by id) - 1) / ${NAMED} as part from notes
        where ${said} and voice_type is not null)
      group by part`,
    leaveBuckets(counted(id, 0)),
    sql`delete from bests where ${own} and board_id in (${boardsOfDancer(id)})`,
    ...["results", "rejudge_failures"].map(
      (table) => sql`delete from ${sql.raw(table)} where take_id in (select id from takes where ${own})`,
    ),
    sql`delete from replies where author_id = ${id} or note_id in (select id from notes where ${said})`,
    ...["notes", "marks"].map((table) => sql`delete from ${sql.raw(table)} where ${said}`),
    sql`update assignments set author_id = null where author_id = ${id}`,
    sql`delete from picks where ${own} or picked_id = ${id}`,
    ...takingBack(sql`select version from choreographies where owner_id = ${id}`, at),
    ...leaving(id, null, at),
    sql`update crew_challenges set dancer_id = null where ${own}`,
    ...["templates", "shares", "takes", "sessions", "devices", "passkeys", "codes", "quotas"].map(
      (table) => sql`delete from ${sql.raw(table)} where ${own}`,
    ),
    sql`delete from dancers where id = ${id}`,
  ]);
}

/** A deletion by its receipt: when, and how much; null where nobody was deleted under it. */
export async function deletionOf(db: Db, receipt: string): Promise<{ at: number; counts: Deleted } | null> {
  const [row] = await db.select().from(deletions).where(eq(deletions.id, receipt));
  return row ? { at: row.at, counts: JSON.parse(row.counts) } : null;
}

/** Replays of deleted dancers that are still to go. */
export interface Leftover {
  /** By which it is told finished. */
  readonly id: string;
  /** Takes, each with the hash of its replay, null where it was never closed; or notes, by which their voices go. */
  readonly pending: readonly (string | readonly [takeId: string, hash: string | null])[];
}

/** What is left to remove, the oldest first: of one receipt, or of all. */
export async function leftovers(db: Db, receipt: string | null, limit: number): Promise<Leftover[]> {
  const rows = await db
    .select({ id: deletions.id, pending: deletions.pending })
    .from(deletions)
    .where(
      and(
        sql`pending is not null`,
        receipt === null ? undefined : sql`${deletions.id} between ${`${receipt}-`} and ${`${receipt}-z`}`,
      ),
    )
    .orderBy(deletions.at, deletions.id)
    .limit(limit);
  return rows.map(({ id, pending }) => ({ id, pending: JSON.parse(pending ?? "[]") }));
}

export async function leftoverGone(db: Db, id: string): Promise<void> {
  await db.delete(deletions).where(eq(deletions.id, id));
}

/** All sessions of a dancer, oldest first. */
export async function allSessions(db: Db, dancerId: string): Promise<{ id: string; startedAt: number }[]> {
  return db
    .select({ id: sessions.id, startedAt: sessions.startedAt })
    .from(sessions)
    .where(eq(sessions.dancerId, dancerId))
    .orderBy(sessions.startedAt, sessions.id);
}

/** The dancer's takes after a take's id, a few at a time, each with the JSON of its results. */
export async function takesAfter(db: Db, dancerId: string, after: string, limit: number) {
  return db
    .select({
      ...takeColumns,
      results: sql<string>`(select json_group_array(json(${results.result})) from ${results} where ${results.takeId} = ${takes.id})`,
    })
    .from(takes)
    .where(and(eq(takes.dancerId, dancerId), gt(takes.id, after)))
    .orderBy(takes.id)
    .limit(limit);
}
