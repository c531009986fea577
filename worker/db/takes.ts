import { and, asc, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { ALL_TIME, BOARD_KINDS, type BoardKind, boardWeek } from "#dance/practice/board.ts";
import type { Doubt } from "#dance/replay/trust.ts";
import { type Grade, RULES_VERSION, type TakeResult } from "#dance/scoring/result.ts";
import type { Db } from "./open.ts";
import { STANDING_RULES } from "./rules.ts";
import { boards, results, takes } from "./schema.ts";

/** A take as its dancer reads it, and what only the Worker needs. */
export const takeColumns = {
  id: takes.id,
  dancerId: takes.dancerId,
  session: takes.sessionId,
  version: takes.version,
  section: takes.section,
  rate: takes.rate,
  mirror: takes.mirror,
  seated: takes.seated,
  boardId: takes.boardId,
  openedAt: takes.openedAt,
  dancedAt: takes.dancedAt,
  expiresAt: takes.expiresAt,
  judgedAt: takes.judgedAt,
  score: takes.score,
  grade: sql<Grade | null>`${takes.grade}`,
  replayHash: takes.replayHash,
  doubt: sql<Doubt | null>`${takes.doubt}`,
};
export interface TakeRow {
  readonly id: string;
  readonly dancerId: string;
  readonly session: string;
  readonly version: string;
  readonly section: number;
  /** In thousandths. */
  readonly rate: number;
  readonly mirror: number;
  readonly seated: number;
  readonly boardId: number | null;
  readonly openedAt: number;
  /** Set where it was danced without network and opened afterwards: never on a board. */
  readonly dancedAt: number | null;
  readonly expiresAt: number;
  readonly judgedAt: number | null;
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly replayHash: string | null;
  /** Why it stands on no board, however good. */
  readonly doubt: Doubt | null;
}

export type NewTake = Omit<TakeRow, "boardId" | "judgedAt" | "score" | "grade" | "replayHash" | "doubt">;

/** Opens a take, and its boards of all time and of this week; `kind` says which of its section, null that it may enter none. */
export async function openTake(db: Db, { session, ...take }: NewTake, kind: BoardKind | null): Promise<void> {
  const { version, section } = take;
  const values = { ...take, sessionId: session };
  if (kind === null) {
    await db.insert(takes).values({ ...values, boardId: null });
    return;
  }
  const board = sql`(select id from boards where version = ${version} and section = ${section} and kind = ${kind}
    and rules = ${RULES_VERSION} and week = ${ALL_TIME})`;
  const keys = [ALL_TIME, boardWeek(take.openedAt)].map((week) => ({
    version,
    section,
    kind,
    rules: RULES_VERSION,
    week,
  }));
  await db.batch([
    db.insert(boards).values(keys).onConflictDoNothing(),
    db.insert(takes).values({ ...values, boardId: board }),
  ]);
}

/**
 * Opens a take that was danced before, under the id that its device gave it; again is the same as once. A take of the
 * same dancer that expired before it was delivered is opened anew, now as a late one. Gives what stands under the id.
 */
export async function openLateTake(db: Db, { session, ...take }: NewTake): Promise<TakeRow | null> {
  const { dancerId, dancedAt, openedAt, expiresAt } = take;
  await db
    .insert(takes)
    .values({ ...take, sessionId: session, boardId: null })
    .onConflictDoUpdate({
      target: takes.id,
      set: { dancedAt, openedAt, expiresAt, boardId: null },
      setWhere: sql`${takes.dancerId} = ${dancerId} and ${takes.judgedAt} is null and ${takes.expiresAt} < ${openedAt}`,
    });
  return takeById(db, take.id);
}

export async function takeById(db: Db, id: string): Promise<TakeRow | null> {
  const [row] = await db.select(takeColumns).from(takes).where(eq(takes.id, id));
  return row ?? null;
}

/** The result of a take by the rules that stand, else by the latest; null where it is not judged yet. */
export async function resultOf(db: Db, takeId: string): Promise<TakeResult | null> {
  const [row] = await db
    .select({ result: results.result })
    .from(results)
    .where(eq(results.takeId, takeId))
    .orderBy(desc(eq(results.rules, STANDING_RULES)), desc(results.rules))
    .limit(1);
  return row ? (JSON.parse(row.result) as TakeResult) : null;
}

/** The dancer's judged takes, newest first, of one section of one version where those are named. */
export async function takesOf(
  db: Db,
  dancerId: string,
  at: { version?: string | undefined; section?: number | undefined },
  limit: number,
): Promise<TakeRow[]> {
  const { version, section } = at;
  const asked =
    version !== undefined && section !== undefined
      ? newestOfKinds(dancerId, version, section, limit)
      : and(
          eq(takes.dancerId, dancerId),
          version === undefined ? undefined : eq(takes.version, version),
          section === undefined ? undefined : eq(takes.section, section),
          sql`judged_at is not null`,
        );
  return db
    .select(takeColumns)
    .from(takes)
    .where(asked)
    .orderBy(...(at.version === undefined ? NEWEST : [desc(takes.openedAt), takes.id]))
    .limit(limit);
}
/** Of each kind so many takes of a section: as the index has them, so that no more are read. */
const newestOfKinds = (dancerId: string, version: string, section: number, limit: number) => {
  const newest = BOARD_KINDS.map(
    (kind) => sql`select * from (select t.rowid from takes t where t.dancer_id = ${dancerId} and t.version = ${version}
      and t.section = ${section} and t.kind = ${kind} and t.judged_at is not null
      order by t.opened_at desc limit ${limit})`,
  );
  return sql`${takes}.rowid in (${sql.join(newest, sql` union all `)})`;
};

/** By when they were danced, as the index of takes by time has it: of any number of takes, only the newest are read. */
export const NEWEST = [sql`(case when danced_at is null then opened_at else danced_at end) desc`, desc(takes.id)];

/** What copies of a take are looked for by. */
export interface Looks {
  readonly signatures: readonly string[];
  /** A copy is worth about what its original is. */
  readonly score: number;
  readonly dancerId: string;
}

/** Takes of other dancers that bear one of the signatures and are believed to be theirs, those nearest in score: where their replays lie. */
export async function takesLike(
  db: Db,
  { signatures, score, dancerId }: Looks,
  most: number,
  limit: number,
): Promise<{ id: string; mirror: number; replayHash: string | null }[]> {
  return db.all(sql`
    select id, mirror, replay_hash as replayHash from (
      select t.id, t.mirror, t.replay_hash, t.score from json_each(${JSON.stringify(signatures)}) s
        cross join takes t on t.signature = s.value
      where t.signature is not null and t.doubt is null and t.dancer_id <> ${dancerId} limit ${most})
    order by abs(score - ${score}), id limit ${limit}`);
}

/** Ids of takes that expired before they were closed. */
export async function expiredTakes(db: Db, now: number, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: takes.id })
    .from(takes)
    .where(and(isNull(takes.judgedAt), lt(takes.expiresAt, now)))
    .orderBy(asc(takes.expiresAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Forgets takes unless they were closed in the meantime. */
export async function dropOpenTakes(db: Db, ids: readonly string[]): Promise<void> {
  const among = sql`${takes.id} in (select value from json_each(${JSON.stringify(ids)}))`;
  await db.delete(takes).where(and(among, isNull(takes.judgedAt)));
}
