import { eq, type SQL, sql } from "drizzle-orm";
import { BOARD_KINDS } from "#dance/practice/board.ts";
import { batch, type Db } from "./open.ts";
import { isGranted } from "./reviewing.ts";
import { assignments } from "./schema.ts";

export interface AssignmentRow {
  readonly id: string;
  readonly crew: { readonly id: string; readonly name: string };
  /** Who made it; null once they are deleted. */
  readonly by: { readonly id: string; readonly name: string } | null;
  /** Whom it asks; null for every dancer of the crew. */
  readonly to: { readonly id: string; readonly name: string } | null;
  readonly version: string;
  readonly section: number;
  readonly rate: number;
  readonly target: number;
  readonly text: string;
  readonly madeAt: number;
  readonly dueAt: number;
}
type Row = Omit<AssignmentRow, "crew" | "by" | "to"> &
  Readonly<Record<"crewId" | "crewName", string>> &
  Readonly<Record<"byId" | "byName" | "toId" | "toName", string | null>>;

const COLUMNS = sql.raw(`a.id, a.crew_id as crewId, k.name as crewName, a.author_id as byId, b.name as byName,
  a.dancer_id as toId, o.name as toName, a.version, a.section, a.rate / 1000.0 as rate, a.target, a.text,
  a.made_at as madeAt, a.due_at as dueAt`);
const JOINED = sql.raw(`cross join crews k on k.id = a.crew_id left join dancers b on b.id = a.author_id
  left join dancers o on o.id = a.dancer_id`);
const named = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null);
const read = ({ crewId, crewName, byId, byName, toId, toName, ...row }: Row): AssignmentRow => ({
  ...row,
  crew: { id: crewId, name: crewName },
  by: named(byId, byName),
  to: named(toId, toName),
});

export interface NewAssignment {
  readonly id: string;
  readonly crewId: string;
  readonly authorId: string;
  readonly dancerId: string | null;
  readonly version: string;
  readonly section: number;
  /** In thousandths. */
  readonly rate: number;
  readonly target: number;
  readonly text: string;
  readonly madeAt: number;
  readonly dueAt: number;
}

/** Keeps an assignment, unless the crew has so many open ones; says whether it is kept. */
export async function addAssignment(db: Db, assignment: NewAssignment, most: number): Promise<AssignmentRow | null> {
  const { id, crewId, authorId, dancerId, version, section, rate, target, text, madeAt, dueAt } = assignment;
  await batch(db, [
    sql`insert into assignments (id, crew_id, author_id, dancer_id, version, section, rate, target, text, made_at, due_at)
      select ${id}, ${crewId}, ${authorId}, ${dancerId}, ${version}, ${section}, ${rate}, ${target}, ${text}, ${madeAt}, ${dueAt}
      where (select count(*) from assignments where crew_id = ${crewId} and due_at > ${madeAt}) < ${most}`,
  ]);
  return assignmentOf(db, id);
}

export async function assignmentOf(db: Db, id: string): Promise<AssignmentRow | null> {
  const [row] = await db.all<Row>(sql`select ${COLUMNS} from assignments a ${JOINED} where a.id = ${id}`);
  return row ? read(row) : null;
}

export async function dropAssignment(db: Db, id: string): Promise<void> {
  await db.delete(assignments).where(eq(assignments.id, id));
}

/** Whether assignment `a` asks member `m` of its crew. */
const ASKS = sql.raw("(a.dancer_id = m.dancer_id or a.dancer_id is null and m.role = 'dancer')");

/** The assignments of a crew: open ones, the first due first, then so many past ones, the latest first. */
export async function assignmentsOf(db: Db, crewId: string, at: number, limits: { open: number; past: number }) {
  const rows = await db.all<Row>(sql`
    select * from (select ${COLUMNS} from assignments a ${JOINED} where a.crew_id = ${crewId} and a.due_at > ${at}
      order by a.due_at, a.id limit ${limits.open})
    union all
    select * from (select ${COLUMNS} from assignments a ${JOINED} where a.crew_id = ${crewId} and a.due_at <= ${at}
      order by a.due_at desc, a.id limit ${limits.past})`);
  return rows.map(read);
}

