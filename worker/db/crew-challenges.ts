import { and, asc, desc, eq, gt, lte, sql } from "drizzle-orm";
import type { BoardKind } from "#dance/practice/board.ts";
import type { Grade } from "#dance/scoring/result.ts";
import { batch, type Db } from "./open.ts";
import { crewChallenges, dancers } from "./schema.ts";

export interface ChallengeRow {
  readonly id: string;
  readonly crewId: string;
  /** Who made it; null once they are deleted. */
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly title: string;
  readonly version: string;
  readonly section: number;
  readonly kind: BoardKind;
  readonly startsAt: number;
  readonly dueAt: number;
}

/** The best take of a member in a challenge. */
export interface EntryRow {
  readonly dancer: { readonly id: string; readonly name: string };
  readonly takeId: string;
  readonly score: number;
  readonly grade: Grade;
  /** When it was danced. */
  readonly at: number;
  /** Danced without network, at the moment that its dancer's device says. */
  readonly late: boolean;
}

/** What a take must have for a challenge, in thousandths and milliseconds. */
export interface Terms {
  readonly coverage: number;
  /** How long after the dance a take without network may be delivered. */
  readonly deliveryMs: number;
}

const columns = {
  id: crewChallenges.id,
  crewId: crewChallenges.crewId,
  byId: crewChallenges.dancerId,
  byName: dancers.name,
  title: crewChallenges.title,
  version: crewChallenges.version,
  section: crewChallenges.section,
  kind: sql<BoardKind>`${crewChallenges.kind}`,
  startsAt: crewChallenges.startsAt,
  dueAt: crewChallenges.dueAt,
};
type Row = Omit<ChallengeRow, "by"> & { readonly byId: string | null; readonly byName: string | null };
const read = ({ byId, byName, ...row }: Row): ChallengeRow => ({
  ...row,
  by: byId !== null && byName !== null ? { id: byId, name: byName } : null,
});

/** Keeps a challenge, unless the crew has so many open ones; says whether it is kept. */
export async function addChallenge(
  db: Db,
  challenge: Omit<ChallengeRow, "by"> & { readonly dancerId: string },
  most: number,
): Promise<boolean> {
  const { id, crewId, dancerId, title, version, section, kind, startsAt, dueAt } = challenge;
  await batch(db, [
    sql`insert into crew_challenges (id, crew_id, dancer_id, title, version, section, kind, starts_at, due_at)
      select ${id}, ${crewId}, ${dancerId}, ${title}, ${version}, ${section}, ${kind}, ${startsAt}, ${dueAt}
      where (select count(*) from crew_challenges where crew_id = ${crewId} and due_at > ${startsAt}) < ${most}`,
  ]);
  return (await challengeOf(db, id)) !== null;
}

const found = (db: Db) =>
  db.select(columns).from(crewChallenges).leftJoin(dancers, eq(dancers.id, crewChallenges.dancerId));

export async function challengeOf(db: Db, id: string): Promise<ChallengeRow | null> {
  const [row] = await found(db).where(eq(crewChallenges.id, id));
  return row ? read(row) : null;
}

/** The challenges of a crew: open ones, the first to end first, then so many of those that are over, the latest first. */
export async function challengesOf(db: Db, crewId: string, at: number, past: number): Promise<ChallengeRow[]> {
  const here = eq(crewChallenges.crewId, crewId);
  const [open, over] = await Promise.all([
    found(db)
      .where(and(here, gt(crewChallenges.dueAt, at)))
      .orderBy(asc(crewChallenges.dueAt), crewChallenges.id),
    found(db)
      .where(and(here, lte(crewChallenges.dueAt, at)))
      .orderBy(desc(crewChallenges.dueAt), crewChallenges.id)
      .limit(past),
  ]);
  return [...open, ...over].map(read);
}

export async function dropChallenge(db: Db, id: string): Promise<void> {
  await db.delete(crewChallenges).where(eq(crewChallenges.id, id));
}

/** Challenges that a dancer made, for their account's file. */
export async function challengesBy(db: Db, dancerId: string) {
  const { id, crewId, title, version, section, kind, startsAt, dueAt } = columns;
  return db
    .select({ id, crewId, title, version, section, kind, startsAt, dueAt })
    .from(crewChallenges)
    .where(eq(crewChallenges.dancerId, dancerId))
    .orderBy(crewChallenges.startsAt, crewChallenges.id);
}

const DANCED_AT = sql`coalesce(t.danced_at, t.opened_at)`;

/** The id of a dancer's best take in a challenge: read from the best one down, until one was danced in its time. */
const bestTake = (challenge: ChallengeRow, dancer: ReturnType<typeof sql>, { coverage, deliveryMs }: Terms) => sql`
  select t.id from takes t
  where t.dancer_id = ${dancer} and t.version = ${challenge.version} and t.section = ${challenge.section}
    and t.rate = 1000 and t.judged_at is not null and t.doubt is null and t.coverage >= ${coverage}
    and t.kind = ${challenge.kind} and ${DANCED_AT} >= ${challenge.startsAt} and ${DANCED_AT} < ${challenge.dueAt}
    and (t.danced_at is null or t.judged_at - t.danced_at <= ${deliveryMs})
  order by t.score desc, ${DANCED_AT}, t.id limit 1`;

/** The board of a challenge: the best take of each who is a member now, ties by who was first. */
export async function entriesOf(db: Db, challenge: ChallengeRow, terms: Terms): Promise<EntryRow[]> {
  const rows = await db.all<{
    dancerId: string;
    name: string;
    takeId: string;
    score: number;
    grade: Grade;
    at: number;
    late: number;
  }>(sql`
    select d.id as dancerId, d.name, t.id as takeId, t.score, t.grade, ${DANCED_AT} as at, t.danced_at is not null as late
    from members m cross join dancers d on d.id = m.dancer_id
      cross join takes t on t.id = (${bestTake(challenge, sql`m.dancer_id`, terms)})
    where m.crew_id = ${challenge.crewId} order by t.score desc, at, t.id`);
  return rows.map(({ dancerId, name, late, ...row }) => ({
    ...row,
    dancer: { id: dancerId, name },
    late: late === 1,
  }));
}

/** Whether a take stands on the board of a challenge in a crew of the asker's. */
export async function standsInChallenge(
  db: Db,
  take: { readonly id: string; readonly dancerId: string; readonly version: string; readonly section: number },
  asker: string,
  terms: Terms,
): Promise<boolean> {
  const rows = await found(db)
    .where(
      and(
        eq(crewChallenges.version, take.version),
        eq(crewChallenges.section, take.section),
        sql`${crewChallenges.crewId} in (select a.crew_id from members a join members b on b.crew_id = a.crew_id
          where a.dancer_id = ${asker} and b.dancer_id = ${take.dancerId})`,
      ),
    )
    .limit(SHARED);
  for (const row of rows) {
    const [best] = await db.all<{ id: string }>(bestTake(read(row), sql`${take.dancerId}`, terms));
    if (best?.id === take.id) return true;
  }
  return false;
}
/** Challenges of one section in shared crews that are looked through for a take. */
const SHARED = 40;
