import { type Context, Hono } from "hono";
import { GRANT } from "#dance/practice/grant.ts";
import { may } from "#dance/practice/permission.ts";
import { type InCrew, membersOnly } from "../auth/crew.ts";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { maySee } from "../db/choreographies.ts";
import { crewOf } from "../db/crews.ts";
import { dancerById } from "../db/dancers.ts";
import { addGrant, dropGrant, grantsBy, grantsTo } from "../db/grants.ts";
import { grantedTakes } from "../db/reviewing.ts";
import { takeById } from "../db/takes.ts";
import { describe, valid } from "../describe.ts";
import { newId, now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId } from "../schemas.ts";
import { byMember, ended } from "../schemas-crews.ts";
import { granting, grantList, memberTakes, newGrant, ofMember } from "../schemas-grants.ts";
import { readMoment, writeMoment } from "./cursor.ts";

const mine = new Hono<SignedIn>()
  .post(
    "/me/grants",
    describe({
      summary:
        "Let a coach of a crew see a take of mine, all my takes of a version, or all that I dance while in the crew, until then; the same again changes until when",
      status: 201,
      reply: newGrant,
      problems: [
        ...(["signed-out", "input-invalid", "quota-reached", "crew-unknown", "coach-unknown"] as const),
        ...(["take-unknown", "choreography-unknown", "until-invalid", "grants-too-many", "gone-meanwhile"] as const),
      ],
    }),
    dancersOnly,
    withinQuota("grants"),
    valid("json", granting),
    async (c) => {
      const { asker, db } = c.var;
      const asked = c.req.valid("json");
      const { crew, coach, scope, until } = asked;
      const madeAt = now();
      if (until - madeAt < GRANT.leastMs || until - madeAt > GRANT.mostMs) return problem(c, "until-invalid");
      const missing = await missingFor(c, asked);
      if (missing) return problem(c, missing);
      const what = asked.scope === "take" ? asked.take : asked.scope === "choreography" ? asked.version : "";
      const made = { id: newId(), crewId: crew, dancerId: asker.id, coachId: coach, scope, what, madeAt, until };
      const id = await addGrant(db, made, LIMITS.grants);
      return id === null ? problem(c, "grants-too-many") : c.json({ id, until }, 201);
    },
  )
  .get(
    "/me/grants",
    describe({
      summary: "What I let coaches see, and what dancers let me see; as far as it holds",
      reply: grantList,
      problems: ["signed-out"],
    }),
    dancersOnly,
    async (c) => {
      const { asker, db } = c.var;
      const [given, received] = await Promise.all([
        grantsBy(db, asker.id, now(), LIMITS.grantsTold),
        grantsTo(db, asker.id, now(), LIMITS.grantsTold),
      ]);
      return c.json({ given, received }, 200);
    },
  )
  .delete(
    "/me/grants/:id",
    describe({
      summary: "End a grant of mine or to me: from now on its coach sees nothing by it",
      reply: ended,
      problems: ["signed-out", "grant-unknown", "input-invalid"],
    }),
    dancersOnly,
    valid("param", byId),
    async (c) => {
      const there = await dropGrant(c.var.db, c.req.valid("param").id, c.var.asker.id);
      return there ? c.json({ ended: true }, 200) : problem(c, "grant-unknown");
    },
  );

/** What a grant names and there is not: the crew, the coach in it, the take of mine, the version. */
async function missingFor(
  c: Context<SignedIn>,
  asked: { readonly crew: string; readonly coach: string; readonly take?: string; readonly version?: string },
) {
  const { asker, db } = c.var;
  const crew = await crewOf(db, asked.crew, asker.id);
  if (!crew || !may(crew.role, "grant", true)) return "crew-unknown";
  const coach = asked.coach === asker.id ? null : await crewOf(db, asked.crew, asked.coach);
  if (!coach || !may(coach.role, "review", false)) return "coach-unknown";
  if (asked.take !== undefined) {
    const take = await takeById(db, asked.take);
    if (take?.dancerId !== asker.id || take.judgedAt === null) return "take-unknown";
  }
  if (asked.version !== undefined && !(await maySee(db, asked.version, asker.id))) return "choreography-unknown";
  return null;
}

const ofCrew = new Hono<InCrew>().get(
  "/crews/:id/members/:dancer/takes",
  describe({
    summary: "Takes that a member lets me see in this crew, newest first, a page at a time",
    reply: memberTakes,
    problems: ["signed-out", "crew-unknown", "crew-forbidden", "member-unknown", "cursor-invalid", "input-invalid"],
  }),
  dancersOnly,
  valid("param", byMember),
  membersOnly,
  valid("query", ofMember),
  async (c) => {
    const { asker, crew, db } = c.var;
    if (!may(crew.role, "review", false)) return problem(c, "crew-forbidden");
    const { before: cursor, ...of } = c.req.valid("query");
    const before = cursor === undefined ? null : readMoment(cursor);
    if (cursor !== undefined && !before) return problem(c, "cursor-invalid");
    const { dancer } = c.req.valid("param");
    const [found, member] = await Promise.all([dancerById(db, dancer), crewOf(db, crew.id, dancer)]);
    if (!found || !member) return problem(c, "member-unknown");
    const who = { dancerId: dancer, coachId: asker.id, crewId: crew.id, now: now() };
    const rows = await grantedTakes(db, who, { ...of, before }, LIMITS.memberTakes + 1);
    const takes = rows.slice(0, LIMITS.memberTakes);
    const last = rows.length > takes.length ? takes.at(-1) : undefined;
    return c.json({ dancer: found, takes, next: last ? writeMoment(last) : null }, 200);
  },
);

/** Grants: what a dancer lets coaches see. */
export const grants = new Hono().route("/", mine).route("/", ofCrew);
