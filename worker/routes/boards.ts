import { Hono } from "hono";
import { spanOf } from "#dance/choreo/summary.ts";
import { whoever } from "../auth/door.ts";
import { boardOf, dancersOn, rankOf, standingsAfter } from "../db/boards.ts";
import { choreographyOf } from "../db/choreographies.ts";
import { open } from "../db/open.ts";
import { describe, valid } from "../describe.ts";
import type { Env } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { boardPage, byBoard, paging } from "../schemas.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { standing, standingView } from "./views.ts";

/** Leaderboards, a page at a time. */
export const boards = new Hono<Env>().get(
  "/choreographies/:version/sections/:section/leaderboard",
  describe({
    summary: "The best take of each dancer, best first, ties by who was first; and my own standing",
    reply: boardPage,
    problems: ["choreography-unknown", "section-unknown", "cursor-invalid"],
  }),
  whoever,
  valid("param", byBoard),
  valid("query", paging),
  async (c) => {
    const { version, section } = c.req.valid("param");
    const { after: cursor } = c.req.valid("query");
    const after = cursor === undefined ? null : readCursor(cursor);
    if (cursor !== undefined && !after) return problem(c, "cursor-invalid");
    const db = open(c.env);
    const choreography = await choreographyOf(db, version);
    if (!choreography) return problem(c, "choreography-unknown");
    if (!spanOf(choreography, section)) return problem(c, "section-unknown");
    const board = await boardOf(db, version, section);
    if (board === null) return c.json({ standings: [], next: null, me: null, dancers: 0 }, 200);
    const rows = await standingsAfter(db, board, after, LIMITS.boardPage + 1);
    const page = rows.slice(0, LIMITS.boardPage);
    const [first] = page;
    const rank = after && first ? await rankOf(db, board, first) : 1;
    const asker = c.var.asker?.id ?? null;
    const last = rows.length > page.length ? page.at(-1) : undefined;
    return c.json(
      {
        standings: page.map((row, i) => standingView(row, rank + i, asker)),
        next: last ? writeCursor(last) : null,
        me: asker === null ? null : await standing(db, board, asker, asker),
        dancers: await dancersOn(db, board),
      },
      200,
    );
  },
);
