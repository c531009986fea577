// Tables of the rejudging; schema.ts says what holds for all tables.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A rejudging of all kept replays by a version of the rules. */
export const rejudges = sqliteTable(
  "rejudges",
  {
    rules: integer("rules").primaryKey(),
    /** One of REJUDGE_PHASES in db/rejudges.ts. */
    phase: text("phase").notNull(),
    /** Id of the take up to which the phase is done; empty at its start. */
    cursor: text("cursor").notNull(),
    startedAt: integer("started_at").notNull(),
    /** When its last batch was done. */
    steppedAt: integer("stepped_at").notNull(),
    /** When the boards moved over: from then on those of these rules stand. */
    movedAt: integer("moved_at"),
    doneAt: integer("done_at"),
    /** Takes that were judged when it began, and those that it has judged again since. */
    total: integer("total").notNull(),
    judged: integer("judged").notNull(),
  },
  (t) => [
    index("rejudges_moved").on(t.rules).where(sql`moved_at is not null`),
    check("rejudges_counts", sql`${t.total} >= 0 and ${t.judged} >= 0`),
  ],
);

/** Takes that a rejudging could not judge, and why. */
export const rejudgeFailures = sqliteTable(
  "rejudge_failures",
  {
    rules: integer("rules")
      .notNull()
      .references(() => rejudges.rules),
    takeId: text("take_id").notNull(),
    /** A code of worker/problem.ts. */
    code: text("code").notNull(),
  },
  (t) => [primaryKey({ columns: [t.rules, t.takeId] })],
);
