// What a coach's pages cost: the queries that the whole request asks, the rows that the database reads for them and the
// time, for a class of 40 dancers with 30 takes each, and for the same class after ten times as much practice, and 10,000 notes on
// takes of somebody who shares no more.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getPlatformProxy } from "wrangler";
import { app } from "../../worker/api.ts";
import { tokenHash } from "../../worker/auth/token.ts";
import type { Bindings } from "../../worker/env.ts";
import type { Rows } from "../fixtures/board-rows.ts";
import { CLASS_SIZE, endSharing, fillClass, fillNotes, TOKEN, VERSION } from "../fixtures/class-rows.ts";
import { median } from "./page/serve.ts";
import type { Figure } from "./run.ts";

const ASKED = 9;
/** The most queries that a class may open with. */
const QUERIES = 10;

/** What a page is asked for by a coach, and how much of it is shown. */
interface Question {
  readonly name: string;
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: the bench looks into whatever came back
  shown(body: any): number;
}

const QUESTIONS: readonly Question[] = [
  {
    name: "class",
    path: `/api/crews/crew/class?version=${VERSION}`,
    /** Takes in the cells, and those that minutes are counted by. */
    shown: ({ dancers }) =>
      dancers.reduce(
        // biome-ignore lint/suspicious/noExplicitAny: as above
        (sum: number, it: any) => sum + it.takes + it.cells.reduce((n: number, c: any) => n + 2 + c.recent.length, 0),
        0,
      ),
  },
  {
    name: "assignments",
    path: "/api/crews/crew/assignments",
    shown: ({ assignments }) => assignments[0].dancers.length,
  },
  { name: "my-notes", path: "/api/me/notes", shown: ({ notes }) => notes.length },
  { name: "notes", path: "/api/takes/d0-0/notes", shown: ({ notes }) => notes.length },
];

/** The database as the Worker has it, with a count of queries and of the rows that they read. */
function counted(base: Rows) {
  const count = { queries: 0, rows: 0 };
  const bound = (statement: ReturnType<Rows["prepare"]>) => {
    const all = async () => {
      const done = await statement.all();
      count.queries++;
      count.rows += done.meta.rows_read;
      return done;
    };
    // Asked twice, counted once: values in their order come without what was read for them.
    const raw = async () => (await all()) && (statement as unknown as { raw(): Promise<unknown[]> }).raw();
    return { all, run: all, raw };
  };
  const prepare = (sql: string) => ({ bind: (...values: unknown[]) => bound(base.prepare(sql).bind(...values)) });
  const session = { prepare, getBookmark: () => null };
  return { DB: { ...session, withSession: () => session } as unknown as Bindings["DB"], count };
}

/** Asks a page as the class's coach. */
async function ask(DB: Rows, { name, path, shown }: Question) {
  const times: number[] = [];
  let told = { queries: 0, rows: 0, shown: 0 };
  for (let i = 0; i < ASKED; i++) {
    const { DB: counting, count } = counted(DB);
    const start = performance.now();
    const headers = { cookie: `eightcount=${TOKEN}` };
    const answer = await app.request(path, { headers }, { DB: counting } as unknown as Bindings);
    const body = await answer.json();
    times.push(performance.now() - start);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(body)}`);
    told = { ...count, shown: shown(body) };
  }
  return { ...told, time: median(times) };
}

export async function run(): Promise<Figure[]> {
  const state = mkdtempSync(join(tmpdir(), "eightcount-review-"));
  const proxy = await getPlatformProxy<Record<string, unknown>>({ persist: { path: state } });
  try {
    const DB = proxy.env.DB as Rows;
    for (const file of readdirSync("migrations").filter((name) => name.endsWith(".sql")))
      for (const sql of readFileSync(join("migrations", file), "utf8").split("--> statement-breakpoint"))
        await DB.prepare(sql).run();
    await fillClass(DB, await tokenHash(TOKEN), 30);
    await fillNotes(DB, 0);
    const first = [];
    for (const question of QUESTIONS) first.push(await ask(DB, question));
    await fillClass(DB, null, 300);
    await endSharing(DB, CLASS_SIZE - 1);
    const figures: Figure[] = [];
    for (const [i, question] of QUESTIONS.entries()) {
      const before = first[i] as (typeof first)[number];
      figures.push(...figuresOf(question.name, before, await ask(DB, question)));
    }
    return figures;
  } finally {
    await proxy.dispose();
    rmSync(state, { recursive: true, force: true });
  }
}

type Told = Awaited<ReturnType<typeof ask>>;
const ratio = (value: number, to: number) => Math.round((value / to) * 1000) / 1000;

function figuresOf(name: string, few: Told, many: Told): Figure[] {
  const size = `${CLASS_SIZE}x30`;
  const rows = (what: string, told: Told): Figure => ({
    ...{ name: `review-${name}-rows-${what}`, value: told.rows, unit: "rows read" },
    ...{ yardstick: `things shown (${told.shown})`, ratio: ratio(told.rows, told.shown) },
  });
  return [
    {
      ...{ name: `review-${name}-queries-${size}`, value: few.queries, unit: "queries, the door's among them" },
      ...{ yardstick: `goal: at most ${QUERIES}`, ratio: ratio(few.queries, QUERIES) },
    },
    rows(size, few),
    rows(`${CLASS_SIZE}x300-older`, many),
    {
      ...{ name: `review-${name}-time-${size}`, value: few.time, unit: "ms" },
      ...{ yardstick: "the same after ten times as much older practice", ratio: ratio(few.time, many.time) },
    },
  ];
}
