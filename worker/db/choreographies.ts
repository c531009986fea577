import { type SQL, sql } from "drizzle-orm";
import { LEVELS } from "#dance/choreo/choreography.ts";
import type { Summary } from "#dance/choreo/summary.ts";
import type { Visibility } from "#dance/choreo/visibility.ts";
import type { Db } from "./open.ts";
import { choreographies } from "./schema.ts";

/** A version of a choreography as somebody sees it. */
export type VersionedSummary = Summary & {
  /** Content hash that names it. */
  readonly version: string;
  /** Who published it; null where it comes with the page, and where it was taken back. */
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly mine: boolean;
  readonly visibility: Visibility;
  /** The crew that it is for; told to whoever sees it. */
  readonly crew: string | null;
  /** Sections that can have no board (-1 is all of it). */
  readonly unranked: readonly number[];
  readonly publishedAt: number;
  /** Whether it is what is danced today of its position. */
  readonly current: boolean;
  /** False where it is told only for one's own takes of it: it is not theirs to dance any more. */
  readonly open: boolean;
};

interface Row {
  readonly version: string;
  readonly summary: string;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly visibility: Visibility;
  readonly crew: string | null;
  readonly unranked: string;
  readonly publishedAt: number;
  readonly current: number;
  readonly open: number;
}

/** Whether somebody may see version `c`: nobody what was taken back, else its author and whom it is for. */
export const visibleTo = (asker: string | null): SQL =>
  asker === null
    ? sql`(c.gone_at is null and c.visibility = 'everyone')`
    : sql`(c.gone_at is null and (c.visibility = 'everyone' or c.owner_id = ${asker} or (c.visibility = 'crew' and exists (
        select 1 from members m where m.crew_id = c.crew_id and m.dancer_id = ${asker}))))`;

const columns = (open: SQL) => sql`c.version, c.summary, c.owner_id as authorId, d.name as authorName, c.visibility,
  c.crew_id as crew, c.unranked, c.published_at as publishedAt, c.current, ${open} as open`;
const AUTHOR = sql.raw("left join dancers d on d.id = c.owner_id");
/** Those that come with the page: nobody's, and never taken back. */
const BUILT_IN = sql.raw("c.owner_id is null and c.gone_at is null");

const read =
  (asker: string | null) =>
  ({ summary, authorId, authorName, unranked, current, open, ...row }: Row): VersionedSummary => ({
    ...(JSON.parse(summary) as Summary),
    ...(open === 1 ? {} : { cover: [] }),
    ...row,
    author: authorId !== null && authorName !== null ? { id: authorId, name: authorName } : null,
    mine: authorId !== null && authorId === asker,
    unranked: JSON.parse(unranked) as number[],
    current: current === 1,
    open: open === 1,
  });

/** The current version of every choreography that comes with the page, easiest first. */
export async function currentChoreographies(db: Db): Promise<VersionedSummary[]> {
  const rows = await db.all<Row>(sql`
    select ${columns(sql`1`)} from choreographies c ${AUTHOR} where c.current = 1 and ${BUILT_IN}`);
  const hardness = ({ level, bpm }: Summary) => LEVELS.indexOf(level) * 1000 + bpm;
  return rows.map(read(null)).sort((a, b) => hardness(a) - hardness(b));
}

/** A version as somebody may see it; null to whom it is not for. */
export async function choreographyOf(db: Db, version: string, asker: string | null): Promise<VersionedSummary | null> {
  const [row] = await db.all<Row>(sql`
    select ${columns(sql`1`)} from choreographies c ${AUTHOR} where c.version = ${version} and ${visibleTo(asker)}`);
  return row ? read(asker)(row) : null;
}

/** Whether somebody may see a version; reads no more than its row, and a membership where it is for a crew. */
export async function maySee(db: Db, version: string, asker: string | null): Promise<boolean> {
  const rows = await db.all(sql`
    select 1 from choreographies c where c.version = ${version} and ${visibleTo(asker)}`);
  return rows.length > 0;
}

/** Whether all of a crew see a version. */
export const isForCrew = (
  { visibility, crew }: Pick<VersionedSummary, "visibility" | "crew">,
  crewId: string,
): boolean => visibility === "everyone" || crew === crewId;

/** Whether a version is published, for whomever. */
export async function isPublished(db: Db, version: string): Promise<boolean> {
  const rows = await db.all(sql`
    select 1 from ${choreographies} where version = ${version} and gone_at is null`);
  return rows.length > 0;
}

