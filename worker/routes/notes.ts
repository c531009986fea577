import { type Context, Hono } from "hono";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { allowedInThread, type InReview, type InThread, readersOnly, reviewersOnly } from "../auth/thread.ts";
import { atMost } from "../body.ts";
import { choreographiesOf } from "../db/choreographies.ts";
import { addNote, changeNote, dropNote, noteOf, notesOf, settleNote } from "../db/notes.ts";
import { describe, valid } from "../describe.ts";
import { newId, now } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId } from "../schemas.ts";
import { ended } from "../schemas-crews.ts";
import { changingNote, newNote, noteList, noting, oneNote, pageOfNotes } from "../schemas-notes.ts";
import { dropVoice } from "../voices.ts";
import { readNotePlace, writeNotePlace } from "./cursor.ts";
import { noteView, threadsOf } from "./note-views.ts";

const SAID = ["note-empty", "note-too-long", "note-characters", "note-span", "drawing-invalid", "too-large"] as const;
const TAKE = ["signed-out", "take-unknown", "input-invalid"] as const;
const NOTE = ["signed-out", "note-unknown", "note-forbidden", "input-invalid"] as const;

const ofTake = new Hono<InReview>()
  .get(
    "/takes/:id/notes",
    describe({
      summary: "Notes on a take of mine or one that I may review, in the order of the song, a page at a time",
      reply: noteList,
      problems: [...TAKE, "cursor-invalid"],
    }),
    dancersOnly,
    valid("param", byId),
    reviewersOnly,
    valid("query", pageOfNotes),
    async (c) => {
      const { asker, db, review } = c.var;
      const { after: cursor } = c.req.valid("query");
      const after = cursor === undefined ? null : readNotePlace(cursor);
      if (cursor !== undefined && !after) return problem(c, "cursor-invalid");
      const whose = { within: review.within, reader: asker.id };
      const rows = await notesOf(db, review.take.id, whose, after, LIMITS.notePage + 1);
      const page = rows.slice(0, LIMITS.notePage);
      const last = rows.length > page.length ? page.at(-1) : undefined;
      const threads = await threadsOf(db, page);
      const notes = page.map((note) => noteView(note, threads(note.id), review.own, asker.id));
      return c.json({ notes, next: last ? writeNotePlace(last) : null }, 200);
    },
  )
  .post(
    "/takes/:id/notes",
    describe({
      summary: "Pin a note to counts of a take; a voice is sent afterwards",
      status: 201,
      reply: newNote,
      problems: [...TAKE, ...SAID, "quota-reached", "gone-meanwhile"],
    }),
    dancersOnly,
    withinQuota("notes"),
    atMost(LIMITS.noteBytes, "too-large"),
    valid("param", byId),
    reviewersOnly,
    valid("json", noting),
    async (c) => {
      const { asker, db, review } = c.var;
      const { voice, ...said } = c.req.valid("json");
      if (said.text === "" && !said.drawing?.length && !voice) return problem(c, "note-empty");
      if (!(await liesOn(c, said))) return problem(c, "note-span");
      const { id: takeId, dancerId } = review.take;
      const crewId = review.within === "all" ? "" : (review.within[0] ?? "");
      const id = newId();
      await addNote(db, { ...said, id, takeId, dancerId, authorId: asker.id, crewId, madeAt: now() });
      const note = await noteOf(db, id);
      if (!note) return problem(c, "take-unknown"); // its dancer was deleted a moment ago
      return c.json(noteView(note, [], review.own, asker.id), 201);
    },
  );

const one = new Hono<InThread>()
  .get(
    "/notes/:id",
    describe({
      summary: "One note that I may read, with its thread",
      reply: oneNote,
      problems: ["signed-out", "note-unknown", "input-invalid"],
    }),
    dancersOnly,
    valid("param", byId),
    readersOnly,
    async (c) => {
      const { asker, db, note, review } = c.var;
      return c.json(noteView(note, (await threadsOf(db, [note]))(note.id), review.own, asker.id), 200);
    },
  )
  .patch(
    "/notes/:id",
    describe({
      summary: "Change a note of mine, or say that one is done or open again",
      reply: newNote,
      problems: [...NOTE, ...SAID],
    }),
    dancersOnly,
    atMost(LIMITS.noteBytes, "too-large"),
    valid("param", byId),
    readersOnly,
    valid("json", changingNote),
    async (c) => {
      const { asker, db, note, review } = c.var;
      const { done, ...change } = c.req.valid("json");
      const changes = Object.keys(change).length > 0;
      const may = (action: "edit-note" | "settle-note") => allowedInThread(review.own, asker.id, note.by.id, action);
      if ((changes && !may("edit-note")) || (done !== undefined && !may("settle-note")))
        return problem(c, "note-forbidden");
      if (changes) {
        const after = { ...note, ...change };
        if (after.text === "" && !after.drawing?.length && !after.voice) return problem(c, "note-empty");
        if (!(await liesOn(c, after))) return problem(c, "note-span");
        await changeNote(db, note.id, after, now());
      }
      if (done !== undefined) await settleNote(db, note.id, done ? (note.doneAt ?? now()) : null, now());
      const found = await noteOf(db, note.id);
      if (!found) return problem(c, "note-unknown");
      return c.json(noteView(found, (await threadsOf(db, [found]))(found.id), review.own, asker.id), 200);
    },
  )
  .delete(
    "/notes/:id",
    describe({ summary: "Take a note away, with its thread and voice", reply: ended, problems: NOTE }),
    dancersOnly,
    valid("param", byId),
    readersOnly,
    async (c) => {
      const { asker, db, note, review } = c.var;
      if (!allowedInThread(review.own, asker.id, note.by.id, "drop-note")) return problem(c, "note-forbidden");
      await dropVoice(c.env, note.id);
      await dropNote(db, note.id);
      await dropVoice(c.env, note.id); // one that was spoken while the note was still there
      return c.json({ ended: true }, 200);
    },
  );

/** Whether counts lie in the section that was danced. */
async function liesOn(
  c: Context<InReview> | Context<InThread>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<boolean> {
  const { db, review } = (c as Context<InReview>).var;
  const [choreography] = await choreographiesOf(db, [review.take.version], review.take.dancerId);
  if (!choreography) return false;
  const { section } = review.take;
  const span = section === -1 ? { from: 0, to: choreography.counts } : choreography.sections[section];
  return span !== undefined && from < to && from >= span.from && to <= span.to;
}

/** Notes: what a coach or the dancer says about counts of a take. */
export const notes = new Hono().route("/", ofTake).route("/", one);
