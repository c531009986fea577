import { eq, inArray, sql } from "drizzle-orm";
import { LEVELS } from "#dance/choreo/choreography.ts";
import type { Summary } from "#dance/choreo/summary.ts";
import type { Db } from "./open.ts";
import { choreographies } from "./schema.ts";

/** A summary with the content hash that names its version. */
export type VersionedSummary = Summary & { readonly version: string };

const columns = { version: choreographies.version, summary: choreographies.summary };
const read = (row: { version: string; summary: string }): VersionedSummary => ({
  version: row.version,
  ...(JSON.parse(row.summary) as Summary),
});

/** The current version of every choreography, easiest first. */
export async function currentChoreographies(db: Db): Promise<VersionedSummary[]> {
  const rows = await db.select(columns).from(choreographies).where(eq(choreographies.current, 1));
  const hardness = ({ level, bpm }: Summary) => LEVELS.indexOf(level) * 1000 + bpm;
  return rows.map(read).sort((a, b) => hardness(a) - hardness(b));
}

export async function choreographyOf(db: Db, version: string): Promise<VersionedSummary | null> {
  const [row] = await db.select(columns).from(choreographies).where(eq(choreographies.version, version));
  return row ? read(row) : null;
}

/** Those of some versions that there are, in no order. */
export async function choreographiesOf(db: Db, versions: readonly string[]): Promise<VersionedSummary[]> {
  const named = sql`(select value from json_each(${JSON.stringify(versions)}))`;
  return (await db.select(columns).from(choreographies).where(inArray(choreographies.version, named))).map(read);
}
