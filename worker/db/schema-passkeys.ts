// Tables of passkeys; schema.ts says what holds for all tables.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { dancers } from "./schema-dancers.ts";

/** A key pair of a dancer's, of which the private half never leaves where it was made. */
export const passkeys = sqliteTable(
  "passkeys",
  {
    /** By which its authenticator names it, base64url; known to whoever holds it. */
    credentialId: text("credential_id").primaryKey(),
    /** By which its dancer names it; opens nothing. */
    id: text("id").notNull(),
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    /** COSE key, base64url. */
    publicKey: text("public_key").notNull(),
    /** How often it was used, as its authenticator counts; 0 for ever where that does not count. */
    counter: integer("counter").notNull(),
    /** JSON list of the ways to its authenticator, as the browser told them. */
    transports: text("transports").notNull(),
    /** 1 where it is kept on several devices of its owner. */
    synced: integer("synced").notNull(),
    name: text("name").notNull(),
    createdAt: integer("created_at").notNull(),
    /** When somebody last signed in by it; null where nobody has. */
    usedAt: integer("used_at"),
  },
  (t) => [
    index("passkeys_by_dancer").on(t.dancerId, t.createdAt),
    check("passkeys_counter_not_negative", sql`${t.counter} >= 0`),
  ],
);

/** A challenge that a passkey is to sign, once and soon. Known by a SHA-256 that holds for whom it was made. */
export const challenges = sqliteTable(
  "challenges",
  { hash: text("hash").primaryKey(), expiresAt: integer("expires_at").notNull() },
  (t) => [index("challenges_expiring").on(t.expiresAt)],
);
