import { and, asc, desc, eq, gt, lte, sql } from "drizzle-orm";
import type { BoardKind } from "#dance/practice/board.ts";
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
