// Rows that the database reads, and time, for every question asked of a board: at a thousand dancers and at a million.
// And the rows that it writes where a take is closed that betters its dancer's row.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getPlatformProxy } from "wrangler";
import { RULES_VERSION, type TakeResult } from "#dance/scoring/result.ts";
import { closeTake } from "../../worker/db/closing.ts";
import { type Db, open } from "../../worker/db/open.ts";
import {
  type Place,
  rankOf,
  standingOf,
  standingsAfter,
  standingsBefore,
  standingsOfCrew,
  standingsOfPicks,
} from "../../worker/db/standings.ts";
import { DANCED_AT, fillBoard, openAnother, type Rows, WEEK_BOARDS } from "../fixtures/board-rows.ts";
import { median } from "./page/serve.ts";
import type { Figure } from "./run.ts";

const SIZES = [1_000, 100_000, 1_000_000] as const;
/** Times that each question is asked, from places all over the board. */
const ASKED = 21;

/** What is asked, and the most rows that it may read. */
interface Question {
  readonly name: string;
  readonly goal: number;
  /** What must be there first; not counted. */
  before?(DB: Rows, takeId: string): Promise<void>;
  ask(db: Db, board: number, place: Place, dancerId: string): Promise<unknown>;
}

const QUESTIONS: readonly Question[] = [
  { name: "page", goal: 60, ask: (db, board, place) => standingsAfter(db, board, place, 51) },
  {
    name: "my-standing",
    goal: 700,
    async ask(db, board, _, dancerId) {
      const row = await standingOf(db, board, dancerId);
      if (row) await rankOf(db, board, row);
    },
  },
  {
    name: "neighbours",
    goal: 25,
    async ask(db, board, place) {
      await standingsBefore(db, board, place, 5);
      await standingsAfter(db, board, place, 5);
    },
  },
  { name: "put", goal: 12, before: openAnother, ask: (db, _, place) => closeBetter(db, place) },
  { name: "crew", goal: 700, ask: (db, board) => standingsOfCrew(db, board, `c${board}`) },
  { name: "picks", goal: 700, ask: (db, board) => standingsOfPicks(db, board, `d${board}-0`) },
  { name: "week-page", goal: 60, ask: (db, board, place) => standingsAfter(db, board + WEEK_BOARDS, place, 51) },
  {
    name: "week-standing",
    goal: 700,
    async ask(db, board, _, dancerId) {
      const row = await standingOf(db, board + WEEK_BOARDS, dancerId);
      if (row) await rankOf(db, board + WEEK_BOARDS, row);
    },
  },
];

/** Closes a take of the dancer at a place, three points better than before. */
async function closeBetter(db: Db, { missing, takeId }: Place): Promise<unknown> {
  const result = { rules: RULES_VERSION, score: 1_000_003 - missing, grade: "A", coverage: 1 } as TakeResult;
  const signature = createHash("sha256").update(takeId).digest("hex");
  const trust = { doubt: null, signature };
  return closeTake(db, {
    takeId: `${takeId}-better`,
    replayHash: signature,
    result,
    ...trust,
    at: DANCED_AT,
    boardCoverage: 600,
  });
}

/** A database that adds up the rows it reads, or writes where it writes. */
function counted(base: Rows): { db: Db; rows: () => number } {
  let read = 0;
  const bound = (statement: ReturnType<Rows["prepare"]>) => {
    const all = async () => {
      const done = await statement.all();
      read += done.meta.rows_read;
      return done;
    };
    return { statement, all, raw: async () => (await all()).results.map((row) => Object.values(row)) };
  };
  const prepare = (sql: string) => ({ bind: (...values: unknown[]) => bound(base.prepare(sql).bind(...values)) });
  const batch = async (statements: readonly ReturnType<typeof bound>[]) => {
    for (const { meta } of await base.batch(statements.map(({ statement }) => statement))) read += meta.rows_written;
  };
  return { db: open({ DB: { prepare, batch } as unknown as Parameters<typeof open>[0]["DB"] }), rows: () => read };
}

export async function run(sizes: readonly number[] = SIZES): Promise<Figure[]> {
  const state = mkdtempSync(join(tmpdir(), "eightcount-boards-"));
  const proxy = await getPlatformProxy<Record<string, unknown>>({ persist: { path: state } });
  try {
    const DB = proxy.env.DB as Rows;
    for (const file of readdirSync("migrations").filter((name) => name.endsWith(".sql")))
      for (const sql of readFileSync(join("migrations", file), "utf8").split("--> statement-breakpoint"))
        await DB.prepare(sql).run();
    const figures: Figure[] = [];
    for (const [board, size] of sizes.entries()) {
      await fillBoard(DB, board + 1, size);
      for (const question of QUESTIONS) figures.push(...(await ask(DB, board + 1, size, question, figures)));
    }
    return figures;
  } finally {
    await proxy.dispose();
    rmSync(state, { recursive: true, force: true });
  }
}

/** The most rows and the median time of a question at places all over the board, against the smallest board. */
async function ask(DB: Rows, board: number, size: number, question: Question, earlier: Figure[]) {
  const { name, goal } = question;
  const rows: number[] = [];
  const times: number[] = [];
  for (let i = 0; i < ASKED; i++) {
    const n = Math.floor(((i + 0.5) / ASKED) * size);
    const place = await DB.prepare(
      "select missing, at, take_id as takeId, dancer_id as id from bests where board_id = ? and dancer_id = ?",
    )
      .bind(board, `d${board}-${n}`)
      .first<Place & { id: string }>();
    if (!place) throw new Error(`dancer ${n} of board ${board} has no row`);
    await question.before?.(DB, place.takeId);
    const { db, rows: read } = counted(DB);
    const start = performance.now();
    await question.ask(db, board, place, place.id);
    times.push(performance.now() - start);
    rows.push(read());
  }
  const figure = (what: string, value: number, unit: string, goalText: string): Figure => {
    const least = earlier.find((f) => f.name === `boards-${name}-${what}-${SIZES[0]}`)?.value ?? value;
    return {
      name: `boards-${name}-${what}-${size}`,
      value,
      unit,
      yardstick: `the same with ${SIZES[0]} dancers on the board${goalText}`,
      ratio: Math.round((value / least) * 1000) / 1000,
    };
  };
  return [
    figure("rows", Math.max(...rows), name === "put" ? "rows written" : "rows read", `; goal: at most ${goal} rows`),
    figure("time", median(times), "ms", ""),
  ];
}
