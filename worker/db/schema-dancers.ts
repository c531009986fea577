// Tables of dancers and of how they are known again; schema.ts says what holds for all tables.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const dancers = sqliteTable(
  "dancers",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    createdAt: integer("created_at").notNull(),
    /** 1 where they stand on no board for everybody. */
    hidden: integer("hidden").notNull().default(0),
  },
  (t) => [check("dancers_name_length", sql`length(${t.name}) between 1 and 24`)],
);

/** A device on which a dancer is signed in, known by the SHA-256 of its token. */
export const devices = sqliteTable(
  "devices",
  {
    tokenHash: text("token_hash").primaryKey(),
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    createdAt: integer("created_at").notNull(),
    /** By which its dancer names it; opens nothing. */
    id: text("id").notNull().default(""),
    name: text("name").notNull().default(""),
    /** When it last asked, to the hour. */
    seenAt: integer("seen_at").notNull().default(0),
  },
  (t) => [index("devices_by_dancer").on(t.dancerId), check("devices_token_is_hash", sql`length(${t.tokenHash}) = 64`)],
);

/** A code by which a dancer signs in another device, once: soon, or when all else is lost. Known by its SHA-256. */
export const codes = sqliteTable(
  "codes",
  {
    codeHash: text("code_hash").primaryKey(),
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    expiresAt: integer("expires_at").notNull(),
    /** "device", made to be used at once, or "recovery", made to be kept. */
    kind: text("kind").notNull().default("device"),
  },
  (t) => [index("codes_by_dancer").on(t.dancerId), index("codes_expiring").on(t.expiresAt)],
);

/** What is left of a dancer who asked to be deleted: that it was done and how much; and, for a while, which replays are to go. */
export const deletions = sqliteTable(
  "deletions",
  {
    /** The receipt; with a number behind it where the row names replays. */
    id: text("id").primaryKey(),
    at: integer("at").notNull(),
    /** JSON of numbers: how many rows of each kind there were. */
    counts: text("counts").notNull(),
    /** JSON list of [take, hash of its replay] still to be removed. */
    pending: text("pending"),
  },
  (t) => [index("deletions_pending").on(t.at).where(sql`pending is not null`)],
);

/** How much of a thing a dancer made on a day. */
export const quotas = sqliteTable(
  "quotas",
  {
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    kind: text("kind").notNull(),
    /** Days since 1970. */
    day: integer("day").notNull(),
    used: integer("used").notNull(),
  },
  (t) => [primaryKey({ columns: [t.dancerId, t.kind, t.day] }), index("quotas_by_day").on(t.day)],
);
