import { type SQL, sql } from "drizzle-orm";
import { NOTE_COLUMNS, type NoteColumns, type NoteRow, readNote } from "./notes.ts";
import type { Db } from "./open.ts";
import { isReadable, isReviewable } from "./reviewing.ts";

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

/** Notes on a dancer's takes, and those that they wrote and may still read; where something was said last comes first. */
export async function myNotesBefore(
  db: Db,
  dancerId: string,
  { before, open, now }: { readonly before: NoteMoment | null; readonly open: boolean; readonly now: number },
  limit: number,
): Promise<MyNoteRow[]> {
  const part = (whose: SQL): SQL => sql`
    select * from (select n.* from notes n cross join takes t on t.id = n.take_id
      where ${whose} ${open ? sql`and n.done_at is null` : sql``}
      ${before ? sql`and n.last_at <= ${before.at} and (n.last_at < ${before.at} or n.id < ${before.id})` : sql``}
      order by n.last_at desc, n.id desc limit ${limit})`;
  const rows = await db.all<
    NoteColumns & { dancerName: string; version: string; section: number; score: number; danced: number }
  >(sql`
    select ${NOTE_COLUMNS}, d.name as dancerName, t.version, t.section, t.score, coalesce(t.danced_at, t.opened_at) as danced
    from (${part(sql`n.dancer_id = ${dancerId}`)}
      union all ${part(sql`n.author_id = ${dancerId} and n.author_id <> n.dancer_id
        and ${isReviewable(sql`n.take_id`, dancerId, now)} and ${isReadable(sql`t.version`, dancerId, now)}`)}) n
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
