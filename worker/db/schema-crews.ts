// Tables of crews; schema.ts says what holds for all tables.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { dancers } from "./schema-dancers.ts";

export const crews = sqliteTable(
  "crews",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    createdAt: integer("created_at").notNull(),
    /** Set for the moment in which a crew is being cleared away. */
    endedAt: integer("ended_at"),
  },
  (t) => [
    index("crews_ended").on(t.endedAt).where(sql`ended_at is not null`),
    check("crews_name_length", sql`length(${t.name}) between 1 and 24`),
  ],
);

export const members = sqliteTable(
  "members",
  {
    crewId: text("crew_id")
      .notNull()
      .references(() => crews.id),
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    /** One of ROLES in dance/practice/permission.ts. */
    role: text("role").notNull(),
    joinedAt: integer("joined_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.crewId, t.dancerId] }), index("members_by_dancer").on(t.dancerId, t.crewId)],
);

/** Dancers whom a dancer picked to see on boards. Nobody else is told. */
export const picks = sqliteTable(
  "picks",
  {
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    pickedId: text("picked_id")
      .notNull()
      .references(() => dancers.id),
    at: integer("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.dancerId, t.pickedId] }), index("picks_of").on(t.pickedId)],
);

/** A way into a crew, for so many and for so long; known by the SHA-256 of its token. */
export const invites = sqliteTable(
  "invites",
  {
    tokenHash: text("token_hash").primaryKey(),
    /** By which the crew names it; opens nothing. */
    id: text("id").notNull(),
    crewId: text("crew_id")
      .notNull()
      .references(() => crews.id),
    /** Who made it. */
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    usesLeft: integer("uses_left").notNull(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [
    index("invites_by_crew").on(t.crewId, t.createdAt),
    index("invites_by_dancer").on(t.dancerId),
    check("invites_uses_not_negative", sql`${t.usesLeft} >= 0`),
  ],
);
