// Takes that their dancers show to whoever has a link; schema.ts says what holds for all tables.
import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { takes } from "./schema.ts";
import { dancers } from "./schema-dancers.ts";

/** A take that has a page of its own, known by the SHA-256 of the token in its link. */
export const shares = sqliteTable(
  "shares",
  {
    takeId: text("take_id")
      .primaryKey()
      .references(() => takes.id),
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    tokenHash: text("token_hash").notNull(),
    at: integer("at").notNull(),
    /** 1 where the page tells the dancer's name; 1 where it shows the poses. */
    named: integer("named").notNull(),
    replay: integer("replay").notNull(),
    /** The language of the preview: the dancer's own. */
    language: text("language").notNull(),
  },
  (t) => [
    uniqueIndex("shares_by_token").on(t.tokenHash),
    index("shares_by_dancer").on(t.dancerId),
    check("shares_token_is_hash", sql`length(${t.tokenHash}) = 64`),
    check("shares_flags", sql`${t.named} in (0, 1) and ${t.replay} in (0, 1)`),
    check("shares_language", sql`${t.language} in ('en', 'ko')`),
  ],
);
