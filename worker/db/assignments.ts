import { eq, type SQL, sql } from "drizzle-orm";
import { batch, type Db } from "./open.ts";
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
  /** When it was changed last; null where it stands as it was made. */
  readonly changedAt: number | null;
}
type Row = Omit<AssignmentRow, "crew" | "by" | "to"> &
  Readonly<Record<"crewId" | "crewName", string>> &
  Readonly<Record<"byId" | "byName" | "toId" | "toName", string | null>>;

const COLUMNS = sql.raw(`a.id, a.crew_id as crewId, k.name as crewName, a.author_id as byId, b.name as byName,
  a.dancer_id as toId, o.name as toName, a.version, a.section, a.rate / 1000.0 as rate, a.target, a.text,
  a.made_at as madeAt, a.due_at as dueAt, a.changed_at as changedAt`);
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

/** What may be changed of an assignment; what lacks stays, also where somebody else changes it in that moment. */
export interface AssignmentChange {
  readonly dancerId?: string | null;
  /** In thousandths. */
  readonly rate?: number;
  readonly target?: number;
  readonly text?: string;
  readonly dueAt?: number;
}

/** Why an assignment cannot be changed: it has asked for so many things, or so many others are open beside it. */
export type ChangeRefused = "often" | "many" | "gone";

/**
 * Changes an assignment, and keeps what it asked until now for takes that were danced by that. Null where it is done, else
 * why not: `changes` is how often at most it may ask for something else, `open` how many may be open in a crew at once.
 */
export async function changeAssignment(
  db: Db,
  id: string,
  change: AssignmentChange,
  { at, changes, open }: { readonly at: number; readonly changes: number; readonly open: number },
): Promise<ChangeRefused | null> {
  const to = (given: string | number | null | undefined, column: string): SQL =>
    given === undefined ? sql.raw(column) : sql`${given}`;
  const [dancer, text] = [to(change.dancerId, "dancer_id"), to(change.text, "text")];
  const [rate, target, due] = [to(change.rate, "rate"), to(change.target, "target"), to(change.dueAt, "due_at")];
  const asksElse = sql`(rate <> ${rate} or target <> ${target} or due_at <> ${due} or dancer_id is not ${dancer})`;
  const fits = sql`(due_at > ${at} or ${due} <= ${at} or ${open} > (select count(*) from assignments o
    where o.crew_id = assignments.crew_id and o.due_at > ${at}))`;
  const { meta } = await db.run(sql`
    update assignments set dancer_id = ${dancer}, rate = ${rate}, target = ${target}, text = ${text}, due_at = ${due},
      changed_at = iif(${asksElse} or text is not ${text}, ${at}, changed_at),
      earlier = iif(${asksElse}, json_insert(earlier, '$[#]', json_object(
        'since', coalesce(earlier ->> '$[#-1].until', made_at), 'until', cast(${at} as integer), 'dancerId', dancer_id,
        'rate', rate, 'target', target, 'dueAt', due_at)), earlier)
    where id = ${id} and (json_array_length(earlier) < ${changes} or not ${asksElse}) and ${fits}`);
  if (meta.changes > 0) return null;
  const [row] = await db.all<{ often: number }>(sql`
    select json_array_length(earlier) >= ${changes} and ${asksElse} as often from assignments where id = ${id}`);
  if (!row) return "gone";
  return row.often ? "often" : "many";
}

export async function assignmentOf(db: Db, id: string): Promise<AssignmentRow | null> {
  const [row] = await db.all<Row>(sql`select ${COLUMNS} from assignments a ${JOINED} where a.id = ${id}`);
  return row ? read(row) : null;
}

export async function dropAssignment(db: Db, id: string): Promise<void> {
  await db.delete(assignments).where(eq(assignments.id, id));
}

/** The statement by which dancers who leave crews are named no more in what those asked before. */
export const forgetting = (dancerId: string, crews: SQL): SQL => sql`
  update assignments set earlier = replace(earlier, ${dancerId}, '')
  where crew_id in (${crews}) and instr(earlier, ${dancerId}) > 0`;

/** Whether assignment `a` asks member `m` of its crew. */
export const ASKS = sql.raw("(a.dancer_id = m.dancer_id or a.dancer_id is null and m.role = 'dancer')");

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
