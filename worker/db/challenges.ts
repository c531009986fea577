import { and, eq, gt, lt } from "drizzle-orm";
import type { Db } from "./open.ts";
import { challenges } from "./schema.ts";

/** Keeps a challenge until it is used or past; those that are past go. */
export async function addChallenge(db: Db, hash: string, expiresAt: number, at: number): Promise<void> {
  await db.batch([
    db.delete(challenges).where(lt(challenges.expiresAt, at)),
    db.insert(challenges).values({ hash, expiresAt }),
  ]);
}

/** Uses a challenge up; false where it is none, was used or is past. */
export async function spendChallenge(db: Db, hash: string, at: number): Promise<boolean> {
  const used = await db
    .delete(challenges)
    .where(and(eq(challenges.hash, hash), gt(challenges.expiresAt, at)))
    .returning({ hash: challenges.hash });
  return used.length > 0;
}
