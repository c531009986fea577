// What coaches and dancers say about takes; schema.ts says what holds for all tables.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { takes } from "./schema.ts";
import { crews } from "./schema-crews.ts";
import { dancers } from "./schema-dancers.ts";

/** What a dancer lets a coach of a crew see, until then. */
export const grants = sqliteTable(
  "grants",
  {
    id: text("id").primaryKey(),
    crewId: text("crew_id")
      .notNull()
      .references(() => crews.id),
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    coachId: text("coach_id")
      .notNull()
      .references(() => dancers.id),
    /** One of GRANT_SCOPES in dance/practice/grant.ts. */
    scope: text("scope").notNull(),
    /** The take or the version of a choreography that it opens; empty where it is all practice in the crew. */
    what: text("what").notNull(),
    madeAt: integer("made_at").notNull(),
    until: integer("until").notNull(),
  },
  (t) => [
    uniqueIndex("grants_once").on(t.coachId, t.dancerId, t.crewId, t.scope, t.what),
    index("grants_by_dancer").on(t.dancerId, t.until),
    index("grants_by_crew").on(t.crewId, t.coachId),
    index("grants_ending").on(t.until),
    check("grants_what", sql`(${t.scope} = 'practice') = (${t.what} = '')`),
    check("grants_until_later", sql`${t.until} > ${t.madeAt}`),
  ],
);

/** A remark pinned to counts of a take, and perhaps to a limb. */
export const notes = sqliteTable(
  "notes",
  {
    id: text("id").primaryKey(),
    takeId: text("take_id")
      .notNull()
      .references(() => takes.id),
    /** Whose take it is. */
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    authorId: text("author_id")
      .notNull()
      .references(() => dancers.id),
    /** The crew whose coach wrote it; empty where it is the dancer's own. It may have ended: then only the dancer reads it. */
    crewId: text("crew_id").notNull(),
    /** Counts of the choreography, halves too: from that one on until before this one. */
    fromCount: real("from_count").notNull(),
    toCount: real("to_count").notNull(),
    /** Song time in seconds at which it was written; a drawing belongs to that moment. */
    time: real("time").notNull(),
    limb: text("limb"),
    text: text("text").notNull(),
    /** JSON list of strokes of dance/practice/drawing.ts. */
    drawing: text("drawing"),
    voiceType: text("voice_type"),
    voiceSeconds: real("voice_seconds"),
    madeAt: integer("made_at").notNull(),
    editedAt: integer("edited_at"),
    doneAt: integer("done_at"),
    /** When something was last said in its thread. */
    lastAt: integer("last_at").notNull(),
  },
  (t) => [
    index("notes_by_take").on(t.takeId, t.fromCount, t.id),
    index("notes_by_dancer").on(t.dancerId, t.lastAt, t.id),
    index("notes_by_author").on(t.authorId, t.lastAt, t.id),
    index("notes_open_by_dancer").on(t.dancerId, t.lastAt, t.id).where(sql`done_at is null`),
    index("notes_by_coach").on(t.authorId, t.dancerId, t.lastAt, t.id).where(sql`author_id <> dancer_id`),
    index("notes_open_by_coach")
      .on(t.authorId, t.dancerId, t.lastAt, t.id)
      .where(sql`author_id <> dancer_id and done_at is null`),
    check("notes_span", sql`${t.fromCount} >= 0 and ${t.toCount} > ${t.fromCount}`),
    check("notes_voice_whole", sql`(${t.voiceType} is null) = (${t.voiceSeconds} is null)`),
  ],
);

export const replies = sqliteTable(
  "replies",
  {
    id: text("id").primaryKey(),
    noteId: text("note_id")
      .notNull()
      .references(() => notes.id),
    authorId: text("author_id")
      .notNull()
      .references(() => dancers.id),
    text: text("text").notNull(),
    /** A newer take that its dancer shows in it. */
    takeId: text("take_id").references(() => takes.id),
    at: integer("at").notNull(),
  },
  (t) => [
    index("replies_by_note").on(t.noteId, t.at, t.id),
    index("replies_by_author").on(t.authorId),
    index("replies_by_take").on(t.takeId).where(sql`take_id is not null`),
  ],
);

/** What a coach says often. */
export const templates = sqliteTable("templates", {
  dancerId: text("dancer_id")
    .primaryKey()
    .references(() => dancers.id),
  /** JSON list of texts. */
  texts: text("texts").notNull(),
});

/** By what a crew's coaches look at takes. */
export const rubrics = sqliteTable("rubrics", {
  crewId: text("crew_id")
    .primaryKey()
    .references(() => crews.id),
  /** JSON list of criteria of dance/practice/rubric.ts. */
  criteria: text("criteria").notNull(),
});

/** What a coach of a crew gave a take by the crew's rubric. */
export const marks = sqliteTable(
  "marks",
  {
    takeId: text("take_id")
      .notNull()
      .references(() => takes.id),
    /** The crew may have ended: then only the dancer reads them. */
    crewId: text("crew_id").notNull(),
    authorId: text("author_id")
      .notNull()
      .references(() => dancers.id),
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    /** The criteria as they were then, so that a rubric may change. */
    criteria: text("criteria").notNull(),
    /** JSON list: for each criterion its level from 0, or null. */
    levels: text("levels").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.takeId, t.crewId, t.authorId] }),
    index("marks_by_dancer").on(t.dancerId, t.crewId, t.at),
    index("marks_by_author").on(t.authorId),
  ],
);
