import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { allowedInThread, type InThread, readableNote, readersOnly } from "../auth/thread.ts";
import { addReply, dropReply, type ReplyRow, replyOf } from "../db/replies.ts";
import { takeById } from "../db/takes.ts";
import { describe, valid } from "../describe.ts";
import { newId, now } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId } from "../schemas.ts";
import { ended } from "../schemas-crews.ts";
import { newReply, replying } from "../schemas-notes.ts";
import { replyView } from "./note-views.ts";

interface InReply {
  Bindings: InThread["Bindings"];
  Variables: InThread["Variables"] & { reply: ReplyRow };
}

const toNote = new Hono<InThread>().post(
  "/notes/:id/replies",
  describe({
    summary: "Reply to a note; its dancer may show a take in it, which whoever reads the note may then review",
    status: 201,
    reply: newReply,
    problems: [
      ...(["signed-out", "note-unknown", "input-invalid", "quota-reached", "replies-too-many"] as const),
      ...(["note-empty", "note-too-long", "note-characters", "take-unknown", "gone-meanwhile"] as const),
    ],
  }),
  dancersOnly,
  withinQuota("replies"),
  valid("param", byId),
  readersOnly,
  valid("json", replying),
  async (c) => {
    const { asker, db, note, review } = c.var;
    const { text, take: takeId } = c.req.valid("json");
    if (text === "" && takeId === null) return problem(c, "note-empty");
    if (takeId !== null) {
      const take = review.own ? await takeById(db, takeId) : null;
      if (take?.dancerId !== asker.id || take.judgedAt === null) return problem(c, "take-unknown");
    }
    const id = newId();
    const made = { id, noteId: note.id, authorId: asker.id, text, takeId, at: now() };
    if (!(await addReply(db, made, LIMITS.replies))) return problem(c, "replies-too-many");
    const reply = await replyOf(db, id);
    return reply ? c.json(replyView(reply, review.own, asker.id), 201) : problem(c, "note-unknown");
  },
);

/** Lets pass who may read reply `:id`; to all others there is none. Stands behind dancersOnly. */
const readersOfReply = createMiddleware<InReply>(async (c, next) => {
  const reply = await replyOf(c.var.db, c.req.param("id") ?? "");
  const found = reply && (await readableNote(c.var.db, reply.noteId, c.var.asker.id));
  if (!reply || !found) return problem(c, "reply-unknown");
  c.set("reply", reply);
  c.set("note", found.note);
  c.set("review", found.review);
  return next();
});

const one = new Hono<InReply>().delete(
  "/replies/:id",
  describe({
    summary: "Take a reply away; a take shown in it is shown no more",
    reply: ended,
    problems: ["signed-out", "reply-unknown", "note-forbidden", "input-invalid"],
  }),
  dancersOnly,
  valid("param", byId),
  readersOfReply,
  async (c) => {
    const { asker, db, reply, review } = c.var;
    if (!allowedInThread(review.own, asker.id, reply.by.id, "drop-reply")) return problem(c, "note-forbidden");
    await dropReply(db, reply.id);
    return c.json({ ended: true }, 200);
  },
);

/** Replies: the thread below a note. */
export const replies = new Hono().route("/", toNote).route("/", one);
