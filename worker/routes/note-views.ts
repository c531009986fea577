import { allowedInThread } from "../auth/thread.ts";
import type { NoteRow } from "../db/notes.ts";
import type { Db } from "../db/open.ts";
import { type ReplyRow, repliesTo } from "../db/replies.ts";

/** A note with its thread, as the asker sees it; `own` says whether they danced the take. */
export const noteView = (
  { dancerId, crewId, ...note }: NoteRow,
  replies: readonly ReplyRow[],
  own: boolean,
  asker: string,
) => ({
  ...note,
  mine: note.by.id === asker,
  own: note.by.id === dancerId,
  editable: allowedInThread(own, asker, note.by.id, "edit-note"),
  droppable: allowedInThread(own, asker, note.by.id, "drop-note"),
  replies: replies.map((reply) => replyView(reply, own, asker)),
});

export const replyView = ({ noteId: _, ...reply }: ReplyRow, own: boolean, asker: string) => ({
  ...reply,
  mine: reply.by.id === asker,
  droppable: allowedInThread(own, asker, reply.by.id, "drop-reply"),
});

/** The replies to some notes, by the note that they answer. */
export async function threadsOf(db: Db, notes: readonly NoteRow[]): Promise<(id: string) => readonly ReplyRow[]> {
  const replies = new Map<string, ReplyRow[]>(notes.map(({ id }) => [id, []]));
  for (const reply of await repliesTo(db, [...replies.keys()])) replies.get(reply.noteId)?.push(reply);
  return (id) => replies.get(id) ?? [];
}
