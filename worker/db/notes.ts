import { eq, type SQL, sql } from "drizzle-orm";
import type { LimbGroup } from "#dance/pose/keypoints.ts";
import type { Drawing } from "#dance/practice/drawing.ts";
import { batch, type Db } from "./open.ts";
import { notes } from "./schema.ts";

export interface NoteRow {
  readonly id: string;
  readonly takeId: string;
  /** Whose take it is. */
  readonly dancerId: string;
  readonly by: { readonly id: string; readonly name: string };
  /** Empty where it is the dancer's own. */
  readonly crewId: string;
  readonly from: number;
  readonly to: number;
  readonly time: number;
  readonly limb: LimbGroup | null;
  readonly text: string;
  readonly drawing: Drawing | null;
  readonly voice: { readonly type: string; readonly seconds: number } | null;
  readonly madeAt: number;
  readonly editedAt: number | null;
  readonly doneAt: number | null;
  readonly lastAt: number;
}
export type NewNote = Omit<NoteRow, "by" | "voice" | "editedAt" | "doneAt" | "lastAt"> & { readonly authorId: string };

/** A note as it is read. */
export type NoteColumns = Omit<NoteRow, "by" | "drawing" | "voice"> & {
  readonly byId: string;
  readonly byName: string;
  readonly drawing: string | null;
  readonly voiceType: string | null;
  readonly voiceSeconds: number | null;
};
/** Of note `n` and its author `a`. */
export const NOTE_COLUMNS =
  sql.raw(`n.id, n.take_id as takeId, n.dancer_id as dancerId, n.author_id as byId, a.name as byName,
  n.crew_id as crewId, n.from_count as "from", n.to_count as "to", n.time, n.limb, n.text, n.drawing,
  n.voice_type as voiceType, n.voice_seconds as voiceSeconds, n.made_at as madeAt, n.edited_at as editedAt,
  n.done_at as doneAt, n.last_at as lastAt`);

export const readNote = ({ byId, byName, drawing, voiceType, voiceSeconds, ...row }: NoteColumns): NoteRow => ({
  ...row,
  by: { id: byId, name: byName },
  drawing: drawing === null ? null : JSON.parse(drawing),
  voice: voiceType === null || voiceSeconds === null ? null : { type: voiceType, seconds: voiceSeconds },
});

export async function addNote(db: Db, note: NewNote): Promise<void> {
  const { id, takeId, dancerId, authorId, crewId, from, to, time, limb, text, madeAt } = note;
  const drawing = note.drawing && JSON.stringify(note.drawing);
  await batch(db, [
    sql`insert into notes (id, take_id, dancer_id, author_id, crew_id, from_count, to_count, time, limb, text, drawing, made_at, last_at)
      values (${id}, ${takeId}, ${dancerId}, ${authorId}, ${crewId}, ${from}, ${to}, ${time}, ${limb}, ${text}, ${drawing},
        ${madeAt}, ${madeAt})`,
  ]);
}

/** What of a take's notes somebody reads: all, or those of the dancer, of some crews and their own. */
export type Within = "all" | readonly string[];
const readBy = (within: Within, reader: string): SQL =>
  within === "all"
    ? sql`true`
    : sql`(n.crew_id = '' or n.author_id = ${reader} or n.crew_id in (select value from json_each(${JSON.stringify(within)})))`;

/** A place among the notes of a take. */
export interface NotePlace {
  readonly from: number;
  readonly id: string;
}

/** Notes of a take that somebody reads, after a place, in the order of the song. */
export async function notesOf(
  db: Db,
  takeId: string,
  { within, reader }: { readonly within: Within; readonly reader: string },
  after: NotePlace | null,
  limit: number,
) {
  const rows = await db.all<NoteColumns>(sql`
    select ${NOTE_COLUMNS} from notes n cross join dancers a on a.id = n.author_id
    where n.take_id = ${takeId} and ${readBy(within, reader)}
      ${after ? sql`and (n.from_count, n.id) > (${after.from}, ${after.id})` : sql``}
    order by n.from_count, n.id limit ${limit}`);
  return rows.map(readNote);
}

export async function noteOf(db: Db, id: string): Promise<NoteRow | null> {
  const [row] = await db.all<NoteColumns>(
    sql`select ${NOTE_COLUMNS} from notes n cross join dancers a on a.id = n.author_id where n.id = ${id}`,
  );
  return row ? readNote(row) : null;
}

/** What may be changed of a note; what lacks stays. */
export interface NoteChange {
  readonly from: number;
  readonly to: number;
  readonly limb: LimbGroup | null;
  readonly text: string;
  readonly drawing: Drawing | null;
}

export async function changeNote(db: Db, id: string, change: NoteChange, at: number): Promise<void> {
  const { from, to, limb, text, drawing } = change;
  await db.run(sql`
    update notes set from_count = ${from}, to_count = ${to}, limb = ${limb}, text = ${text},
      drawing = ${drawing && JSON.stringify(drawing)}, edited_at = ${at} where id = ${id}`);
}

/** Notes that it is done, or open again (null). */
export async function settleNote(db: Db, id: string, doneAt: number | null, at: number): Promise<void> {
  await db.update(notes).set({ doneAt, lastAt: at }).where(eq(notes.id, id));
}

/** Notes which voice a note has, or that it has none; says whether the note is there. */
export async function setVoice(
  db: Db,
  id: string,
  voice: { readonly type: string; readonly seconds: number } | null,
  at: number,
): Promise<boolean> {
  const { meta } = await db.run(sql`
    update notes set voice_type = ${voice?.type ?? null}, voice_seconds = ${voice?.seconds ?? null}, last_at = ${at}
    where id = ${id}`);
  return meta.changes > 0;
}

/** Removes a note with its thread. */
export async function dropNote(db: Db, id: string): Promise<void> {
  await batch(db, [sql`delete from replies where note_id = ${id}`, sql`delete from notes where id = ${id}`]);
}