/** What a dancer is asked for in all their crews and is due after a moment, the first due first. */
export async function assignmentsTo(db: Db, dancerId: string, after: number, limit: number): Promise<AssignmentRow[]> {
  const rows = await db.all<Row>(sql`
    select ${COLUMNS} from members m cross join assignments a on a.crew_id = m.crew_id and a.due_at > ${after} and ${ASKS}
    ${JOINED} where m.dancer_id = ${dancerId} and m.joined_at < a.due_at order by a.due_at, a.id limit ${limit}`);
  return rows.map(read);
}

/** What a dancer asked for, and what they alone were asked for, for their account's file. */
export async function assignmentsAbout(db: Db, dancerId: string): Promise<AssignmentRow[]> {
  const rows = await db.all<Row>(sql`
    select ${COLUMNS} from assignments a ${JOINED} where a.author_id = ${dancerId} or a.dancer_id = ${dancerId}
    order by a.made_at, a.id`);
  return rows.map(read);
}

/** How an assignment stands for one whom it asks. */
export interface EffortRow {
  readonly assignmentId: string;
  readonly dancer: { readonly id: string; readonly name: string };
  readonly takes: number;
  /** How often the section was danced through, in lengths of it at full speed. */
  readonly lengths: number;
  readonly best: { readonly score: number; readonly takeId: string | null } | null;
  /** When the first take was danced that reached the target. */
  readonly reachedAt: number | null;
  readonly lastAt: number | null;
}

/** What a take must have to count, in thousandths and milliseconds. */
export interface EffortTerms {
  readonly coverage: number;
  readonly deliveryMs: number;
}

const DANCED = sql.raw("coalesce(t.danced_at, t.opened_at)");
/** Every kind: named, so that the index of takes by section serves what was opened since. */
const KINDS = sql.raw(BOARD_KINDS.map((kind) => `'${kind}'`).join(", "));

/**
 * The efforts of those whom some assignments ask, or of one of them: by judged takes danced since it was made and since
 * they joined. When it was danced counts, also where it was delivered later from an outbox, within its expiry.
 */
export async function effortsFor(
  db: Db,
  ids: readonly string[],
  who: { readonly dancerId: string } | { readonly coachId: string; readonly now: number },
  { coverage, deliveryMs }: EffortTerms,
): Promise<EffortRow[]> {
  const counts = sql`t.doubt is null and t.rate >= a.rate and t.coverage >= ${coverage}
    and (t.danced_at is null or t.judged_at - t.danced_at <= ${deliveryMs})`;
  const watchable: SQL =
    "dancerId" in who ? sql`true` : sql`(m.dancer_id = ${who.coachId} or ${isGranted(who.coachId, who.now)})`;
  const rows = await db.all<
    Omit<EffortRow, "dancer" | "best"> & { dancerId: string; name: string; best: string | null }
  >(sql`
    select a.id as assignmentId, m.dancer_id as dancerId, d.name, count(t.id) as takes,
      coalesce(sum(1000.0 / t.rate), 0) as lengths, max(${DANCED}) as lastAt,
      max(case when ${counts} then printf('%07d', t.score) || iif(${watchable}, t.id, '') end) as best,
      min(case when ${counts} and t.score >= a.target then ${DANCED} end) as reachedAt
    from json_each(${JSON.stringify(ids)}) e cross join assignments a on a.id = e.value
    cross join members m on m.crew_id = a.crew_id and ${ASKS} and m.joined_at < a.due_at
      ${"dancerId" in who ? sql`and m.dancer_id = ${who.dancerId}` : sql``}
    cross join dancers d on d.id = m.dancer_id
    left join takes t on t.dancer_id = m.dancer_id and t.version = a.version and t.section = a.section
      and t.kind in (${KINDS}) and t.opened_at >= a.made_at and t.judged_at is not null and ${DANCED} >= max(a.made_at, m.joined_at)
    group by a.id, m.dancer_id order by d.name, d.id`);
  return rows.map(({ dancerId, name, best, ...row }) => ({
    ...row,
    dancer: { id: dancerId, name },
    best: best === null ? null : { score: Number(best.slice(0, 7)), takeId: best.slice(7) || null },
  }));
}
