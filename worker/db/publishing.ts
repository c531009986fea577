import { type SQL, sql } from "drizzle-orm";
import type { Summary } from "#dance/choreo/summary.ts";
import { type Audience, widens } from "#dance/choreo/visibility.ts";
import { batch, type Db } from "./open.ts";
import { titleWords } from "./schema.ts";
import { titleWordsOf } from "./title-words.ts";

/** A version to be published. */
export interface Publication {
  readonly version: string;
  readonly summary: Summary;
  readonly unranked: readonly number[];
  readonly ownerId: string;
  readonly audience: Audience;
  readonly at: number;
}

/** What became of it; `new` where it was not there before. */
export const PUBLISHED_AS = ["new", "there", "slug-taken", "too-many"] as const;
export type PublishedAs = (typeof PUBLISHED_AS)[number];

interface Routine {
  readonly slug: string;
  readonly ownerId: string;
}

/** The audience of a routine of somebody's; null where they have none of that slug. */
export async function audienceOf(db: Db, { slug, ownerId }: Routine): Promise<Audience | null> {
  const [row] = await db.all<Audience>(sql`
    select visibility, crew_id as crew from choreographies where slug = ${slug} and owner_id = ${ownerId} limit 1`);
  return row ?? null;
}

/**
 * Publishes a version, which becomes what is danced of its position; the whole routine is for its audience from then on.
 * A slug belongs to whoever has it. A version that was taken back is published anew.
 */
export async function publish(db: Db, publication: Publication, most: number): Promise<PublishedAs> {
  const { version, summary, unranked, ownerId, audience, at } = publication;
  const { slug, position = "" } = summary;
  const routine = { slug, ownerId };
  const before = await ownerOf(db, version);
  const was = await audienceOf(db, routine);
  const { visibility, crew } = audience;
  const ours = sql`exists (select 1 from choreographies o where o.version = ${version} and o.owner_id = ${ownerId})`;
  await batch(db, [
    sql`insert into choreographies (version, slug, summary, current, published_at, owner_id, visibility, crew_id, position,
        unranked, since)
      select ${version}, ${slug}, ${JSON.stringify(summary)}, 0, ${at}, ${ownerId}, ${visibility}, ${crew}, ${position},
        ${JSON.stringify(unranked)}, 0
      where not exists (select 1 from choreographies where slug = ${slug} and owner_id is not ${ownerId} and gone_at is null)
        and (select count(*) from choreographies where owner_id = ${ownerId}) < ${most}
      on conflict (version) do update set slug = excluded.slug, summary = excluded.summary, published_at = excluded.published_at,
        gone_at = null, leftover = 0, owner_id = excluded.owner_id, visibility = excluded.visibility,
        crew_id = excluded.crew_id, position = excluded.position, unranked = excluded.unranked, since = ${at}
      where gone_at is not null`,
    sql`update choreographies set current = 0 where slug = ${slug} and owner_id = ${ownerId} and position = ${position}
      and current = 1 and version <> ${version} and ${ours}`,
    sql`update choreographies set current = 1 where version = ${version} and owner_id = ${ownerId} and current = 0`,
    sql`insert into title_words (word, version, open)
      select value, ${version}, 0 from json_each(${JSON.stringify(titleWordsOf(summary.title))}) where ${ours}
      on conflict do nothing`,
    ...(was ? audienceStatements(routine, was, audience, at, ours) : []),
    opening(routine),
  ]);
  if ((await ownerOf(db, version)) === ownerId) return before === ownerId ? "there" : "new";
  return (await isTaken(db, routine)) ? "slug-taken" : "too-many";
}

const ownerOf = async (db: Db, version: string): Promise<string | null> =>
  (
    await db.all<{ ownerId: string | null }>(
      sql`select owner_id as ownerId from choreographies where version = ${version}`,
    )
  )[0]?.ownerId ?? null;

const isTaken = async (db: Db, { slug, ownerId }: Routine): Promise<boolean> =>
  (
    await db.all(
      sql`select 1 from choreographies where slug = ${slug} and owner_id is not ${ownerId} and gone_at is null limit 1`,
    )
  ).length > 0;

/** Gives a routine another audience. Where more people see it, its boards begin anew: nobody danced before them yet. */
export async function setAudience(db: Db, routine: Routine, was: Audience, to: Audience, at: number): Promise<void> {
  await batch(db, [...audienceStatements(routine, was, to, at, sql`true`), opening(routine)]);
}

const versions = ({ slug, ownerId }: Routine): SQL =>
  sql`select version from choreographies where slug = ${slug} and owner_id = ${ownerId}`;

