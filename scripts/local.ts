// The local database and bucket: Miniflare's, in STATE_DIR or .wrangler/state.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { getPlatformProxy } from "wrangler";
import { RULES_VERSION } from "#dance/scoring/result.ts";
import { run } from "./run.ts";
import { publications } from "./seed.ts";

/** Where rows and bytes are kept; tests name a folder of their own. */
export const STATE_DIR = resolve(process.env.STATE_DIR ?? ".wrangler/state");

interface Local {
  readonly DB: {
    prepare(sql: string): { run(): Promise<unknown>; all<Row>(): Promise<{ results: Row[] }> };
    batch(statements: unknown[]): Promise<unknown>;
  };
  readonly REPLAYS: { put(key: string, bytes: Uint8Array): Promise<unknown> };
}

type Proxy = Awaited<ReturnType<typeof getPlatformProxy<Record<string, unknown>>>>;
let opened: Promise<Proxy> | null = null;

/** Database and bucket, opened once for all that is done to them; it takes a second. */
async function local(): Promise<Local> {
  opened ??= getPlatformProxy({ persist: { path: join(STATE_DIR, "v3") } });
  return (await opened).env as unknown as Local;
}

/** Lets go of them, before somebody else opens them. */
export async function closeLocal(): Promise<void> {
  await (await opened)?.dispose();
  opened = null;
}

/** Applies the migrations that the local database has not seen; says how many. */
export async function migrate(): Promise<number> {
  const files = readdirSync("migrations").filter((name) => name.endsWith(".sql"));
  const applied = await appliedMigrations();
  const pending = files.filter((file) => !applied.some(({ name }) => name === file));
  if (pending.length === 0) return 0;
  await closeLocal();
  run(`wrangler d1 migrations apply DB --local --persist-to "${STATE_DIR}"`, { quiet: true });
  return pending.length;
}

async function appliedMigrations(): Promise<readonly { name: string }[]> {
  const { DB } = await local();
  try {
    return (await DB.prepare("select name from d1_migrations").all<{ name: string }>()).results;
  } catch {
    return []; // a new database has no such table
  }
}

/** Publishes the built-in choreographies that are new; says how many. */
export async function seed(): Promise<number> {
  const { DB, REPLAYS } = await local();
  const { results } = await DB.prepare(
    "select version from choreographies where current = 1 and owner_id is null",
  ).all<{
    version: string;
  }>();
  const fresh = publications().filter(({ version }) => !results.some((row) => row.version === version));
  for (const { key, bytes, statements } of fresh) {
    await REPLAYS.put(key, bytes);
    await DB.batch(statements.map((sql) => DB.prepare(sql)));
  }
  return fresh.length;
}

/** Tells whoever starts the server that boards stand by older rules than this version judges by, and how that ends. */
export async function tellRules(): Promise<void> {
  const { DB } = await local();
  const [row] = (await DB.prepare(STANDING).all<{ rules: number | null }>()).results;
  if (row?.rules == null || row.rules >= RULES_VERSION) return;
  console.log(
    `The boards stand by rules ${row.rules}; takes are judged by rules ${RULES_VERSION} now and wait with theirs.`,
  );
  console.log("With the next take that comes, all are judged again in the background; then the boards move over.");
}

/** As worker/db/rules.ts has it. */
const STANDING = `select coalesce((select rules from rejudges where moved_at is not null order by rules desc limit 1),
  (select min(rules) from boards)) as rules`;
