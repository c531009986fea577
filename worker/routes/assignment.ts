import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { may } from "#dance/practice/permission.ts";
import { dancersOnly } from "../auth/door.ts";
import { type AssignmentRow, assignmentOf, changeAssignment, dropAssignment } from "../db/assignments.ts";
import { crewOf } from "../db/crews.ts";
import { describe, valid } from "../describe.ts";
import { now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId } from "../schemas.ts";
import { changedAssignment, changingAssignment } from "../schemas-assignments.ts";
import { ended } from "../schemas-crews.ts";
import { assignmentView } from "./assignment-views.ts";

/** Whether something may be due then, asked for or changed at a moment. */
export const isDueInTime = (dueAt: number, at: number): boolean =>
  dueAt - at >= LIMITS.challengeLeastMs && dueAt - at <= LIMITS.challengeMostMs;

interface InAssignment {
  Bindings: SignedIn["Bindings"];
  Variables: SignedIn["Variables"] & { assignment: AssignmentRow };
}

/** Lets those pass who may do a thing with assignment `:id`; to who is not in its crew there is none. Stands behind dancersOnly. */
const thoseWhoMay = (action: "change-assignment" | "end-assignment") =>
  createMiddleware<InAssignment>(async (c, next) => {
    const { asker, db } = c.var;
    const assignment = await assignmentOf(db, c.req.param("id") ?? "");
    const crew = assignment && (await crewOf(db, assignment.crew.id, asker.id));
    if (!assignment || !crew) return problem(c, "assignment-unknown");
    if (!may(crew.role, action, assignment.by?.id === asker.id)) return problem(c, "crew-forbidden");
    c.set("assignment", assignment);
    return next();
  });

const ONE = ["signed-out", "assignment-unknown", "crew-forbidden", "input-invalid"] as const;
const REFUSED = {
  often: "assignment-changed-often",
  many: "assignments-too-many",
  gone: "assignment-unknown",
} as const;

/** An assignment as its author changes it, and coaches end it. */
export const assignment = new Hono<InAssignment>()
  .patch(
    "/assignments/:id",
    describe({
      summary:
        "Change what I ask for; who met it stays met, and a take counts by what was asked when it was danced too",
      reply: changedAssignment,
      problems: [
        ...ONE,
        ...(["due-invalid", "member-unknown", "assignments-too-many", "assignment-changed-often"] as const),
        ...(["note-too-long", "note-characters", "gone-meanwhile"] as const),
      ],
    }),
    dancersOnly,
    valid("param", byId),
    thoseWhoMay("change-assignment"),
    valid("json", changingAssignment),
    async (c) => {
      const { assignment: is, db } = c.var;
      const { dancer, rate, ...terms } = c.req.valid("json");
      const at = now();
      if (terms.dueAt !== undefined && terms.dueAt !== is.dueAt && !isDueInTime(terms.dueAt, at))
        return problem(c, "due-invalid");
      if (dancer && !(await crewOf(db, is.crew.id, dancer))) return problem(c, "member-unknown");
      const change = {
        ...terms,
        ...(dancer !== undefined && { dancerId: dancer }),
        ...(rate !== undefined && { rate: Math.round(rate * 1000) }),
      };
      const limits = { at, changes: LIMITS.assignmentChanges, open: LIMITS.openAssignments };
      const refused = await changeAssignment(db, is.id, change, limits);
      if (refused) return problem(c, REFUSED[refused]);
      const row = await assignmentOf(db, is.id);
      return row ? c.json(assignmentView(row), 200) : problem(c, "assignment-unknown");
    },
  )
  .delete(
    "/assignments/:id",
    describe({ summary: "End an assignment; takes stay", reply: ended, problems: ONE }),
    dancersOnly,
    valid("param", byId),
    thoseWhoMay("end-assignment"),
    async (c) => {
      await dropAssignment(c.var.db, c.var.assignment.id);
      return c.json({ ended: true }, 200);
    },
  );