/** The statements that give a routine another audience, as far as `only` holds. */
function audienceStatements(
  routine: Routine,
  was: Audience,
  { visibility, crew }: Audience,
  at: number,
  only: SQL,
): SQL[] {
  const wider = widens(was, { visibility, crew });
  const here = sql`${versions(routine)} and ${only}`;
  return [
    ...(wider ? emptyBoards(here) : []),
    ...unseen(here, visibility === "everyone" ? null : sql`crew_id is not ${crew}`),
    sql`update choreographies set visibility = ${visibility}, crew_id = ${crew}${wider ? sql`, since = ${at}` : sql``}
      where version in (${here})`,
  ];
}

/** Who stands on the boards of some versions, by all rules and of all weeks, stands there no more; their takes stay theirs. */
const emptyBoards = (here: SQL): SQL[] =>
  ["bests", "buckets"].map(
    (table) => sql`delete from ${sql.raw(table)} where board_id in (select id from boards where version in (${here}))`,
  );

/** Ends what crews were asked to dance of some versions: challenges and assignments of those crews that `which` names; none where it is null. */
const unseen = (here: SQL, which: SQL | null): SQL[] =>
  which === null
    ? []
    : ASKING.map((table) => sql`delete from ${sql.raw(table)} where version in (${here}) and ${which}`);

/** Tables of what crews are asked to dance, each with its crew and version. */
const ASKING = ["crew_challenges", "assignments"];

/** The words of a routine's titles are found by everybody where it is for everybody, and only those of today's versions. */
const opening = (routine: Routine): SQL => sql`
  update title_words set open = (select c.visibility = 'everyone' and c.current = 1 from choreographies c
    where c.version = title_words.version)
  where version in (${versions(routine)})`;

/** Takes back one version of a routine, or all of them; the latest that is left of its position is danced from then on. */
export async function takeBack(db: Db, routine: Routine, version: string | null, at: number): Promise<void> {
  const here = version === null ? versions(routine) : sql`select ${version}`;
  await batch(db, [
    ...takingBack(here, at),
    sql`update choreographies set current = 1 where version in (
      select version from (select version, position, row_number() over (partition by position order by published_at desc, version) as place
        from choreographies where slug = ${routine.slug} and owner_id = ${routine.ownerId}) l
      where place = 1 and not exists (select 1 from choreographies o where o.slug = ${routine.slug}
        and o.owner_id = ${routine.ownerId} and o.position = l.position and o.current = 1))`,
    opening(routine),
  ]);
}

const NO_TEXT = sql.raw(`json('{"en":"","ko":""}')`);

/**
 * The statements that take versions back: boards and challenges end, and what stays of a version is what the takes of it
 * need to be read, its counts and kinds of sections, without its author, words and poses. Its file is left over.
 */
export const takingBack = (here: SQL, at: number): SQL[] => [
  ...emptyBoards(here),
  ...unseen(here, sql`true`),
  sql`delete from ${titleWords} where version in (${here})`,
  sql`update choreographies set gone_at = ${at}, owner_id = null, current = 0, visibility = 'me', crew_id = null,
    slug = 'gone-' || substr(version, 1, 12), position = '', unranked = '[]', leftover = 1,
    summary = json_remove(json_set(summary, '$.slug', 'gone-' || substr(version, 1, 12), '$.title', ${NO_TEXT},
      '$.about', ${NO_TEXT}, '$.cover', json('[]'), '$.song', null, '$.sections', json((
        select json_group_array(json_object('kind', value ->> '$.kind', 'from', value ->> '$.from', 'to', value ->> '$.to'))
        from json_each(summary, '$.sections')))), '$.position')
    where version in (${here})`,
];

/** The statements by which routines for crews that end, or that somebody leaves, are their authors' alone again. */
export const withdrawing = (which: SQL): SQL[] => [
  ...unseen(sql`select version from choreographies where ${which}`, sql`true`),
  sql`update choreographies set visibility = 'me', crew_id = null where ${which}`,
];

/** Versions that were taken back and whose files may still lie in the bucket. */
export async function leftoverFiles(db: Db, limit: number): Promise<string[]> {
  const rows = await db.all<{ version: string }>(
    sql`select version from choreographies where leftover = 1 limit ${limit}`,
  );
  return rows.map(({ version }) => version);
}

/** Notes that files of some versions are gone; gives those of them that are published, and need theirs. */
export async function filesGone(db: Db, versions: readonly string[]): Promise<string[]> {
  const rows = await db.all<{ version: string; goneAt: number | null }>(sql`
    update choreographies set leftover = 0
    where version in (select value from json_each(${JSON.stringify(versions)})) returning version, gone_at as goneAt`);
  return rows.flatMap(({ version, goneAt }) => (goneAt === null ? [version] : []));
}
