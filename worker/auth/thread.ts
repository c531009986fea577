import { createMiddleware } from "hono/factory";
import { mayInThread, type Part, type ThreadAction } from "#dance/practice/permission.ts";
import { type NoteRow, noteOf, type Within } from "../db/notes.ts";
import { mayRead, reviewingCrews } from "../db/reviewing.ts";
import { type TakeRow, takeById } from "../db/takes.ts";
import { now, type SignedIn } from "../env.ts";
import { problem } from "../problem.ts";

/** A take that the asker danced or may review. */
export interface Review {
  readonly take: TakeRow;
  /** Whether they danced it. */
  readonly own: boolean;
  /** Whose notes they read: of a coach, beside the dancer's and their own, those of the crews in which they review it. */
  readonly within: Within;
}

/** What a route of a take's review has. */
export interface InReview {
  Bindings: SignedIn["Bindings"];
  Variables: SignedIn["Variables"] & { review: Review };
}

/** What a route of a note has. */
export interface InThread {
  Bindings: InReview["Bindings"];
  Variables: InReview["Variables"] & { note: NoteRow };
}

/** The review of a judged take, for its dancer and whoever they let review it; null to all others. Asked anew each time. */
async function reviewOf(db: SignedIn["Variables"]["db"], takeId: string, asker: string): Promise<Review | null> {
  const take = await takeById(db, takeId);
  if (!take || take.judgedAt === null) return null;
  if (take.dancerId === asker) return { take, own: true, within: "all" };
  const crews = await reviewingCrews(db, takeId, asker, now());
  if (!(await mayRead(db, take.version, asker, now()))) return null;
  return crews.length > 0 ? { take, own: false, within: crews } : null;
}

/** Lets pass who danced take `:id` or may review it; to all others there is none. Stands behind dancersOnly. */
export const reviewersOnly = createMiddleware<InReview>(async (c, next) => {
  const review = await reviewOf(c.var.db, c.req.param("id") ?? "", c.var.asker.id);
  if (!review) return problem(c, "take-unknown");
  c.set("review", review);
  return next();
});

/** Lets pass who may read note `:id`; to all others there is none. Stands behind dancersOnly. */
export const readersOnly = createMiddleware<InThread>(async (c, next) => {
  const found = await readableNote(c.var.db, c.req.param("id") ?? "", c.var.asker.id);
  if (!found) return problem(c, "note-unknown");
  c.set("review", found.review);
  c.set("note", found.note);
  return next();
});

/** A note with the review that it belongs to; null to whom may not read it. */
export async function readableNote(db: SignedIn["Variables"]["db"], id: string, asker: string) {
  const note = await noteOf(db, id);
  const review = note && (await reviewOf(db, note.takeId, asker));
  if (!note || !review) return null;
  const { within } = review;
  const readable = within === "all" || note.crewId === "" || note.by.id === asker || within.includes(note.crewId);
  return readable ? { note, review } : null;
}

/** Whether the asker may do a thing with a note or a reply: whether they danced the take, and who wrote it. */
export function allowedInThread(own: boolean, asker: string, author: string, action: ThreadAction): boolean {
  const parts: Part[] = [own ? "dancer" : "coach"];
  if (author === asker) parts.push("author");
  return mayInThread(parts, action);
}
