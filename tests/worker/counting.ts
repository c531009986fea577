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
