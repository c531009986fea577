import { eq, sql } from "drizzle-orm";
import type { Criterion, Levels } from "#dance/practice/rubric.ts";
import type { Looking, View } from "./class.ts";
import type { Db } from "./open.ts";
import { isReadable } from "./reviewing.ts";
import { marks, rubrics } from "./schema.ts";

/** A crew's rubric; empty where it has none. */
export async function rubricOf(db: Db, crewId: string): Promise<Criterion[]> {
  const [row] = await db.select({ criteria: rubrics.criteria }).from(rubrics).where(eq(rubrics.crewId, crewId));
  return row ? JSON.parse(row.criteria) : [];
}

/** The rubrics of some crews, with their names. */
export async function rubricsOf(db: Db, crewIds: readonly string[]) {
  const rows = await db.all<{ id: string; name: string; criteria: string }>(sql`
    select k.id, k.name, r.criteria from json_each(${JSON.stringify(crewIds)}) e
    cross join rubrics r on r.crew_id = e.value cross join crews k on k.id = r.crew_id`);
  return rows.map(({ criteria, ...crew }) => ({ crew, criteria: JSON.parse(criteria) as Criterion[] }));
}

/** Keeps a rubric; an empty one is none. */
export async function setRubric(db: Db, crewId: string, criteria: readonly Criterion[]): Promise<void> {
  if (criteria.length === 0) {
    await db.delete(rubrics).where(eq(rubrics.crewId, crewId));
    return;
  }
  const text = JSON.stringify(criteria);
  await db
    .insert(rubrics)
    .values({ crewId, criteria: text })
    .onConflictDoUpdate({ target: rubrics.crewId, set: { criteria: text } });
}

export interface SheetRow {
  readonly takeId: string;
  readonly dancerId: string;
  /** Null where the crew is no more. */
  readonly crew: { readonly id: string; readonly name: string } | null;
  readonly by: { readonly id: string; readonly name: string };
  readonly criteria: readonly Criterion[];
  readonly levels: Levels;
  readonly at: number;
}
interface Row {
  readonly takeId: string;
  readonly dancerId: string;
  readonly crewId: string;
  readonly crewName: string | null;
  readonly byId: string;
  readonly byName: string;
  readonly criteria: string;
  readonly levels: string;
  readonly at: number;
}
const FOUND = sql.raw(`select s.take_id as takeId, s.dancer_id as dancerId, s.crew_id as crewId, k.name as crewName,
  s.author_id as byId, b.name as byName, s.criteria, s.levels, s.at`);
const JOINED = sql.raw("cross join dancers b on b.id = s.author_id left join crews k on k.id = s.crew_id");
const read = ({ crewId, crewName, byId, byName, criteria, levels, ...row }: Row): SheetRow => ({
  ...row,
  crew: crewName === null ? null : { id: crewId, name: crewName },
  by: { id: byId, name: byName },
  criteria: JSON.parse(criteria),
  levels: JSON.parse(levels),
});

/** What coaches gave a take, of all crews or of some, the latest first. */
export async function sheetsOf(db: Db, takeId: string, within: "all" | readonly string[]): Promise<SheetRow[]> {
  const here =
    within === "all" ? sql`true` : sql`s.crew_id in (select value from json_each(${JSON.stringify(within)}))`;
  const rows = await db.all<Row>(sql`
    ${FOUND} from marks s ${JOINED} where s.take_id = ${takeId} and ${here} order by s.at desc, s.author_id`);
  return rows.map(read);
}

/** The last sheets of some dancers in a crew, on takes that may be seen: one of each view, the latest first. */
export async function lastSheets(
  db: Db,
  crewId: string,
  views: readonly View[],
  { coachId, now }: Looking,
): Promise<SheetRow[]> {
  const rows = await db.all<Row>(sql`
    ${FOUND} from (select value ->> 'dancer' as dancer_id, value ->> 'since' as since, value ->> 'version' as version
      from json_each(${JSON.stringify(views)})) w
    cross join marks s on s.rowid = (select s.rowid from marks s cross join takes t on t.id = s.take_id
      where s.dancer_id = w.dancer_id and s.crew_id = ${crewId} and (w.version is null or t.version = w.version)
        and coalesce(t.danced_at, t.opened_at) >= w.since
        and ${isReadable(sql`t.version`, coachId, now)} order by s.at desc limit 1)
    ${JOINED} order by s.at desc, s.author_id`);
  return rows.map(read);
}

export interface NewSheet {
  readonly takeId: string;
  readonly dancerId: string;
  readonly crewId: string;
  readonly authorId: string;
  readonly criteria: readonly Criterion[];
  readonly levels: Levels;
  readonly at: number;
}

/** Keeps what a coach gave a take in a crew, in place of what they gave it before. */
export async function setSheet(db: Db, sheet: NewSheet): Promise<void> {
  const given = { criteria: JSON.stringify(sheet.criteria), levels: JSON.stringify(sheet.levels), at: sheet.at };
  await db
    .insert(marks)
    .values({ ...sheet, ...given })
    .onConflictDoUpdate({ target: [marks.takeId, marks.crewId, marks.authorId], set: given });
}

/** What a dancer gave and was given, for their account's file. */
export async function allSheets(db: Db, dancerId: string): Promise<SheetRow[]> {
  const rows = await db.all<Row>(sql`
    ${FOUND} from marks s ${JOINED} where s.dancer_id = ${dancerId} or s.author_id = ${dancerId} order by s.at, s.take_id`);
  return rows.map(read);
}
