import { type SQL, sql } from "drizzle-orm";
import { NOTE_COLUMNS, type NoteColumns, type NoteRow, readNote } from "./notes.ts";
import type { Db } from "./open.ts";
import { holding, isReadable, isReviewable } from "./reviewing.ts";

/** A note with whose take it lies on, and which. */
export interface MyNoteRow extends NoteRow {
  readonly dancer: { readonly id: string; readonly name: string };
  readonly take: {
    readonly id: string;
    readonly version: string;
    readonly section: number;
    readonly score: number | null;
    readonly at: number;
  };
}

/** Where a note stands in time. */
export interface NoteMoment {
  readonly at: number;
  readonly id: string;
}

interface Which {
  readonly before: NoteMoment | null;
  readonly open: boolean;
}
const earlier = (at: SQL, id: SQL): SQL => sql`n.last_at <= ${at} and (n.last_at < ${at} or n.id < ${id})`;
const which = ({ before, open }: Which): SQL =>
  sql`${open ? sql`n.done_at is null` : sql`true`} and ${before ? earlier(sql`${before.at}`, sql`${before.id}`) : sql`true`}`;

/** Notes on a dancer's takes, the last first. */
const onTheirTakes = (dancerId: string, of: Which, limit: number): SQL => sql`
  select n.* from notes n where n.dancer_id = ${dancerId} and ${which(of)} order by n.last_at desc, n.id desc limit ${limit}`;

/**
 * Notes that a coach wrote and may still read, the last first. Those of every dancer who shares something with them now are
 * a chain of its own, and the queue takes the latest end of all chains: notes of whoever shares no more are never read.
 */
function fromTheirHand(coachId: string, now: number, of: Which, limit: number): SQL {
  const latest = (dancer: SQL, than: SQL): SQL => sql`notes h on h.rowid = (
    select n.rowid from notes n where n.author_id = ${coachId} and n.author_id <> n.dancer_id and n.dancer_id = ${dancer}
      and ${which(of)} and ${than} order by n.last_at desc, n.id desc limit 1)`;
  return sql`
    with recursive sharing as materialized (select distinct g.dancer_id from ${holding(coachId, now)}),
    queue(note, dancer_id, last_at, id) as (
      select h.rowid, h.dancer_id, h.last_at, h.id from sharing s cross join ${latest(sql`s.dancer_id`, sql`true`)}
      union all
      select h.rowid, h.dancer_id, h.last_at, h.id from queue q
        cross join ${latest(sql`q.dancer_id`, earlier(sql`q.last_at`, sql`q.id`))}
      order by 3 desc, 4 desc)
    select n.* from queue q cross join notes n on n.rowid = q.note cross join takes t on t.id = n.take_id
    where ${isReviewable(sql`n.take_id`, coachId, now)} and ${isReadable(sql`t.version`, coachId, now)} limit ${limit}`;
}

/** Notes on a dancer's takes, and those that they wrote and may still read; where something was said last comes first. */
export async function myNotesBefore(
  db: Db,
  dancerId: string,
  { now, ...of }: Which & { readonly now: number },
  limit: number,
): Promise<MyNoteRow[]> {
  const rows = await db.all<
    NoteColumns & { dancerName: string; version: string; section: number; score: number; danced: number }
  >(sql`
    select ${NOTE_COLUMNS}, d.name as dancerName, t.version, t.section, t.score, coalesce(t.danced_at, t.opened_at) as danced
    from (select * from (${onTheirTakes(dancerId, of, limit)})
      union all select * from (${fromTheirHand(dancerId, now, of, limit)})) n
    cross join dancers a on a.id = n.author_id cross join dancers d on d.id = n.dancer_id
    cross join takes t on t.id = n.take_id
    order by n.last_at desc, n.id desc limit ${limit}`);
  return rows.map(({ dancerName, version, section, score, danced, ...row }) => ({
    ...readNote(row),
    dancer: { id: row.dancerId, name: dancerName },
    take: { id: row.takeId, version, section, score, at: danced },
  }));
}

/** Notes that a dancer wrote or that lie on their takes, after a note's id, a few at a time. */
export async function notesAfter(db: Db, dancerId: string, after: string, limit: number): Promise<NoteRow[]> {
  const rows = await db.all<NoteColumns>(sql`
    select ${NOTE_COLUMNS} from notes n cross join dancers a on a.id = n.author_id
    where (n.dancer_id = ${dancerId} or n.author_id = ${dancerId}) and n.id > ${after} order by n.id limit ${limit}`);
  return rows.map(readNote);
}
