import { boardWeek } from "#dance/practice/board.ts";
import { leftoverGone, leftovers } from "./db/accounts.ts";
import { dropPastGrants } from "./db/grants.ts";
import { type Db, open } from "./db/open.ts";
import { filesGone, leftoverFiles } from "./db/publishing.ts";
import { dropQuotas } from "./db/quotas.ts";
import { dropOpenTakes, expiredTakes } from "./db/takes.ts";
import { dropWeeks } from "./db/weeks.ts";
import { type Bindings, now } from "./env.ts";
import { DAY_MS, LIMITS } from "./limits.ts";
import { keepRejudging } from "./rejudge.ts";
import { dropChoreographies, dropKnownReplays, dropReplays, getChoreography, putChoreography } from "./replays.ts";
import { dropVoices } from "./voices.ts";

/**
 * Clears away takes that expired before they were closed, bytes first; gives how many. Bytes of deleted dancers, files
 * of what was taken back, boards of past weeks and grants that ended go too, and a rejudging that is due begins. Stays within the 50 queries that D1 allows.
 */
export async function tidy(env: Bindings): Promise<number> {
  const db = open(env);
  // A replay under way when the take expired has long arrived a delivery time later.
  const ids = await expiredTakes(db, now() - LIMITS.deliveryMs, LIMITS.tidyTakes);
  for (const id of ids) await dropReplays(env, id);
  await dropOpenTakes(db, ids);
  await removeLeftovers(env, db, null);
  await clearFiles(env, db);
  await dropWeeks(db, boardWeek(now()), LIMITS.tidyWeeks, LIMITS.tidyWeekRows);
  await dropPastGrants(db, now());
  await dropQuotas(db, Math.floor(now() / DAY_MS) - 1);
  await keepRejudging(env, db);
  return ids.length;
}

/** Removes the files of choreographies that were taken back; what is broken off is gone on with by night. */
export async function clearFiles(env: Bindings, db: Db): Promise<void> {
  const versions = await leftoverFiles(db, LIMITS.tidyFiles);
  for (let at = 0; at < versions.length; at += FILES_AT_ONCE)
    await dropFiles(env, db, versions.slice(at, at + FILES_AT_ONCE));
}

/** Files that are held in memory together. */
const FILES_AT_ONCE = 12;

/**
 * Removes the files of a few versions that are not published. Whoever publishes one in that moment has put its file
 * there before: it is asked again afterwards who needs theirs, and the same bytes are put back.
 */
export async function dropFiles(env: Bindings, db: Db, versions: readonly string[]): Promise<void> {
  const kept = new Map<string, ArrayBuffer>();
  const keep = async (version: string) => {
    const bytes = await (await getChoreography(env, version))?.arrayBuffer();
    if (bytes) kept.set(version, bytes);
  };
  await Promise.all(versions.map(keep));
  await dropChoreographies(env, versions);
  for (const version of await filesGone(db, versions)) {
    const bytes = kept.get(version);
    if (bytes) await putChoreography(env, version, new Uint8Array(bytes));
  }
}

/** Removes replays and voices of deleted dancers, of one receipt or of all; what is broken off is gone on with by night. */
export async function removeLeftovers(env: Bindings, db: Db, receipt: string | null): Promise<void> {
  for (const { id, pending } of await leftovers(db, receipt, LIMITS.tidyDeletions)) {
    await dropVoices(
      env,
      pending.filter((it) => typeof it === "string"),
    );
    await dropKnownReplays(
      env,
      pending.filter((it) => typeof it !== "string"),
    );
    await leftoverGone(db, id);
  }
}
