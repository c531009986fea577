import { and, eq, lte, sql } from "drizzle-orm";
import type { GrantScope } from "#dance/practice/grant.ts";
import { batch, type Db } from "./open.ts";
import { DANCED, holding } from "./reviewing.ts";
import { grants } from "./schema.ts";

export interface GrantRow {
  readonly id: string;
  readonly crew: { readonly id: string; readonly name: string };
  readonly dancer: { readonly id: string; readonly name: string };
  readonly coach: { readonly id: string; readonly name: string };
  readonly scope: GrantScope;
  readonly take: {
    readonly id: string;
    readonly section: number;
    readonly score: number | null;
    readonly at: number;
  } | null;
  readonly version: string | null;
  /** When its dancer joined the crew: of all practice, what was danced since then. */
  readonly since: number;
  readonly madeAt: number;
  readonly until: number;
}

export interface NewGrant {
  readonly id: string;
  readonly crewId: string;
  readonly dancerId: string;
  readonly coachId: string;
  readonly scope: GrantScope;
  /** Id of the take or version of the choreography; empty for all practice. */
  readonly what: string;
  readonly madeAt: number;
  readonly until: number;
}

/** Keeps a grant, or prolongs or shortens the same one, unless its dancer has given so many; gives its id, or null. */
export async function addGrant(db: Db, grant: NewGrant, most: number): Promise<string | null> {
  const { id, crewId, dancerId, coachId, scope, what, madeAt, until } = grant;
  const same = sql`coach_id = ${coachId} and dancer_id = ${dancerId} and crew_id = ${crewId}
    and scope = ${scope} and what = ${what}`;
  await batch(db, [
    sql`insert into grants (id, crew_id, dancer_id, coach_id, scope, what, made_at, until)
      select ${id}, ${crewId}, ${dancerId}, ${coachId}, ${scope}, ${what}, ${madeAt}, ${until}
      where (select count(*) from grants where dancer_id = ${dancerId} and until > ${madeAt}) < ${most}
        or exists (select 1 from grants where ${same} and until > ${madeAt})
      on conflict (coach_id, dancer_id, crew_id, scope, what) do update set until = excluded.until`,
  ]);
  const [row] = await db.all<{ id: string }>(sql`
    select id from grants where ${same} and until = ${until}`);
  return row?.id ?? null;
}

interface Row {
  readonly [name: string]: string | number | null;
}
const columns = sql`g.id, g.crew_id as crewId, k.name as crewName, g.dancer_id as dancerId, dn.name as dancerName,
  g.coach_id as coachId, cn.name as coachName, g.scope, g.what, t.section, t.score, t.version, ${DANCED} as danced,
  m.joined_at as since, g.made_at as madeAt, g.until`;
const JOINED = sql`cross join members m on m.crew_id = g.crew_id and m.dancer_id = g.dancer_id cross join crews k on k.id = g.crew_id cross join dancers dn on dn.id = g.dancer_id
  cross join dancers cn on cn.id = g.coach_id left join takes t on g.scope = 'take' and t.id = g.what`;

const read = (row: Row): GrantRow => {
  const isTake = row.scope === "take";
  const take = { id: row.what, section: row.section, score: row.score, at: row.danced } as NonNullable<
    GrantRow["take"]
  >;
  return {
    ...({ id: row.id, scope: row.scope, since: row.since, madeAt: row.madeAt, until: row.until } as Pick<
      GrantRow,
      "id" | "scope" | "since" | "madeAt" | "until"
    >),
    crew: { id: row.crewId as string, name: row.crewName as string },
    dancer: { id: row.dancerId as string, name: row.dancerName as string },
    coach: { id: row.coachId as string, name: row.coachName as string },
    take: isTake ? take : null,
    version: (isTake ? row.version : row.scope === "choreography" ? row.what : null) as string | null,
  };
};

/** The grants that a dancer gave and that hold, the latest first; also to who is no coach just now. */
export async function grantsBy(db: Db, dancerId: string, now: number, limit: number): Promise<GrantRow[]> {
  const rows = await db.all<Row>(sql`
    select ${columns} from grants g ${JOINED} where g.dancer_id = ${dancerId} and g.until > ${now}
    order by g.made_at desc, g.id limit ${limit}`);
  return rows.map(read);
}

/** The grants by which a coach may see something now, the latest first. */
export async function grantsTo(db: Db, coachId: string, now: number, limit: number): Promise<GrantRow[]> {
  const rows = await db.all<Row>(sql`
    select ${columns} from (select g.* from ${holding(coachId, now)}) g ${JOINED}
    order by g.made_at desc, g.id limit ${limit}`);
  return rows.map(read);
}

/** Ends a grant for its dancer or its coach; says whether there was one. */
export async function dropGrant(db: Db, id: string, dancerId: string): Promise<boolean> {
  const { meta } = await db.run(
    sql`delete from grants where id = ${id} and (dancer_id = ${dancerId} or coach_id = ${dancerId})`,
  );
  return meta.changes > 0;
}

/** Ends what a coach may see in a crew: who reviews there no more does not find it again should they review once more. */
export async function dropGrantsTo(db: Db, coachId: string, crewId: string): Promise<void> {
  await db.delete(grants).where(and(eq(grants.coachId, coachId), eq(grants.crewId, crewId)));
}

/** Clears away grants that have ended. */
export async function dropPastGrants(db: Db, now: number): Promise<void> {
  await db.delete(grants).where(lte(grants.until, now));
}
