import { Hono } from "hono";
import { allowed, type InCrew, membersOnly } from "../auth/crew.ts";
import { dancersOnly, whoever } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { newToken, tokenHash } from "../auth/token.ts";
import { crewOf, crewsOf } from "../db/crews.ts";
import { addInvite, dropInvite, inviteOf, invitesOf, join } from "../db/invites.ts";
import { describe, valid } from "../describe.ts";
import { type Env, newId, now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { byId } from "../schemas.ts";
import { byInvite, byToken, crewHead, ended, invitation, inviteList, inviting, newInvite } from "../schemas-crews.ts";

const INSIDE = ["signed-out", "crew-unknown", "crew-forbidden", "input-invalid"] as const;
const ROOM = { members: LIMITS.crewMembers, crews: LIMITS.crewsOfDancer };

const inside = new Hono<InCrew>()
  .get(
    "/crews/:id/invites",
    describe({ summary: "Invites that still open the crew", reply: inviteList, problems: INSIDE }),
    dancersOnly,
    valid("param", byId),
    membersOnly,
    async (c) => {
      const { asker, crew, db } = c.var;
      if (!allowed(c, "see-invite")) return problem(c, "crew-forbidden");
      const rows = await invitesOf(db, crew.id, now());
      return c.json({ invites: rows.map(({ dancerId, ...row }) => ({ ...row, mine: dancerId === asker.id })) }, 200);
    },
  )
  .post(
    "/crews/:id/invites",
    describe({
      summary: "An invite for so many dancers and so many hours; its token is told once, here",
      status: 201,
      reply: newInvite,
      problems: ["quota-reached", ...INSIDE, "invites-too-many", "gone-meanwhile"],
    }),
    dancersOnly,
    withinQuota("invites"),
    valid("param", byId),
    membersOnly,
    valid("json", inviting),
    async (c) => {
      const { asker, crew, db } = c.var;
      if (!allowed(c, "invite")) return problem(c, "crew-forbidden");
      const { uses: usesLeft, hours } = c.req.valid("json");
      const token = newToken();
      const createdAt = now();
      const expiresAt = createdAt + hours * 3_600_000;
      const told = { id: newId(), usesLeft, expiresAt };
      const kept = { ...told, tokenHash: await tokenHash(token), crewId: crew.id, dancerId: asker.id, createdAt };
      if (!(await addInvite(db, kept, LIMITS.crewInvites))) return problem(c, "invites-too-many");
      return c.json({ ...told, token }, 201);
    },
  )
  .delete(
    "/crews/:id/invites/:invite",
    describe({ summary: "End an invite", reply: ended, problems: [...INSIDE, "invite-unknown"] }),
    dancersOnly,
    valid("param", byInvite),
    membersOnly,
    async (c) => {
      const { crew, db } = c.var;
      const { invite: id } = c.req.valid("param");
      if (!allowed(c, "see-invite")) return problem(c, "crew-forbidden");
      const invite = (await invitesOf(db, crew.id, now())).find((row) => row.id === id);
      if (!invite) return problem(c, "invite-unknown");
      if (!allowed(c, "end-invite", invite.dancerId)) return problem(c, "crew-forbidden");
      await dropInvite(db, crew.id, id);
      return c.json({ ended: true }, 200);
    },
  );

const outside = new Hono<Env>().get(
  "/invites/:token",
  describe({ summary: "What an invite opens", reply: invitation, problems: ["invite-unknown"] }),
  whoever,
  valid("param", byToken),
  async (c) => {
    const found = await inviteOf(c.var.db, await tokenHash(c.req.valid("param").token), now());
    if (!found || found.usesLeft < 1) return problem(c, "invite-unknown");
    const { name, members, by, usesLeft, expiresAt } = found;
    return c.json({ crew: { name, members }, by, usesLeft, expiresAt }, 200);
  },
);

const joining = new Hono<SignedIn>().post(
  "/invites/:token",
  describe({
    summary: "Join the crew of an invite; again is the same as once",
    reply: crewHead,
    problems: ["signed-out", "invite-unknown", "crew-full", "crews-too-many", "gone-meanwhile"],
  }),
  dancersOnly,
  valid("param", byToken),
  async (c) => {
    const { asker, db } = c.var;
    const hash = await tokenHash(c.req.valid("param").token);
    const at = now();
    const found = await inviteOf(db, hash, at);
    if (!found) return problem(c, "invite-unknown");
    await join(db, hash, asker.id, at, ROOM);
    const crew = await crewOf(db, found.crewId, asker.id);
    if (crew) return c.json(crew, 200);
    if (found.usesLeft > 0 && found.members >= ROOM.members) return problem(c, "crew-full");
    if ((await crewsOf(db, asker.id)).length >= ROOM.crews) return problem(c, "crews-too-many");
    return problem(c, "invite-unknown");
  },
);

/** The ways into a crew. */
export const invites = new Hono().route("/", inside).route("/", outside).route("/", joining);