/** Those of some versions that there are, in no order, for whoever may read takes of them: `open` says whether they may dance. `which` of the rows `c` are told, all without it. */
export async function choreographiesOf(
  db: Db,
  versions: readonly string[],
  asker: string,
  which: SQL = sql`true`,
): Promise<VersionedSummary[]> {
  const rows = await db.all<Row>(sql`
    select ${columns(visibleTo(asker))} from json_each(${JSON.stringify(versions)}) v
      cross join choreographies c on c.version = v.value and ${which} ${AUTHOR}`);
  return rows.map(read(asker));
}

/** A version as somebody sees it who may, or who has danced it; null to all others. */
export async function choreographyDanced(db: Db, version: string, asker: string): Promise<VersionedSummary | null> {
  const [row] = await db.all<Row>(sql`
    select ${columns(visibleTo(asker))} from choreographies c ${AUTHOR} where c.version = ${version}
      and exists (select 1 from takes t where t.dancer_id = ${asker} and t.version = c.version)`);
  return row ? read(asker)(row) : null;
}

/** All versions that somebody published, the latest first. */
export async function choreographiesBy(db: Db, owner: string, limit: number): Promise<VersionedSummary[]> {
  const rows = await db.all<Row>(sql`
    select ${columns(sql`1`)} from choreographies c ${AUTHOR} where c.owner_id = ${owner}
    order by c.published_at desc, c.version limit ${limit}`);
  return rows.map(read(owner));
}

/** What is danced today of the routines that are for crews of somebody's, the latest first; their own are not among them. */
export async function choreographiesForCrews(db: Db, asker: string, limit: number): Promise<VersionedSummary[]> {
  const rows = await db.all<Row>(sql`
    select ${columns(sql`1`)} from members m
      cross join choreographies c on c.crew_id = m.crew_id and c.crew_id is not null ${AUTHOR}
    where m.dancer_id = ${asker} and c.current = 1 and c.owner_id <> ${asker}
    order by c.published_at desc, c.version limit ${limit}`);
  return rows.map(read(asker));
}

/** Where a routine stands in the list for everybody: the latest comes first. */
export interface Published {
  readonly at: number;
  readonly version: string;
}

/** What is danced today of the routines for everybody that were published before another, the latest first. */
export async function choreographiesBefore(db: Db, asker: string | null, before: Published | null, limit: number) {
  const earlier = before
    ? sql`and c.published_at <= ${before.at} and (c.published_at < ${before.at} or c.version < ${before.version})`
    : sql``;
  const rows = await db.all<Row>(sql`
    select ${columns(sql`1`)} from choreographies c ${AUTHOR}
    where c.visibility = 'everyone' and c.current = 1 and c.owner_id is not null ${earlier}
    order by c.published_at desc, c.version desc limit ${limit}`);
  return rows.map(read(asker));
}

/** Words that begin with a beginning. */
const beginsWith = (column: SQL, word: string): SQL => sql`${column} >= ${word} and ${column} < ${`${word}\u{10ffff}`}`;

/**
 * The routines for everybody in whose titles a word begins with each of the words, the latest first. The first word is
 * looked up, at most `most` titles are held against the others.
 */
export async function choreographiesNamed(
  db: Db,
  asker: string | null,
  [first = "", ...others]: readonly string[],
  most: number,
  limit: number,
): Promise<VersionedSummary[]> {
  const also = others.map(
    (word) =>
      sql`and exists (select 1 from title_words o where o.version = c.version and ${beginsWith(sql`o.word`, word)})`,
  );
  const rows = await db.all<Row>(sql`
    select ${columns(sql`1`)} from (
      select distinct version from (
        select w.version from title_words w where w.open = 1 and ${beginsWith(sql`w.word`, first)} limit ${most})) f
      cross join choreographies c on c.version = f.version ${AUTHOR}
    where true ${sql.join(also, sql` `)} order by c.published_at desc, c.version limit ${limit}`);
  return rows.map(read(asker));
}

/** The versions of a routine that somebody may see, the latest first; those that come with the page before all others. */
export async function versionsOf(
  db: Db,
  slug: string,
  asker: string | null,
  limit: number,
): Promise<VersionedSummary[]> {
  const rows = await db.all<Row>(sql`
    select ${columns(sql`1`)} from choreographies c ${AUTHOR} where c.slug = ${slug} and ${visibleTo(asker)}
    order by c.published_at desc, c.version limit ${limit}`);
  const all = rows.map(read(asker));
  const builtIn = all.filter(({ author }) => author === null);
  return builtIn.length > 0 ? builtIn : all;
}
