import { deletionFinished, deletionOf, unfinishedDeletions } from "./db/accounts.ts";
import { type Db, open } from "./db/open.ts";
import { dropQuotas } from "./db/quotas.ts";
import { dropOpenTake, expiredTakes } from "./db/takes.ts";
import { type Bindings, now } from "./env.ts";
import { DAY_MS, LIMITS } from "./limits.ts";
import { dropReplays } from "./replays.ts";

/** Clears away takes that expired before they were closed, bytes first; gives how many. Bytes of deleted dancers go too. */
export async function tidy(env: Bindings): Promise<number> {
  const db = open(env);
  // A replay under way when the take expired has long arrived a delivery time later.
  const ids = await expiredTakes(db, now() - LIMITS.deliveryMs, LIMITS.tidyTakes);
  for (const id of ids) {
    await dropReplays(env, id);
    await dropOpenTake(db, id);
  }
  for (const receipt of await unfinishedDeletions(db, LIMITS.tidyDeletions)) await removeBytes(env, db, receipt);
  await dropQuotas(db, Math.floor(now() / DAY_MS) - 1);
  return ids.length;
}

/** Removes the bytes of a deleted dancer's takes; what was broken off is gone on with the next night. */
export async function removeBytes(env: Bindings, db: Db, receipt: string): Promise<void> {
  const deletion = await deletionOf(db, receipt);
  for (const take of deletion?.pending ?? []) await dropReplays(env, take);
  await deletionFinished(db, receipt);
}
