import { and, eq, sql } from "drizzle-orm";
import type { NewDevice } from "./devices.ts";
import type { Db } from "./open.ts";
import { boardsOfDancer } from "./rules.ts";
import { bests, dancers, devices } from "./schema.ts";

export interface DancerRow {
  readonly id: string;
  readonly name: string;
}

interface DeviceSeen {
  readonly device: string;
  readonly seenAt: number;
}

/** The dancer of a token, and the device that holds it. */
export async function dancerOfToken(db: Db, tokenHash: string): Promise<(DancerRow & DeviceSeen) | null> {
  const [row] = await db
    .select({ id: dancers.id, name: dancers.name, device: devices.id, seenAt: devices.seenAt })
    .from(devices)
    .innerJoin(dancers, eq(dancers.id, devices.dancerId))
    .where(eq(devices.tokenHash, tokenHash));
  return row ?? null;
}

/** A dancer by their id. */
export async function dancerById(db: Db, id: string): Promise<DancerRow | null> {
  const [row] = await db.select({ id: dancers.id, name: dancers.name }).from(dancers).where(eq(dancers.id, id));
  return row ?? null;
}

/** A new dancer, signed in on a device. */
export async function addDancer(db: Db, dancer: DancerRow, device: NewDevice, at: number): Promise<void> {
  await db.batch([
    db.insert(dancers).values({ ...dancer, createdAt: at }),
    db.insert(devices).values({ ...device, dancerId: dancer.id, createdAt: at, seenAt: at }),
  ]);
}

/** Another name, on the boards too. */
export async function rename(db: Db, { id, name }: DancerRow): Promise<void> {
  await db.batch([
    db.update(dancers).set({ name }).where(eq(dancers.id, id)),
    db
      .update(bests)
      .set({ name })
      .where(and(eq(bests.dancerId, id), sql`${bests.boardId} in (${boardsOfDancer(id)})`)),
  ]);
}
