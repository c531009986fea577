import { open } from "./db/open.ts";
import { dropOpenTake, expiredTakes } from "./db/takes.ts";
import { type Bindings, now } from "./env.ts";
import { LIMITS } from "./limits.ts";
import { dropReplays } from "./replays.ts";

/** Clears away takes that expired before they were closed, bytes first; gives how many. */
export async function tidy(env: Bindings): Promise<number> {
  const db = open(env);
  // A replay under way when the take expired has long arrived a delivery time later.
  const ids = await expiredTakes(db, now() - LIMITS.deliveryMs, LIMITS.tidyTakes);
  for (const id of ids) {
    await dropReplays(env, id);
    await dropOpenTake(db, id);
  }
  return ids.length;
}
