// Challenges of crews; schema.ts says what holds for all tables.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { crews } from "./schema-crews.ts";
import { dancers } from "./schema-dancers.ts";

/** "This chorus by Sunday": who of the crew dances a section best in a span of time. */
export const crewChallenges = sqliteTable(
  "crew_challenges",
  {
    id: text("id").primaryKey(),
    crewId: text("crew_id")
      .notNull()
      .references(() => crews.id),
    /** Who made it; null once they are deleted. */
    dancerId: text("dancer_id").references(() => dancers.id),
    title: text("title").notNull(),
    /** A version of a choreography. */
    version: text("version").notNull(),
    section: integer("section").notNull(),
    /** One of BOARD_KINDS in dance/practice/board.ts. */
    kind: text("kind").notNull(),
    startsAt: integer("starts_at").notNull(),
    /** Takes begun from then on count no more. */
    dueAt: integer("due_at").notNull(),
  },
  (t) => [
    index("crew_challenges_by_crew").on(t.crewId, t.dueAt),
    index("crew_challenges_by_dancer").on(t.dancerId),
    check("crew_challenges_title_length", sql`length(${t.title}) between 1 and 60`),
    check("crew_challenges_due_later", sql`${t.dueAt} > ${t.startsAt}`),
  ],
);
