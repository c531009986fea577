import { and, desc, eq, sql } from "drizzle-orm";
import { visibleTo } from "./choreographies.ts";
import { batch, type Db } from "./open.ts";
import { dancers, shares, takes } from "./schema.ts";

export const SHARE_LANGUAGES = ["en", "ko"] as const;
export type ShareLanguage = (typeof SHARE_LANGUAGES)[number];

/** What a dancer chose to show of a take. */
export interface ShareRow {
  readonly takeId: string;
  /** ms since 1970. */
  readonly at: number;
  readonly named: boolean;
  readonly replay: boolean;
  readonly language: ShareLanguage;
}

const columns = {
  takeId: shares.takeId,
  at: shares.at,
  named: shares.named,
  replay: shares.replay,
  language: sql<ShareLanguage>`${shares.language}`,
};
type Row = Omit<ShareRow, "named" | "replay"> & { named: number; replay: number };
const read = (row: Row): ShareRow => ({ ...row, named: row.named === 1, replay: row.replay === 1 });

/** Shares a judged take of this dancer's, or shares it anew by another token; says whether that take is there. */
export async function addShare(
  db: Db,
  { takeId, at, named, replay, language }: ShareRow,
  dancerId: string,
  tokenHash: string,
): Promise<boolean> {
  await batch(db, [
    sql`insert into shares (take_id, dancer_id, token_hash, at, named, replay, language)
      select id, dancer_id, ${tokenHash}, ${at}, ${named ? 1 : 0}, ${replay ? 1 : 0}, ${language} from takes
      where id = ${takeId} and dancer_id = ${dancerId} and judged_at is not null
      on conflict (take_id) do update set token_hash = excluded.token_hash, at = excluded.at, named = excluded.named,
        replay = excluded.replay, language = excluded.language`,
  ]);
  const [row] = await db.select({ id: shares.takeId }).from(shares).where(eq(shares.tokenHash, tokenHash));
  return row !== undefined;
}

/** How a take of this dancer's is shared; null where it is not. */
export async function shareOf(db: Db, takeId: string, dancerId: string): Promise<ShareRow | null> {
  const [row] = await db
    .select(columns)
    .from(shares)
    .where(and(eq(shares.takeId, takeId), eq(shares.dancerId, dancerId)));
  return row ? read(row) : null;
}

/** What a link opens to somebody, with the dancer's name as it is now; nothing (null) where they may not see its routine. */
export async function sharedBy(
  db: Db,
  tokenHash: string,
  asker: string | null,
): Promise<(ShareRow & { name: string }) | null> {
  const [row] = await db
    .select({ ...columns, name: dancers.name })
    .from(shares)
    .innerJoin(dancers, eq(dancers.id, shares.dancerId))
    .where(
      and(
        eq(shares.tokenHash, tokenHash),
        sql`exists (select 1 from takes t join choreographies c on c.version = t.version
          where t.id = ${shares.takeId} and ${visibleTo(asker)})`,
      ),
    );
  return row ? { ...read(row), name: row.name } : null;
}

/** A shared take as its dancer finds it in their list. */
export interface SharedTakeRow extends ShareRow {
  readonly version: string;
  readonly section: number;
  readonly score: number | null;
}

/** The takes that a dancer shares, the latest first. */
export async function sharesOf(db: Db, dancerId: string, limit: number): Promise<SharedTakeRow[]> {
  const rows = await db
    .select({ ...columns, version: takes.version, section: takes.section, score: takes.score })
    .from(shares)
    .innerJoin(takes, eq(takes.id, shares.takeId))
    .where(eq(shares.dancerId, dancerId))
    .orderBy(desc(shares.at), shares.takeId)
    .limit(limit);
  return rows.map(({ version, section, score, ...row }) => ({ ...read(row), version, section, score }));
}

/** Ends the page of a take of this dancer's. */
export async function dropShare(db: Db, takeId: string, dancerId: string): Promise<void> {
  await db.delete(shares).where(and(eq(shares.takeId, takeId), eq(shares.dancerId, dancerId)));
}
