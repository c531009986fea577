import { and, desc, eq, gt, lt, sql } from "drizzle-orm";
import { batch, type Db } from "./open.ts";
import { codes, dancers, devices } from "./schema.ts";

export interface NewDevice {
  readonly id: string;
  readonly tokenHash: string;
  readonly name: string;
}

export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly seenAt: number;
}

/** The devices on which a dancer is signed in, the one used last first. */
export async function devicesOf(db: Db, dancerId: string): Promise<DeviceRow[]> {
  return db
    .select({ id: devices.id, name: devices.name, createdAt: devices.createdAt, seenAt: devices.seenAt })
    .from(devices)
    .where(eq(devices.dancerId, dancerId))
    .orderBy(desc(devices.seenAt), devices.id);
}

export async function deviceSeen(db: Db, dancerId: string, id: string, at: number): Promise<void> {
  await db
    .update(devices)
    .set({ seenAt: at })
    .where(and(eq(devices.dancerId, dancerId), eq(devices.id, id)));
}

/** Signs a device of the dancer out; false where they have no such device. */
export async function dropDevice(db: Db, dancerId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(devices)
    .where(and(eq(devices.dancerId, dancerId), eq(devices.id, id)))
    .returning({ id: devices.id });
  return gone.length > 0;
}

/** Keeps a code by which another device may sign in; codes that are past go. */
export async function addCode(
  db: Db,
  code: { readonly codeHash: string; readonly dancerId: string; readonly expiresAt: number },
  at: number,
): Promise<void> {
  await db.batch([db.delete(codes).where(lt(codes.expiresAt, at)), db.insert(codes).values(code)]);
}

/** Keeps codes for the day on which all devices are lost; those made before are good no more. */
export async function replaceRecovery(
  db: Db,
  dancerId: string,
  hashes: readonly string[],
  expiresAt: number,
): Promise<void> {
  const rows = hashes.map((codeHash) => ({ codeHash, dancerId, expiresAt, kind: RECOVERY }));
  await db.batch([
    db.delete(codes).where(and(eq(codes.dancerId, dancerId), eq(codes.kind, RECOVERY))),
    db.insert(codes).values(rows),
  ]);
}
const RECOVERY = "recovery";

/** How many recovery codes a dancer has left. */
export async function recoveryLeft(db: Db, dancerId: string): Promise<number> {
  return db.$count(codes, and(eq(codes.dancerId, dancerId), eq(codes.kind, RECOVERY)));
}

/** Signs a device in by a code, which is used up; gives the dancer, or null where the code is none or past. */
export async function redeem(
  db: Db,
  codeHash: string,
  device: NewDevice,
  at: number,
): Promise<{ id: string; name: string } | null> {
  await batch(db, [
    sql`insert into devices (token_hash, dancer_id, created_at, id, name, seen_at)
      select ${device.tokenHash}, dancer_id, ${at}, ${device.id}, ${device.name}, ${at} from codes
      where code_hash = ${codeHash} and expires_at > ${at}`,
    sql`delete from codes where code_hash = ${codeHash}`,
  ]);
  const [dancer] = await db
    .select({ id: dancers.id, name: dancers.name })
    .from(devices)
    .innerJoin(dancers, eq(dancers.id, devices.dancerId))
    .where(and(eq(devices.tokenHash, device.tokenHash), gt(devices.seenAt, 0)));
  return dancer ?? null;
}
