import { Hono } from "hono";
import { allowed, type InCrew, membersOnly } from "../auth/crew.ts";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { addCrew, crewsOf, endCrew, leave, membersOf, renameCrew, setRole } from "../db/crews.ts";
import { describe, valid } from "../describe.ts";
import { newId, now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId, naming } from "../schemas.ts";
import { byMember, crew, crewList, ended, roleOf } from "../schemas-crews.ts";

const NAMING = ["input-invalid", "name-empty", "name-too-long", "name-characters"] as const;
const INSIDE = ["signed-out", "crew-unknown", "crew-forbidden", "input-invalid"] as const;
/** The member who asks may call themselves so. */
const ME = "me";

const all = new Hono<SignedIn>()
  .get("/crews", describe({ summary: "My crews", reply: crewList, problems: ["signed-out"] }), dancersOnly, async (c) =>
    c.json({ crews: await crewsOf(c.var.db, c.var.asker.id) }, 200),
  )
  .post(
    "/crews",
    describe({
      summary: "Make a crew; I am its lead",
      status: 201,
      reply: crew,
      problems: ["quota-reached", "signed-out", ...NAMING, "crews-too-many"],
    }),
    dancersOnly,
    withinQuota("crews"),
    valid("json", naming),
    async (c) => {
      const { asker, db } = c.var;
      const made = { id: newId(), name: c.req.valid("json").name };
      if (!(await addCrew(db, made, asker.id, now(), LIMITS.crewsOfDancer))) return problem(c, "crews-too-many");
      return c.json({ ...made, role: "lead" as const, members: await membersSeen(db, made.id, asker.id) }, 201);
    },
  );

const one = new Hono<InCrew>()
  .get(
    "/crews/:id",
    describe({ summary: "A crew of mine and who is in it", reply: crew, problems: INSIDE }),
    dancersOnly,
    valid("param", byId),
    membersOnly,
    async (c) => c.json({ ...c.var.crew, members: await membersSeen(c.var.db, c.var.crew.id, c.var.asker.id) }, 200),
  )
  .patch(
    "/crews/:id",
    describe({ summary: "Give the crew another name", reply: crew, problems: [...INSIDE, ...NAMING] }),
    dancersOnly,
    valid("param", byId),
    membersOnly,
    valid("json", naming),
    async (c) => {
      const { asker, crew, db } = c.var;
      if (!allowed(c, "rename-crew")) return problem(c, "crew-forbidden");
      const { name } = c.req.valid("json");
      await renameCrew(db, crew.id, name);
      return c.json({ ...crew, name, members: await membersSeen(db, crew.id, asker.id) }, 200);
    },
  )
  .delete(
    "/crews/:id",
    describe({ summary: "End the crew", reply: ended, problems: INSIDE }),
    dancersOnly,
    valid("param", byId),
    membersOnly,
    async (c) => {
      if (!allowed(c, "end-crew")) return problem(c, "crew-forbidden");
      await endCrew(c.var.db, c.var.crew.id, now());
      return c.json({ ended: true }, 200);
    },
  )
  .put(
    "/crews/:id/members/:dancer/role",
    describe({
      summary: "Make a member lead, coach or dancer",
      reply: roleOf,
      problems: [...INSIDE, "member-unknown"],
    }),
    dancersOnly,
    valid("param", byMember),
    membersOnly,
    valid("json", roleOf),
    async (c) => {
      const { asker, crew, db } = c.var;
      const { dancer } = c.req.valid("param");
      if (!allowed(c, "set-role", dancer)) return problem(c, "crew-forbidden");
      if (!(await isMember(db, crew.id, dancer))) return problem(c, "member-unknown");
      const { role } = c.req.valid("json");
      if (!(await setRole(db, crew.id, dancer, role, asker.id))) return problem(c, "crew-forbidden");
      return c.json({ role }, 200);
    },
  )
  .delete(
    "/crews/:id/members/:dancer",
    describe({
      summary: "Leave the crew (`me`), or send a member away",
      reply: ended,
      problems: [...INSIDE, "member-unknown"],
    }),
    dancersOnly,
    valid("param", byMember),
    membersOnly,
    async (c) => {
      const { asker, crew, db } = c.var;
      const { dancer: named } = c.req.valid("param");
      const dancer = named === ME ? asker.id : named;
      if (!allowed(c, "remove-member", dancer)) return problem(c, "crew-forbidden");
      if (!(await isMember(db, crew.id, dancer))) return problem(c, "member-unknown");
      await leave(db, dancer, crew.id, now());
      return c.json({ ended: true }, 200);
    },
  );

const membersSeen = async (db: InCrew["Variables"]["db"], crewId: string, asker: string) =>
  (await membersOf(db, crewId)).map((member) => ({ ...member, me: member.dancer.id === asker }));

const isMember = async (db: InCrew["Variables"]["db"], crewId: string, dancer: string) =>
  (await membersOf(db, crewId)).some((member) => member.dancer.id === dancer);

/** Crews: who is in one sees it, and does in it what dance/practice/permission.ts says. */
export const crews = new Hono().route("/", all).route("/", one);
