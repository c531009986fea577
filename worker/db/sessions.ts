import { and, desc, eq } from "drizzle-orm";
import type { Db } from "./open.ts";
import { sessions } from "./schema.ts";
import { type TakeRow, takesOf } from "./takes.ts";

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

/** The dancer's latest sessions, newest first, each with those of its takes that are among the latest judged. */
export async function sessionsOf(
  db: Db,
  dancerId: string,
  limit: number,
  takesLimit: number,
): Promise<{ id: string; startedAt: number; takes: TakeRow[] }[]> {
  const rows = await db
    .select({ id: sessions.id, startedAt: sessions.startedAt })
    .from(sessions)
    .where(eq(sessions.dancerId, dancerId))
    .orderBy(desc(sessions.startedAt), sessions.id)
    .limit(limit);
  if (rows.length === 0) return [];
  const bySession = new Map<string, TakeRow[]>(rows.map(({ id }) => [id, []]));
  for (const take of (await takesOf(db, dancerId, {}, takesLimit)).reverse()) bySession.get(take.session)?.push(take);
  return rows.map((row) => ({ ...row, takes: bySession.get(row.id) ?? [] }));
}
