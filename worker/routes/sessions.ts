import { Hono } from "hono";
import { dancersOnly } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { addSession, sessionsOf } from "../db/sessions.ts";
import { describe } from "../describe.ts";
import { newId, now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { sessionId, sittings } from "../schemas.ts";
import { takeView } from "./views.ts";

/** Sittings of practice. */
export const sessions = new Hono<SignedIn>()
  .post(
    "/sessions",
    describe({
      summary: "Begin a session of practice",
      status: 201,
      reply: sessionId,
      problems: ["quota-reached", "signed-out"],
    }),
    dancersOnly,
    withinQuota("sessions"),
    async (c) => {
      const id = newId();
      await addSession(c.var.db, { id, dancerId: c.var.asker.id, startedAt: now() });
      return c.json({ id }, 201);
    },
  )
  .get(
    "/sessions",
    describe({
      summary: "My latest sessions with their judged takes, of the latest 500",
      reply: sittings,
      problems: ["signed-out"],
    }),
    dancersOnly,
    async (c) => {
      const rows = await sessionsOf(c.var.db, c.var.asker.id, LIMITS.historySessions, LIMITS.sessionTakes);
      return c.json({ sessions: rows.map((row) => ({ ...row, takes: row.takes.map(takeView) })) }, 200);
    },
  );
