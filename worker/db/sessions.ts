import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "./open.ts";
import { sessions, takes } from "./schema.ts";
import { type TakeRow, takeColumns } from "./takes.ts";

export interface SessionRow {
  readonly id: string;
  readonly dancerId: string;
  readonly startedAt: number;
}

export async function addSession(db: Db, session: SessionRow): Promise<void> {
  await db.insert(sessions).values(session);
}

/** Whether a session is the dancer's own. */
export async function ownsSession(db: Db, id: string, dancerId: string): Promise<boolean> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.dancerId, dancerId)));
  return rows.length > 0;
}

/** The dancer's latest sessions, newest first, each with its takes in the order in which they were opened. */
export async function sessionsOf(
  db: Db,
  dancerId: string,
  limit: number,
): Promise<{ id: string; startedAt: number; takes: TakeRow[] }[]> {
  const rows = await db
    .select({ id: sessions.id, startedAt: sessions.startedAt })
    .from(sessions)
    .where(eq(sessions.dancerId, dancerId))
    .orderBy(desc(sessions.startedAt), sessions.id)
    .limit(limit);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const all = await db.select(takeColumns).from(takes).where(inArray(takes.sessionId, ids)).orderBy(takes.openedAt);
  const bySession = new Map<string, TakeRow[]>(ids.map((id) => [id, []]));
  for (const take of all) bySession.get(take.session)?.push(take);
  return rows.map((row) => ({ ...row, takes: bySession.get(row.id) ?? [] }));
}
