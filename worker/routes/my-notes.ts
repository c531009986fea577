import { Hono } from "hono";
import { dancersOnly } from "../auth/door.ts";
import { myNotesBefore } from "../db/my-notes.ts";
import { setTemplates, templatesOf } from "../db/templates.ts";
import { describe, valid } from "../describe.ts";
import { now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { myNotes as myNotesSchema, pageOfMine, templateList } from "../schemas-notes.ts";
import { readMoment, writeMoment } from "./cursor.ts";
import { noteView, threadsOf } from "./note-views.ts";

/** Notes on my takes and from my hand wherever they are, and what I say often. */
export const myNotes = new Hono<SignedIn>()
  .get(
    "/me/notes",
    describe({
      summary:
        "Notes on my takes, and mine on takes that I may review; where something was said last comes first; `open=1` leaves out what is done",
      reply: myNotesSchema,
      problems: ["signed-out", "cursor-invalid", "input-invalid"],
    }),
    dancersOnly,
    valid("query", pageOfMine),
    async (c) => {
      const { asker, db } = c.var;
      const { after: cursor, open } = c.req.valid("query");
      const before = cursor === undefined ? null : readMoment(cursor);
      if (cursor !== undefined && !before) return problem(c, "cursor-invalid");
      const of = { before, open: open === "1", now: now() };
      const rows = await myNotesBefore(db, asker.id, of, LIMITS.notePage + 1);
      const page = rows.slice(0, LIMITS.notePage);
      const last = rows.length > page.length ? page.at(-1) : undefined;
      const threads = await threadsOf(db, page);
      const notes = page.map(({ dancer, take, ...note }) => {
        const own = note.dancerId === asker.id;
        return { ...noteView(note, threads(note.id), own, asker.id), dancer, take };
      });
      return c.json({ notes, next: last ? writeMoment({ at: last.lastAt, id: last.id }) : null }, 200);
    },
  )
  .get(
    "/me/templates",
    describe({ summary: "What I say often as a coach", reply: templateList, problems: ["signed-out"] }),
    dancersOnly,
    async (c) => c.json({ templates: await templatesOf(c.var.db, c.var.asker.id) }, 200),
  )
  .put(
    "/me/templates",
    describe({
      summary: "Keep what I say often, all of it anew",
      reply: templateList,
      problems: [
        ...(["signed-out", "input-invalid", "templates-too-many"] as const),
        ...(["note-empty", "note-too-long", "note-characters"] as const),
      ],
    }),
    dancersOnly,
    valid("json", templateList),
    async (c) => {
      const { templates } = c.req.valid("json");
      await setTemplates(c.var.db, c.var.asker.id, templates);
      return c.json({ templates }, 200);
    },
  );
