import { and, eq, sql } from "drizzle-orm";
import type { Db } from "./open.ts";
import { dancers, picks } from "./schema.ts";

export interface PickRow {
  /** Who hides has no name here either. */
  readonly dancer: { readonly id: string; readonly name: string | null };
  /** When they were picked. */
  readonly at: number;
}

/** Whom a dancer picked, by name. */
export async function picksOf(db: Db, dancerId: string): Promise<PickRow[]> {
  const rows = await db
    .select({
      id: dancers.id,
      name: sql<string | null>`iif(${dancers.hidden} = 0, ${dancers.name}, null)`,
      at: picks.at,
    })
    .from(picks)
    .innerJoin(dancers, eq(dancers.id, picks.pickedId))
    .where(eq(picks.dancerId, dancerId))
    .orderBy(dancers.name, dancers.id);
  return rows.map(({ at, ...dancer }) => ({ dancer, at }));
}

/** Picks a dancer; again is the same as once. Says what hindered it. */
export async function addPick(
  db: Db,
  dancerId: string,
  pickedId: string,
  at: number,
  most: number,
): Promise<"dancer-unknown" | "picks-too-many" | null> {
  const [known] = await db.select({ id: dancers.id }).from(dancers).where(eq(dancers.id, pickedId));
  if (!known || pickedId === dancerId) return "dancer-unknown";
  await db.run(sql`insert into picks (dancer_id, picked_id, at) select ${dancerId}, ${pickedId}, ${at}
    where (select count(*) from picks where dancer_id = ${dancerId}) < ${most} on conflict do nothing`);
  const kept = await db
    .select({ at: picks.at })
    .from(picks)
    .where(and(eq(picks.dancerId, dancerId), eq(picks.pickedId, pickedId)));
  return kept.length > 0 ? null : "picks-too-many";
}

export async function dropPick(db: Db, dancerId: string, pickedId: string): Promise<void> {
  await db.delete(picks).where(and(eq(picks.dancerId, dancerId), eq(picks.pickedId, pickedId)));
}
