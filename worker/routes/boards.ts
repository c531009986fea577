import { Hono } from "hono";
import { etag } from "hono/etag";
import { ALL_TIME, type BoardWindow, boardWeek } from "#dance/practice/board.ts";
import { whoever } from "../auth/door.ts";
import { secondsLeft } from "../board-cache.ts";
import { crewOf } from "../db/crews.ts";
import { standingRules } from "../db/rules.ts";
import {
  rankOf,
  type StandingRow,
  standingOf,
  standingsAfter,
  standingsBefore,
  standingsOfCrew,
  standingsOfPicks,
} from "../db/standings.ts";
import { describe, valid } from "../describe.ts";
import { type Env, now } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { boardAround, boardPage, byBoard, paging, whichBoard } from "../schemas-boards.ts";
import { findBoard, publicPage } from "./board-page.ts";
import { readCursor } from "./cursor.ts";
import { standingView } from "./views.ts";

const BOARD = "/choreographies/:version/sections/:section/leaderboard";
const ADDRESS = ["choreography-unknown", "section-unknown", "input-invalid"] as const;
const FOR_ONE = "private, no-cache";

/** Leaderboards, a page at a time, and the rows about one's own. What is for everybody may be some seconds old. */
export const boards = new Hono<Env>()
  .get(
    BOARD,
    describe({
      summary:
        "The best take of each dancer, of all time or of this week, best first, ties by who was first; of everybody, of a `crew` of mine, or of dancers whom I picked",
      reply: boardPage,
      problems: [...ADDRESS, "cursor-invalid", "crew-unknown", "signed-out"],
    }),
    whoever,
    etag(),
    valid("param", byBoard),
    valid("query", paging),
    async (c) => {
      const { after: cursor, scope, crew, kind, window } = c.req.valid("query");
      const after = cursor === undefined ? null : readCursor(cursor);
      if (cursor !== undefined && !after) return problem(c, "cursor-invalid");
      const { db } = c.var;
      const asker = c.var.asker?.id ?? null;
      const key = { ...c.req.valid("param"), kind, week: weekOf(window) };
      c.header("vary", "cookie");
      if (scope === "everyone") {
        const found = await publicPage(db, { key, after, asker });
        if (typeof found === "string") return problem(c, found);
        c.header("cache-control", asker === null ? `public, max-age=${secondsLeft(found.kept)}` : FOR_ONE);
        return c.json(found.view, 200);
      }
      if (asker === null) return problem(c, scope === "crew" ? "crew-unknown" : "signed-out");
      if (scope === "crew" && !(await crewOf(db, crew ?? "", asker))) return problem(c, "crew-unknown");
      const board = await findBoard(db, key, asker);
      if (typeof board === "string") return problem(c, board);
      const few = scope === "crew" ? standingsOfCrew(db, board, crew ?? "") : standingsOfPicks(db, board, asker);
      c.header("cache-control", FOR_ONE);
      return c.json({ ...amongThem(await few, asker), rules: await standingRules(db) }, 200);
    },
  )
  .get(
    `${BOARD}/around`,
    describe({
      summary: "My own standing with the five above and the five below it; empty where I have none",
      reply: boardAround,
      problems: ["signed-out", ...ADDRESS],
    }),
    whoever,
    valid("param", byBoard),
    valid("query", whichBoard),
    async (c) => {
      const { db, asker } = c.var;
      if (!asker) return problem(c, "signed-out");
      const { kind, window } = c.req.valid("query");
      const key = { ...c.req.valid("param"), kind, week: weekOf(window) };
      const board = await findBoard(db, key, asker.id);
      if (typeof board === "string") return problem(c, board);
      const mine = board === null ? null : await standingOf(db, board, asker.id);
      if (board === null || !mine) return c.json({ standings: [] }, 200);
      const [above, below, rank] = await Promise.all([
        standingsBefore(db, board, mine, LIMITS.boardNeighbours),
        standingsAfter(db, board, mine, LIMITS.boardNeighbours),
        rankOf(db, board, mine),
      ]);
      const me = asker.id;
      // Whoever hides is counted by nobody: those below have the ranks that they have for everybody.
      const next = mine.hidden ? rank : rank + 1;
      return c.json(
        {
          standings: [
            ...above.map((row, i) => standingView(row, rank - above.length + i, me)),
            standingView(mine, rank, me),
            ...below.map((row, i) => standingView(row, next + i, me)),
          ],
        },
        200,
      );
    },
  );

const weekOf = (window: BoardWindow): number => (window === "week" ? boardWeek(now()) : ALL_TIME);

/** All of a few on one page, ranked among themselves. */
function amongThem(rows: readonly StandingRow[], asker: string) {
  const standings = rows.map((row, i) => standingView(row, i + 1, asker));
  return { standings, next: null, me: standings.find(({ mine }) => mine) ?? null, dancers: rows.length };
}
