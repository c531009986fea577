import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, vi } from "vitest";

// Migrations before every test take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DAY_MS = 86_400_000;
/** Quotas go by the day and boards by the week: no test begins at the end of one, nor before what it moves back a minute lies in it. */
async function earlyInTheDay(): Promise<void> {
  const into = (Date.now() + 120_000) % DAY_MS;
  if (into < 210_000) await new Promise((wake) => setTimeout(wake, 210_000 - into));
}

/** But for what SQLite and D1 make for themselves. */
const SCHEMA = `select sql from sqlite_master where sql is not null and name not glob 'sqlite_*' and name not glob '_cf_*'`;
let tables: readonly string[] | null = null;

/** All tables as the migrations leave them; they run for the first test of a file, what they made is made for the others. */
async function makeTables(): Promise<void> {
  if (tables) await env.DB.batch(tables.map((sql) => env.DB.prepare(sql)));
  else {
    await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
    const { results } = await env.DB.prepare(SCHEMA).all<{ sql: string }>();
    tables = results.map(({ sql }) => sql);
  }
}

// Storage is kept for a whole file of tests; it is wiped before each, so that no test sees another's dancers.
beforeEach(async () => {
  await earlyInTheDay();
  await reset();
  await makeTables();
}, 300_000);
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
