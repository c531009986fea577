import { lt, sql } from "drizzle-orm";
import type { Db } from "./open.ts";
import { quotas } from "./schema.ts";

/** Takes one of so many that a dancer may have of a kind on a day; false where all are taken. */
export async function spend(db: Db, dancerId: string, kind: string, day: number, most: number): Promise<boolean> {
  const rows = await db
    .insert(quotas)
    .values({ dancerId, kind, day, used: 1 })
    .onConflictDoUpdate({
      target: [quotas.dancerId, quotas.kind, quotas.day],
      set: { used: sql`${quotas.used} + 1` },
      setWhere: sql`${quotas.used} < ${most}`,
    })
    .returning({ used: quotas.used });
  return rows.length > 0;
}

/** Forgets the days before a day. */
export async function dropQuotas(db: Db, before: number): Promise<void> {
  await db.delete(quotas).where(lt(quotas.day, before));
}
