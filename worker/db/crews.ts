import { and, eq, sql } from "drizzle-orm";
import { may, type Role } from "#dance/practice/permission.ts";
import { forgetting } from "./assignments.ts";
import { dropGrantsTo } from "./grants.ts";
import { batch, type Db } from "./open.ts";
import { withdrawing } from "./publishing.ts";
import { crews, dancers, members } from "./schema.ts";

export interface CrewRow {
  readonly id: string;
  readonly name: string;
  /** What the asker is there. */
  readonly role: Role;
}

export interface MemberRow {
  readonly dancer: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly joinedAt: number;
}

const columns = { id: crews.id, name: crews.name, role: sql<Role>`${members.role}` };

/** A new crew with its first lead, unless they are in too many already; says whether it was made. */
export async function addCrew(
  db: Db,
  crew: { readonly id: string; readonly name: string },
  lead: string,
  at: number,
  most: number,
): Promise<boolean> {
  await batch(db, [
    sql`insert into crews (id, name, created_at) select ${crew.id}, ${crew.name}, ${at}
      where (select count(*) from members where dancer_id = ${lead}) < ${most}`,
    sql`insert into members (crew_id, dancer_id, role, joined_at)
      select id, ${lead}, 'lead', ${at} from crews where id = ${crew.id}`,
  ]);
  return (await crewOf(db, crew.id, lead)) !== null;
}

/** The crews of a dancer, the oldest membership first. */
export async function crewsOf(db: Db, dancerId: string): Promise<CrewRow[]> {
  return db
    .select(columns)
    .from(members)
    .innerJoin(crews, eq(crews.id, members.crewId))
    .where(eq(members.dancerId, dancerId))
    .orderBy(members.joinedAt, crews.id);
}

/** A crew as one of its members sees it; null to everybody else. */
export async function crewOf(db: Db, id: string, dancerId: string): Promise<CrewRow | null> {
  const [row] = await db
    .select(columns)
    .from(members)
    .innerJoin(crews, eq(crews.id, members.crewId))
    .where(and(eq(members.crewId, id), eq(members.dancerId, dancerId)));
  return row ?? null;
}

/** Who is in a crew, the longest first. */
export async function membersOf(db: Db, crewId: string): Promise<MemberRow[]> {
  const rows = await db
    .select({ id: dancers.id, name: dancers.name, role: sql<Role>`${members.role}`, joinedAt: members.joinedAt })
    .from(members)
    .innerJoin(dancers, eq(dancers.id, members.dancerId))
    .where(eq(members.crewId, crewId))
    .orderBy(members.joinedAt, dancers.id);
  return rows.map(({ id, name, ...row }) => ({ dancer: { id, name }, ...row }));
}

export async function renameCrew(db: Db, id: string, name: string): Promise<void> {
  await db.update(crews).set({ name }).where(eq(crews.id, id));
}

/** Gives a member a role in a lead's name; false where `lead` is none any more, so that two leads never undo each other. */
export async function setRole(db: Db, crewId: string, dancerId: string, role: Role, lead: string): Promise<boolean> {
  const { meta } = await db.run(sql`
    update members set role = ${role} where crew_id = ${crewId} and dancer_id = ${dancerId}
      and exists (select 1 from members l where l.crew_id = ${crewId} and l.dancer_id = ${lead} and l.role = 'lead')`);
  if (meta.changes > 0 && !may(role, "review", false)) await dropGrantsTo(db, dancerId, crewId);
  return meta.changes > 0;
}

/** Whether two dancers are in one crew. */
export async function shareCrew(db: Db, one: string, other: string): Promise<boolean> {
  const rows = await db.all(sql`
    select 1 from members a cross join members b on b.crew_id = a.crew_id and b.dancer_id = ${other}
    where a.dancer_id = ${one} limit 1`);
  return rows.length > 0;
}

/** Clears away crews that ended: what hangs on them, then themselves. */
const CLEAR = [
  ...["grants", "assignments", "rubrics"].map(
    (table) => sql`delete from ${sql.raw(table)} where crew_id in (select id from crews where ended_at is not null)`,
  ),
  sql`update choreographies set visibility = 'me', crew_id = null where crew_id in (select id from crews where ended_at is not null)`,
  sql`delete from crew_challenges where crew_id in (select id from crews where ended_at is not null)`,
  sql`delete from invites where crew_id in (select id from crews where ended_at is not null)`,
  sql`delete from members where crew_id in (select id from crews where ended_at is not null)`,
  sql`delete from crews where ended_at is not null`,
];

export async function endCrew(db: Db, id: string, at: number): Promise<void> {
  await batch(db, [sql`update crews set ended_at = ${at} where id = ${id}`, ...CLEAR]);
}

/**
 * The statements by which a dancer leaves a crew, or all of theirs. Where they were the only lead, the coach who is there
 * longest becomes lead, else the dancer; a crew without members ends. Their invites go with them, what they shared there
 * and what was shared with them, and what they were asked for. What they published for it is to be withdrawn before.
 */
export function leaving(dancerId: string, crewId: string | null, at: number) {
  const here = crewId === null ? sql`1` : sql`crew_id = ${crewId}`;
  return [
    sql`update crews set ended_at = ${at} where id in (select crew_id from members where dancer_id = ${dancerId} and ${here})
      and not exists (select 1 from members where crew_id = crews.id and dancer_id <> ${dancerId})`,
    sql`delete from invites where dancer_id = ${dancerId} and ${here}`,
    sql`delete from grants where (dancer_id = ${dancerId} or coach_id = ${dancerId}) and ${here}`,
    sql`delete from assignments where dancer_id = ${dancerId} and ${here}`,
    forgetting(dancerId, sql`select crew_id from members where dancer_id = ${dancerId} and ${here}`),
    ...CLEAR,
    sql`update members set role = 'lead' where (crew_id, dancer_id) in (
      select crew_id, (select o.dancer_id from members o where o.crew_id = m.crew_id and o.dancer_id <> ${dancerId}
        order by o.role <> 'coach', o.joined_at, o.dancer_id limit 1)
      from members m where dancer_id = ${dancerId} and ${here} and not exists (
        select 1 from members l where l.crew_id = m.crew_id and l.role = 'lead' and l.dancer_id <> ${dancerId}))`,
    sql`delete from members where dancer_id = ${dancerId} and ${here}`,
  ];
}

export async function leave(db: Db, dancerId: string, crewId: string, at: number): Promise<void> {
  const theirs = sql`owner_id = ${dancerId} and visibility = 'crew' and crew_id = ${crewId}`;
  await batch(db, [...withdrawing(theirs), ...leaving(dancerId, crewId, at)]);
}
