// Every table. Times are milliseconds since 1970, scores whole points of 1,000,000. No row is deleted by a cascade:
// a table that a migration rebuilds would take its children along.
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { choreographies } from "./schema-choreographies.ts";
import { dancers } from "./schema-dancers.ts";

export { assignments } from "./schema-assignments.ts";
export { crewChallenges } from "./schema-challenges.ts";
export { choreographies, titleWords } from "./schema-choreographies.ts";
export { crews, invites, members, picks } from "./schema-crews.ts";
export { codes, dancers, deletions, devices, quotas } from "./schema-dancers.ts";
export { grants, marks, notes, replies, rubrics, templates } from "./schema-notes.ts";
export { challenges, passkeys } from "./schema-passkeys.ts";
export { rejudgeFailures, rejudges } from "./schema-rejudges.ts";
export { shares } from "./schema-shares.ts";

/** A sitting of practice. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    startedAt: integer("started_at").notNull(),
  },
  (t) => [index("sessions_by_dancer").on(t.dancerId, t.startedAt)],
);

/**
 * The leaderboards of a section of a version, one of each kind in dance/practice/board.ts, by one version of the rules;
 * those of rules to come are filled aside.
 */
export const boards = sqliteTable(
  "boards",
  {
    id: integer("id").primaryKey(),
    version: text("version")
      .notNull()
      .references(() => choreographies.version),
    section: integer("section").notNull(),
    kind: text("kind").notNull(),
    rules: integer("rules").notNull().default(1),
    /** The week in which its takes were danced (boardWeek in dance/practice/board.ts); 0 for all time. */
    week: integer("week").notNull().default(0),
  },
  (t) => [
    uniqueIndex("boards_of_section").on(t.version, t.section, t.kind, t.rules, t.week),
    index("boards_by_rules").on(t.rules),
    check("boards_section_range", sql`${t.section} >= -1`),
  ],
);

export const takes = sqliteTable(
  "takes",
  {
    id: text("id").primaryKey(),
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    sessionId: text("session_id")
      .notNull()
      .references(() => sessions.id),
    version: text("version")
      .notNull()
      .references(() => choreographies.version),
    section: integer("section").notNull(),
    /** Speed of the song in thousandths. */
    rate: integer("rate").notNull(),
    mirror: integer("mirror").notNull(),
    /** 1 where the dancer sits. */
    seated: integer("seated").notNull().default(0),
    /** By the two above: what it is held against (dance/practice/board.ts). */
    kind: text("kind").generatedAlwaysAs(
      sql`(case when seated = 1 then 'seated' when mirror = 1 then 'mirrored' else 'full' end)`,
      { mode: "virtual" },
    ),
    /** The board that it may enter; null below full speed. */
    boardId: integer("board_id").references(() => boards.id),
    openedAt: integer("opened_at").notNull(),
    /** When its dancer says that it was danced, where it was opened only afterwards; null where opened before. */
    dancedAt: integer("danced_at"),
    expiresAt: integer("expires_at").notNull(),
    judgedAt: integer("judged_at"),
    score: integer("score"),
    grade: text("grade"),
    /** Seen share of the dance in thousandths, by which boards ask; 0 where a limb that dances was hidden. */
    coverage: integer("coverage"),
    /** SHA-256 of the replay that closed it. */
    replayHash: text("replay_hash"),
    /** Why it is not believed to have been danced (dance/replay/trust.ts); null where nothing speaks against it. */
    doubt: text("doubt"),
    /** SHA-256 of what copies of its replay share. */
    signature: text("signature"),
  },
  (t) => [
    index("takes_by_section").on(t.dancerId, t.version, t.section, t.kind, t.openedAt),
    index("takes_by_session").on(t.sessionId),
    /** When a dancer danced, and what they did best: rows that progress is read from. */
    index("takes_by_time").on(t.dancerId, sql`(case when danced_at is null then opened_at else danced_at end)`, t.id),
    index("takes_by_score")
      .on(t.dancerId, t.version, t.section, t.kind, t.score)
      .where(sql`judged_at is not null and rate = 1000`),
    index("takes_by_signature").on(t.signature).where(sql`signature is not null`),
    index("takes_open").on(t.expiresAt).where(sql`judged_at is null`),
    check("takes_section_range", sql`${t.section} >= -1`),
    check("takes_rate_range", sql`${t.rate} between 250 and 2000`),
    check("takes_mirror_flag", sql`${t.mirror} in (0, 1)`),
    check("takes_expire_later", sql`${t.expiresAt} > ${t.openedAt}`),
    check("takes_score_range", sql`${t.score} between 0 and 1000000`),
    check("takes_coverage_range", sql`${t.coverage} between 0 and 1000`),
    check(
      "takes_closed_whole",
      sql`(${t.judgedAt} is null) = (${t.score} is null) and (${t.judgedAt} is null) = (${t.grade} is null) and (${t.judgedAt} is null) = (${t.coverage} is null) and (${t.judgedAt} is null) = (${t.replayHash} is null)`,
    ),
  ],
);

/** What the rules made of a take; a row for each version of the rules. Made WITHOUT ROWID by its migration. */
export const results = sqliteTable(
  "results",
  {
    takeId: text("take_id")
      .notNull()
      .references(() => takes.id),
    rules: integer("rules").notNull(),
    /** JSON of a TakeResult. */
    result: text("result").notNull(),
  },
  (t) => [primaryKey({ columns: [t.takeId, t.rules] })],
);

/** The best take of a dancer on a board. `missing` is what lacks to the full score, so that every key of the order rises. */
export const bests = sqliteTable(
  "bests",
  {
    boardId: integer("board_id")
      .notNull()
      .references(() => boards.id),
    dancerId: text("dancer_id")
      .notNull()
      .references(() => dancers.id),
    missing: integer("missing").notNull(),
    at: integer("at").notNull(),
    takeId: text("take_id")
      .notNull()
      .references(() => takes.id),
    grade: text("grade").notNull(),
    /** The dancer's name, kept here too, so that a page of a board is read from one index alone. */
    name: text("name").notNull().default(""),
    /** 1 where the dancer hides: not on the board for everybody, not in the buckets. */
    hidden: integer("hidden").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.boardId, t.dancerId] }),
    index("bests_in_order")
      .on(t.boardId, t.missing, t.at, t.takeId, t.dancerId, t.grade, t.name)
      .where(sql`hidden = 0`),
    check("bests_missing_range", sql`${t.missing} between 0 and 1000000`),
  ],
);

/**
 * How many dancers of a board miss between bucket x 10,000 points and the next: a rank is a short sum. Made WITHOUT
 * ROWID by its migration, since every take that rises writes four of them.
 */
export const buckets = sqliteTable(
  "buckets",
  {
    boardId: integer("board_id")
      .notNull()
      .references(() => boards.id),
    bucket: integer("bucket").notNull(),
    dancers: integer("dancers").notNull(),
    /** JSON: how many of them in each hundredth of the bucket, by its number; those with nobody may lack. */
    parts: text("parts").notNull(),
  },
  (t) => [primaryKey({ columns: [t.boardId, t.bucket] }), check("buckets_not_negative", sql`${t.dancers} >= 0`)],
);
