import { type SQL, sql } from "drizzle-orm";

/** Points that a bucket is wide, and each of the parts that are counted within it. */
const WIDTH = { bucket: 10_000, part: 100 } as const;
// Written into the text of a statement: a bound number would be divided as a fraction.
const [bucketWide, partWide, parts] = [WIDTH.bucket, WIDTH.part, WIDTH.bucket / WIDTH.part].map((n) =>
  sql.raw(String(n)),
);
const PLACE = sql`board_id, missing / ${bucketWide} as bucket, cast(missing / ${partWide} % ${parts} as text) as part`;

/** Takes rows out of their buckets. `rows` selects board_id and missing, one row of a board at most. */
export const leaveBuckets = (rows: SQL): SQL => sql`
  update buckets set dancers = dancers - 1, parts = json_set(parts, '$."' || r.part || '"', (parts ->> r.part) - 1)
  from (select ${PLACE} from (${rows})) r where buckets.board_id = r.board_id and buckets.bucket = r.bucket`;

/** Puts rows into their buckets. `rows` selects board_id and missing, one row of a board at most. */
export const enterBuckets = (rows: SQL): SQL => sql`
  insert into buckets (board_id, bucket, dancers, parts)
  select board_id, bucket, 1, json_object(part, 1) from (select ${PLACE} from (${rows})) where true
  on conflict do update set dancers = dancers + 1, parts = json_patch(parts, (
    select json_object(e.key, coalesce(buckets.parts ->> e.key, 0) + 1) from json_each(excluded.parts) e))`;

/** How many dancers of a board miss fewer points, by parts; `from` is where the part of `missing` begins. */
export function aheadByBuckets(boardId: number, missing: number): { readonly ahead: SQL; readonly from: number } {
  const bucket = Math.floor(missing / WIDTH.bucket);
  const part = Math.floor((missing % WIDTH.bucket) / WIDTH.part);
  const ahead = sql`
    (select coalesce(sum(dancers), 0) from buckets where board_id = ${boardId} and bucket < ${bucket})
    + (select coalesce(sum(e.value), 0) from buckets b, json_each(b.parts) e
      where b.board_id = ${boardId} and b.bucket = ${bucket} and cast(e.key as integer) < ${part})`;
  return { ahead, from: bucket * WIDTH.bucket + part * WIDTH.part };
}
