import type { SQL } from "drizzle-orm";
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";

export type Db = DrizzleD1Database & { readonly $client: D1Database };

/** The database, or a session of it that reads nothing older than its bookmark. */
export const open = (env: { readonly DB: D1Database | D1DatabaseSession }): Db => drizzle(env.DB as D1Database);

const dialect = new SQLiteAsyncDialect();

/** Runs statements written by hand, all of them or none; drizzle's own batch takes only what its builders made. */
export async function batch(db: Db, statements: readonly SQL[]): Promise<void> {
  await db.$client.batch(
    statements.map((statement) => {
      const { sql, params } = dialect.sqlToQuery(statement);
      return db.$client.prepare(sql).bind(...params);
    }),
  );
}
