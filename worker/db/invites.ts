import { and, desc, eq, gt, sql } from "drizzle-orm";
import { batch, type Db } from "./open.ts";
import { crews, dancers, invites } from "./schema.ts";

export interface InviteRow {
  readonly id: string;
  /** Who made it. */
  readonly dancerId: string;
  readonly usesLeft: number;
  readonly createdAt: number;
  readonly expiresAt: number;
}

const columns = {
  id: invites.id,
  dancerId: invites.dancerId,
  usesLeft: invites.usesLeft,
  createdAt: invites.createdAt,
  expiresAt: invites.expiresAt,
};

/** Keeps an invite, unless the crew has too many open ones; says whether it is kept. Those that are past go. */
export async function addInvite(
  db: Db,
  invite: InviteRow & { readonly tokenHash: string; readonly crewId: string },
  most: number,
): Promise<boolean> {
  const { tokenHash, id, crewId, dancerId, usesLeft, createdAt, expiresAt } = invite;
  await batch(db, [
    sql`delete from invites where crew_id = ${crewId} and (expires_at <= ${createdAt} or uses_left = 0)`,
    sql`insert into invites (token_hash, id, crew_id, dancer_id, uses_left, created_at, expires_at)
      select ${tokenHash}, ${id}, ${crewId}, ${dancerId}, ${usesLeft}, ${createdAt}, ${expiresAt}
      where (select count(*) from invites where crew_id = ${crewId}) < ${most}`,
  ]);
  return (await db.select({ id: invites.id }).from(invites).where(eq(invites.tokenHash, tokenHash))).length > 0;
}

/** Invites of a crew that still open it, newest first. */
export async function invitesOf(db: Db, crewId: string, at: number): Promise<InviteRow[]> {
  return db
    .select(columns)
    .from(invites)
    .where(and(eq(invites.crewId, crewId), gt(invites.expiresAt, at), gt(invites.usesLeft, 0)))
    .orderBy(desc(invites.createdAt), invites.id);
}

export async function dropInvite(db: Db, crewId: string, id: string): Promise<void> {
  await db.delete(invites).where(and(eq(invites.crewId, crewId), eq(invites.id, id)));
}

/** What an invite opens; null where it is none, used up, ended or past. */
export async function inviteOf(
  db: Db,
  tokenHash: string,
  at: number,
): Promise<{
  crewId: string;
  name: string;
  by: string;
  usesLeft: number;
  expiresAt: number;
  members: number;
} | null> {
  const [row] = await db
    .select({
      crewId: crews.id,
      name: crews.name,
      by: dancers.name,
      usesLeft: invites.usesLeft,
      expiresAt: invites.expiresAt,
      members: sql<number>`(select count(*) from members where members.crew_id = ${crews.id})`,
    })
    .from(invites)
    .innerJoin(crews, eq(crews.id, invites.crewId))
    .innerJoin(dancers, eq(dancers.id, invites.dancerId))
    .where(eq(invites.tokenHash, tokenHash));
  return row && row.expiresAt > at ? row : null;
}

/** Bounds that joining keeps. */
export interface Room {
  readonly members: number;
  readonly crews: number;
}

/**
 * Joins the crew of an invite, which has one use less then. Who is a member already stays what they are, and no use is
 * taken; nor is one where the crew is full or the dancer in too many.
 */
export async function join(db: Db, tokenHash: string, dancerId: string, at: number, room: Room): Promise<void> {
  await batch(db, [
    sql`insert into members (crew_id, dancer_id, role, joined_at)
      select i.crew_id, ${dancerId}, 'dancer', ${at} from invites i
      where i.token_hash = ${tokenHash} and i.uses_left > 0 and i.expires_at > ${at}
        and (select count(*) from members where crew_id = i.crew_id) < ${room.members}
        and (select count(*) from members where dancer_id = ${dancerId}) < ${room.crews}
      on conflict do nothing`,
    sql`update invites set uses_left = uses_left - 1 where token_hash = ${tokenHash} and changes() > 0`,
  ]);
}
