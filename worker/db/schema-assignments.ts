// What coaches ask for; schema.ts says what holds for all tables.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { choreographies } from "./schema-choreographies.ts";
import { crews } from "./schema-crews.ts";
import { dancers } from "./schema-dancers.ts";

/** A section that a coach asks a dancer or all dancers of a crew for. Whether it is met is worked out from takes. */
export const assignments = sqliteTable(
  "assignments",
  {
    id: text("id").primaryKey(),
    crewId: text("crew_id")
      .notNull()
      .references(() => crews.id),
    /** Who made it; null once they are deleted. */
    authorId: text("author_id").references(() => dancers.id),
    /** Whom it asks; null for every dancer of the crew. */
    dancerId: text("dancer_id").references(() => dancers.id),
    version: text("version")
      .notNull()
      .references(() => choreographies.version),
    section: integer("section").notNull(),
    /** The least speed of the song in thousandths. */
    rate: integer("rate").notNull(),
    /** The least score. */
    target: integer("target").notNull(),
    text: text("text").notNull(),
    madeAt: integer("made_at").notNull(),
    /** Takes begun from then on come too late. */
    dueAt: integer("due_at").notNull(),
    /** When it was changed last. */
    changedAt: integer("changed_at"),
    /**
     * JSON list of what it asked before, first to last: `{ since, until, dancerId, rate, target, dueAt }`, units as above;
     * `dancerId` is empty where that dancer has left.
     */
    earlier: text("earlier").notNull().default("[]"),
  },
  (t) => [
    index("assignments_by_crew").on(t.crewId, t.dueAt),
    index("assignments_by_author").on(t.authorId),
    index("assignments_by_dancer").on(t.dancerId),
    check("assignments_due_later", sql`${t.dueAt} > ${t.madeAt}`),
    check("assignments_target_range", sql`${t.target} between 0 and 1000000`),
  ],
);
