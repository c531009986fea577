// Tables of choreographies; schema.ts says what holds for all tables.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { crews } from "./schema-crews.ts";
import { dancers } from "./schema-dancers.ts";

/**
 * One immutable version of a choreography; its file lies in the bucket. All versions of a slug are one routine: of one
 * owner, for one audience. What owner, audience and `gone_at` may be is checked by
 * the migration of routines_of_dancers: to say it here would rebuild the table.
 */
export const choreographies = sqliteTable(
  "choreographies",
  {
    version: text("version").primaryKey(),
    slug: text("slug").notNull(),
    /** JSON of dance/choreo/summary.ts; without its author's words and poses once it was taken back. */
    summary: text("summary").notNull(),
    /** 1 on the version of a position that is danced today. */
    current: integer("current").notNull(),
    publishedAt: integer("published_at").notNull(),
    /** Who published it; null where it comes with the page, and where it was taken back. */
    ownerId: text("owner_id").references(() => dancers.id),
    /** One of VISIBILITIES in dance/choreo/visibility.ts. */
    visibility: text("visibility").notNull().default("everyone"),
    /** The crew that it is for; null where it is for another audience. */
    crewId: text("crew_id").references(() => crews.id),
    /** Whose part it is; empty where one dances. */
    position: text("position").notNull().default(""),
    /** JSON list of the sections that can have no board (-1 is all of it). */
    unranked: text("unranked").notNull().default("[]"),
    /** When more people came to see it than before: takes opened earlier were not danced before them. */
    since: integer("since").notNull().default(0),
    /** When it was taken back: nobody sees it any more, the takes of it stay with who danced them. */
    goneAt: integer("gone_at"),
    /** 1 while the bucket may still hold the file of what was taken back. */
    leftover: integer("leftover").notNull().default(0),
  },
  (t) => [
    uniqueIndex("choreographies_one_current")
      .on(t.slug, t.position, sql`(case when owner_id is null then '' else owner_id end)`)
      .where(sql`current = 1`),
    index("choreographies_by_slug").on(t.slug, t.publishedAt),
    index("choreographies_by_owner").on(t.ownerId, t.publishedAt).where(sql`owner_id is not null`),
    index("choreographies_by_crew").on(t.crewId, t.publishedAt).where(sql`crew_id is not null`),
    index("choreographies_for_everyone")
      .on(t.publishedAt, t.version)
      .where(sql`visibility = 'everyone' and current = 1 and owner_id is not null`),
    index("choreographies_leftover").on(t.version).where(sql`leftover = 1`),
    check("choreographies_version_is_hash", sql`length(${t.version}) = 64`),
    check("choreographies_current_flag", sql`${t.current} in (0, 1)`),
  ],
);

/** Words of titles, by which a routine for everybody is found. */
export const titleWords = sqliteTable(
  "title_words",
  {
    word: text("word").notNull(),
    version: text("version")
      .notNull()
      .references(() => choreographies.version),
    /** 1 where everybody may find it now. */
    open: integer("open").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.version, t.word] }),
    index("title_words_open").on(t.word, t.version).where(sql`open = 1`),
    check("title_words_open_flag", sql`${t.open} in (0, 1)`),
  ],
);
