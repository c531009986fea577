import { env } from "cloudflare:workers";
import { type Db, open } from "../../worker/db/open.ts";

/** The database, and how many rows were read and written through it. */
export function counting(): { readonly db: Db; readonly rows: { read: number; written: number } } {
  const rows = { read: 0, written: 0 };
  const count = (done: D1Result) => {
    rows.read += done.meta.rows_read;
    rows.written += done.meta.rows_written;
    return done;
  };
  const bound = (statement: D1PreparedStatement) => {
    const all = async () => count(await statement.all());
    return { statement, all, raw: async () => (await all()).results.map((row) => Object.values(row as object)) };
  };
  const prepare = (sql: string) => ({ bind: (...values: unknown[]) => bound(env.DB.prepare(sql).bind(...values)) });
  const batch = async (statements: readonly ReturnType<typeof bound>[]) =>
    (await env.DB.batch(statements.map(({ statement }) => statement))).map(count);
  return { db: open({ DB: { prepare, batch } as unknown as D1Database }), rows };
}

/** Queries of one run of the Worker that D1 allows in its smallest plan; each statement of a batch is one. */
export const QUERIES = 50;

/** The database, and how many queries were asked of it. */
export function asking(): { readonly DB: D1Database; readonly asked: { queries: number } } {
  const asked = { queries: 0 };
  const told = new WeakMap<object, D1PreparedStatement>();
  const watched = (statement: D1PreparedStatement): D1PreparedStatement => {
    const ask = (name: "all" | "raw" | "run" | "first") => () => {
      asked.queries++;
      return (statement[name] as () => Promise<unknown>)();
    };
    const bind = (...values: unknown[]) => watched(statement.bind(...values));
    const it = { bind, all: ask("all"), raw: ask("raw"), run: ask("run"), first: ask("first") };
    told.set(it, statement);
    return it as unknown as D1PreparedStatement;
  };
  const batch = (statements: D1PreparedStatement[]) => {
    asked.queries += statements.length;
    return env.DB.batch(statements.map((statement) => told.get(statement) as D1PreparedStatement));
  };
  const DB = { prepare: (sql: string) => watched(env.DB.prepare(sql)), batch };
  return { DB: DB as unknown as D1Database, asked };
}
