import { Hono } from "hono";
import { spanOf } from "#dance/choreo/summary.ts";
import { allowed, type InCrew, membersOnly } from "../auth/crew.ts";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { addAssignment, assignmentsOf, assignmentsTo } from "../db/assignments.ts";
import { choreographyOf, isForCrew } from "../db/choreographies.ts";
import { crewOf } from "../db/crews.ts";
import { effortsFor } from "../db/efforts.ts";
import { describe, valid } from "../describe.ts";
import { newId, now, type SignedIn } from "../env.ts";
import { CHALLENGE_TERMS, LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId } from "../schemas.ts";
import { assigning, assignmentList, myAssignments, newAssignment } from "../schemas-assignments.ts";
import { assignment, isDueInTime } from "./assignment.ts";
import { assignmentView, standsBy, summariesFor } from "./assignment-views.ts";

const INSIDE = ["signed-out", "crew-unknown", "input-invalid"] as const;

const ofCrew = new Hono<InCrew>()
  .get(
    "/crews/:id/assignments",
    describe({
      summary:
        "What the crew's coaches ask for and how it stands; who is no coach sees what asks them, and themselves in it",
      reply: assignmentList,
      problems: INSIDE,
    }),
    dancersOnly,
    valid("param", byId),
    membersOnly,
    async (c) => {
      const { asker, crew, db } = c.var;
      const limits = { open: LIMITS.openAssignments, past: LIMITS.pastAssignments };
      const all = await assignmentsOf(db, crew.id, now(), limits);
      const coach = allowed(c, "see-assignment", "");
      const whose = coach ? { coachId: asker.id, now: now() } : { dancerId: asker.id };
      const efforts = await effortsFor(
        db,
        all.map(({ id }) => id),
        whose,
        CHALLENGE_TERMS,
      );
      const stands = standsBy(efforts, await summariesFor(db, all, asker.id));
      const told = all.map((row) => ({
        ...assignmentView(row),
        endable: coach,
        changeable: row.by !== null && allowed(c, "change-assignment", row.by.id),
        dancers: stands(row),
      }));
      return c.json({ assignments: coach ? told : told.filter(({ dancers }) => dancers.length > 0) }, 200);
    },
  )
  .post(
    "/crews/:id/assignments",
    describe({
      summary: "Ask a dancer, or all dancers of the crew, for a section: so fast, so well, by then",
      status: 201,
      reply: newAssignment,
      problems: [
        ...INSIDE,
        ...(["crew-forbidden", "quota-reached", "assignments-too-many", "due-invalid", "member-unknown"] as const),
        ...([
          "choreography-unknown",
          "choreography-closed",
          "section-unknown",
          "note-too-long",
          "note-characters",
          "gone-meanwhile",
        ] as const),
      ],
    }),
    dancersOnly,
    withinQuota("assignments"),
    valid("param", byId),
    membersOnly,
    valid("json", assigning),
    async (c) => {
      const { asker, crew, db } = c.var;
      if (!allowed(c, "assign")) return problem(c, "crew-forbidden");
      const { dancer, rate, ...terms } = c.req.valid("json");
      const madeAt = now();
      if (!isDueInTime(terms.dueAt, madeAt)) return problem(c, "due-invalid");
      if (dancer !== null && !(await crewOf(db, crew.id, dancer))) return problem(c, "member-unknown");
      const choreography = await choreographyOf(db, terms.version, asker.id);
      if (!choreography) return problem(c, "choreography-unknown");
      if (!isForCrew(choreography, crew.id)) return problem(c, "choreography-closed");
      if (!spanOf(choreography, terms.section)) return problem(c, "section-unknown");
      const who = { crewId: crew.id, authorId: asker.id, dancerId: dancer };
      const made = { ...terms, ...who, id: newId(), rate: Math.round(rate * 1000), madeAt };
      const kept = await addAssignment(db, made, LIMITS.openAssignments);
      return kept ? c.json(assignmentView(kept), 201) : problem(c, "assignments-too-many");
    },
  );

const mine = new Hono<SignedIn>().get(
  "/me/assignments",
  describe({
    summary: "What I am asked for: open, and due in the last two weeks; the first due first",
    reply: myAssignments,
    problems: ["signed-out"],
  }),
  dancersOnly,
  async (c) => {
    const { asker, db } = c.var;
    const rows = await assignmentsTo(db, asker.id, now() - LIMITS.dueToldMs, LIMITS.dueTold);
    const efforts = await effortsFor(
      db,
      rows.map(({ id }) => id),
      { dancerId: asker.id },
      CHALLENGE_TERMS,
    );
    const stands = standsBy(efforts, await summariesFor(db, rows, asker.id));
    const assignments = rows.flatMap((row) =>
      stands(row).map(({ dancer: _, ...stand }) => ({ ...assignmentView(row), ...stand })),
    );
    return c.json({ assignments }, 200);
  },
);

/** Assignments: a coach asks for a section by a day; whether it is met is worked out from takes. */
export const assignments = new Hono().route("/", ofCrew).route("/", assignment).route("/", mine);
