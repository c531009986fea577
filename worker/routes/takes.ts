import { Hono } from "hono";
import { spanOf } from "#dance/choreo/summary.ts";
import { kindOf } from "#dance/practice/board.ts";
import { REPLAY_MEDIA_TYPE } from "#dance/replay/codec.ts";
import { dancersOnly, whoever } from "../auth/door.ts";
import { withinQuota } from "../auth/quota.ts";
import { choreographyOf } from "../db/choreographies.ts";
import { dancerById } from "../db/dancers.ts";
import type { Db } from "../db/open.ts";
import { ownsSession } from "../db/sessions.ts";
import { openLateTake, openTake, resultOf, type TakeRow, takesOf } from "../db/takes.ts";
import { describe, valid } from "../describe.ts";
import { type Env, newId, now, type SignedIn } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { getReplay } from "../replays.ts";
import { byId, history, judged, opened, opening, takes as takesSchema } from "../schemas.ts";
import { readable } from "./readable.ts";
import { standing, takeView, verified, waits } from "./views.ts";

/** Opening and reading takes; replay.ts closes them. */
const own = new Hono<SignedIn>()
  .post(
    "/takes",
    describe({
      summary: "Open a take before it is danced; with `late`, one that was danced without network",
      status: 201,
      reply: opened,
      problems: [
        "quota-reached",
        ...(["signed-out", "input-invalid", "session-unknown"] as const),
        ...(["choreography-unknown", "section-unknown", "take-unknown"] as const),
      ],
    }),
    dancersOnly,
    withinQuota("takes"),
    valid("json", opening),
    async (c) => {
      const { session, version, section, rate, mirror, seated, late } = c.req.valid("json");
      const { db } = c.var;
      if (!(await ownsSession(db, session, c.var.asker.id))) return problem(c, "session-unknown");
      const choreography = await choreographyOf(db, version, c.var.asker.id);
      if (!choreography) return problem(c, "choreography-unknown");
      const span = spanOf(choreography, section);
      if (!span) return problem(c, "section-unknown");
      const openedAt = now();
      const musicMs = ((span.to - span.from) / rate) * 1000;
      const expiresAt = Math.ceil(openedAt + musicMs + LIMITS.deliveryMs);
      const moments = { openedAt, expiresAt, dancedAt: late ? Math.min(late.dancedAt, openedAt) : null };
      const settings = { rate: Math.round(rate * 1000), mirror: mirror ? 1 : 0, seated: seated ? 1 : 0 };
      const id = late?.id ?? newId();
      const terms = { id, dancerId: c.var.asker.id, session, version, section, ...moments, ...settings };
      if (!late) {
        const ranked = rate === LIMITS.boardRate && !choreography.unranked.includes(section);
        await openTake(db, terms, ranked ? kindOf({ mirror, seated }) : null);
        return c.json({ id, expiresAt }, 201);
      }
      const take = await openLateTake(db, terms);
      if (take?.dancerId !== c.var.asker.id) return problem(c, "take-unknown");
      return c.json({ id, expiresAt: take.expiresAt }, 201);
    },
  )
  .get(
    "/takes",
    describe({
      summary: "My judged takes, newest first",
      reply: takesSchema,
      problems: ["signed-out", "choreography-unknown", "section-unknown"],
    }),
    dancersOnly,
    valid("query", history),
    async (c) => {
      const rows = await takesOf(c.var.db, c.var.asker.id, c.req.valid("query"), LIMITS.historyTakes);
      return c.json({ takes: rows.map(takeView) }, 200);
    },
  );

const shared = new Hono<Env>()
  .get(
    "/takes/:id",
    describe({
      summary: "A take of mine, or one that stands on a board",
      reply: judged,
      problems: ["take-unknown", "input-invalid"],
    }),
    whoever,
    valid("param", byId),
    async (c) => {
      const { db } = c.var;
      const asker = c.var.asker?.id ?? null;
      const take = await readable(db, c.req.valid("param").id, asker);
      if (!take) return problem(c, "take-unknown");
      const dancer = await dancerById(db, take.dancerId);
      if (!dancer) return problem(c, "take-unknown"); // deleted a moment ago
      const place = take.judgedAt === null ? null : await standing(db, take.boardId, take.dancerId, asker);
      c.header("cache-control", await keeping(db, take, asker, "no-cache"));
      const result = await resultOf(db, take.id);
      const seen = { take: takeView(take), dancer, mine: dancer.id === asker, result, standing: place };
      return c.json({ ...seen, verified: verified(take, result), waits: await waits(db, result) }, 200);
    },
  )
  .get(
    "/takes/:id/replay",
    describe({
      summary: "The replay of a take that I may see",
      reply: REPLAY_MEDIA_TYPE,
      problems: ["take-unknown", "replay-missing", "input-invalid"],
    }),
    whoever,
    valid("param", byId),
    async (c) => {
      const take = await readable(c.var.db, c.req.valid("param").id, c.var.asker?.id ?? null);
      if (!take) return problem(c, "take-unknown");
      const file = take.replayHash === null ? null : await getReplay(c.env, take.id, take.replayHash);
      if (!file) return problem(c, "replay-missing");
      const kept = await keeping(c.var.db, take, c.var.asker?.id ?? null, "max-age=3600");
      return c.body(file.body, 200, { "content-type": REPLAY_MEDIA_TYPE, "cache-control": kept });
    },
  );

/**
 * How a take's answers may be kept on the device: their dancer's own as said, what everybody may see until it is asked for
 * again, all else not at all, since whoever was let see it may be stopped at any time.
 */
async function keeping(db: Db, take: TakeRow, asker: string | null, own: string): Promise<string> {
  if (take.dancerId === asker) return `private, ${own}`;
  return (await readable(db, take.id, null)) ? "private, no-cache" : "private, no-store";
}

export const takes = new Hono().route("/", own).route("/", shared);
