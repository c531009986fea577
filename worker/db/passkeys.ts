import { and, eq, sql } from "drizzle-orm";
import type { NewDevice } from "./devices.ts";
import { batch, type Db } from "./open.ts";
import { dancers, devices, passkeys } from "./schema.ts";

export interface PasskeyRow {
  readonly credentialId: string;
  readonly id: string;
  readonly dancerId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string;
  readonly synced: number;
  readonly name: string;
  readonly createdAt: number;
  readonly usedAt: number | null;
}

/** The passkeys of a dancer, oldest first. */
export async function passkeysOf(db: Db, dancerId: string): Promise<PasskeyRow[]> {
  return db.select().from(passkeys).where(eq(passkeys.dancerId, dancerId)).orderBy(passkeys.createdAt, passkeys.id);
}

/** The passkey of a credential, whose ever it is. */
export async function passkeyOf(db: Db, credentialId: string): Promise<PasskeyRow | null> {
  const [row] = await db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId));
  return row ?? null;
}

/** Keeps a passkey unless it is kept already or its dancer has so many; says whether it is kept now as this one. */
export async function addPasskey(db: Db, row: PasskeyRow, most: number): Promise<boolean> {
  const { credentialId, id, dancerId, publicKey, counter, transports, synced, name, createdAt } = row;
  await batch(db, [
    sql`insert into passkeys (credential_id, id, dancer_id, public_key, counter, transports, synced, name, created_at)
      select ${credentialId}, ${id}, ${dancerId}, ${publicKey}, ${counter}, ${transports}, ${synced}, ${name}, ${createdAt}
      where (select count(*) from passkeys where dancer_id = ${dancerId}) < ${most}
        and exists (select 1 from dancers where id = ${dancerId})
      on conflict do nothing`,
  ]);
  return (await passkeyOf(db, credentialId))?.id === id;
}

/** Calls a passkey of the dancer otherwise; null where they have no such passkey. */
export async function renamePasskey(db: Db, dancerId: string, id: string, name: string): Promise<PasskeyRow | null> {
  const [row] = await db
    .update(passkeys)
    .set({ name })
    .where(and(eq(passkeys.dancerId, dancerId), eq(passkeys.id, id)))
    .returning();
  return row ?? null;
}

/** Forgets a passkey of the dancer; false where they have no such passkey. */
export async function dropPasskey(db: Db, dancerId: string, id: string): Promise<boolean> {
  const gone = await db
    .delete(passkeys)
    .where(and(eq(passkeys.dancerId, dancerId), eq(passkeys.id, id)))
    .returning({ id: passkeys.id });
  return gone.length > 0;
}

/** What an authenticator told of a passkey when it was used. */
export interface Use {
  readonly credentialId: string;
  readonly counter: number;
  readonly synced: number;
}

/** Signs a device in by a passkey; gives the dancer, or null where the passkey was removed in the meantime. */
export async function signInBy(
  db: Db,
  { credentialId, counter, synced }: Use,
  device: NewDevice,
  at: number,
): Promise<{ id: string; name: string } | null> {
  await batch(db, [
    sql`insert into devices (token_hash, dancer_id, created_at, id, name, seen_at)
      select ${device.tokenHash}, dancer_id, ${at}, ${device.id}, ${device.name}, ${at} from passkeys
      where credential_id = ${credentialId}`,
    sql`update passkeys set counter = max(counter, ${counter}), synced = ${synced}, used_at = ${at}
      where credential_id = ${credentialId}`,
  ]);
  const [dancer] = await db
    .select({ id: dancers.id, name: dancers.name })
    .from(devices)
    .innerJoin(dancers, eq(dancers.id, devices.dancerId))
    .where(eq(devices.tokenHash, device.tokenHash));
  return dancer ?? null;
}
