import { Hono } from "hono";
import { etag } from "hono/etag";
import { spanOf } from "#dance/choreo/summary.ts";
import type { BoardKind } from "#dance/practice/board.ts";
import { whoever } from "../auth/door.ts";
import {
  boardOf,
  dancersOn,
  rankOf,
  standingOf,
  standingsAfter,
  standingsBefore,
  standingsOfCrew,
} from "../db/boards.ts";
import { choreographyOf } from "../db/choreographies.ts";
import { crewOf } from "../db/crews.ts";
import type { Db } from "../db/open.ts";
import { describe, valid } from "../describe.ts";
import type { Env } from "../env.ts";
import { LIMITS } from "../limits.ts";
import { problem } from "../problem.ts";
import { boardAround, boardPage, byBoard, paging, whichBoard } from "../schemas.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { standing, standingView } from "./views.ts";

const BOARD = "/choreographies/:version/sections/:section/leaderboard";
const FOR_ALL = `public, max-age=${LIMITS.boardSeconds}`;
const FOR_ONE = "private, no-cache";

/** Leaderboards, a page at a time, and the rows about one's own. Without a name, a board may be some seconds old. */
export const boards = new Hono<Env>()
  .get(
    BOARD,
    describe({
      summary: "The best take of each dancer, best first, ties by who was first; of everybody, or of a `crew` of mine",
      reply: boardPage,
      problems: ["choreography-unknown", "section-unknown", "cursor-invalid", "crew-unknown", "input-invalid"],
    }),
    whoever,
    etag(),
    valid("param", byBoard),
    valid("query", paging),
    async (c) => {
      const { after: cursor, crew, kind } = c.req.valid("query");
      const after = cursor === undefined ? null : readCursor(cursor);
      if (cursor !== undefined && !after) return problem(c, "cursor-invalid");
      const { db } = c.var;
      const board = await find(db, { ...c.req.valid("param"), kind });
      if (typeof board === "string") return problem(c, board);
      const asker = c.var.asker?.id ?? null;
      if (crew !== undefined && (asker === null || !(await crewOf(db, crew, asker)))) return problem(c, "crew-unknown");
      c.header("cache-control", asker === null ? FOR_ALL : FOR_ONE);
      c.header("vary", "cookie");
      if (board === null) return c.json({ standings: [], next: null, me: null, dancers: 0 }, 200);
      if (crew !== undefined) return c.json(await crewBoard(db, board, crew, asker), 200);
      const [rows, me, dancers] = await Promise.all([
        standingsAfter(db, board, after, LIMITS.boardPage + 1),
        asker === null ? null : standing(db, board, asker, asker),
        dancersOn(db, board),
      ]);
      const page = rows.slice(0, LIMITS.boardPage);
      const [first] = page;
      const rank = after && first ? await rankOf(db, board, first) : 1;
      const last = rows.length > page.length ? page.at(-1) : undefined;
      return c.json(
        {
          standings: page.map((row, i) => standingView(row, rank + i, asker)),
          next: last ? writeCursor(last) : null,
          me,
          dancers,
        },
        200,
      );
    },
  )
  .get(
    `${BOARD}/around`,
    describe({
      summary: "My own standing with the five above and the five below it; empty where I have none",
      reply: boardAround,
      problems: ["signed-out", "choreography-unknown", "section-unknown", "input-invalid"],
    }),
    whoever,
    valid("param", byBoard),
    valid("query", whichBoard),
    async (c) => {
      const { db, asker } = c.var;
      if (!asker) return problem(c, "signed-out");
      const board = await find(db, { ...c.req.valid("param"), ...c.req.valid("query") });
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

/** The whole crew on one page, ranked among themselves. */
async function crewBoard(db: Db, board: number, crew: string, asker: string | null) {
  const rows = await standingsOfCrew(db, board, crew);
  const standings = rows.map((row, i) => standingView(row, i + 1, asker));
  return { standings, next: null, me: standings.find(({ mine }) => mine) ?? null, dancers: rows.length };
}

/** The board of a section, null where nobody opened a take there yet, or what is wrong with its address. */
async function find(db: Db, at: { version: string; section: number; kind: BoardKind }) {
  const { version, section, kind } = at;
  const board = await boardOf(db, version, section, kind);
  if (board !== null) return board;
  const choreography = await choreographyOf(db, version);
  if (!choreography) return "choreography-unknown" as const;
  return spanOf(choreography, section) ? null : ("section-unknown" as const);
}
