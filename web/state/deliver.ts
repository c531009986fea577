import { ApiProblem, api, type ClosedTake } from "../api.ts";
import { someDancer } from "./dancer.ts";
import type { KeptTake } from "./outbox.ts";
import { inSitting } from "./sitting.ts";

/** Milliseconds after which a delivery that hangs is given up, to be made again: others wait behind it. */
const PATIENCE_MS = 60_000;

/** Problems of a take opened before the dance that opening it anew, as a late one, still mends. */
const MENDED: ReadonlySet<string> = new Set(["take-expired", "take-unknown"]);

/** The Worker's doors that a delivery needs. */
export interface Doors {
  /** Opens a take that was danced without network, under its own id; again is the same as once. */
  openLate(take: KeptTake): Promise<void>;
  close(take: KeptTake): Promise<ClosedTake>;
}

const doors: Doors = {
  async openLate({ id, endedAt, version, section, rate, mirror, seated = false }) {
    await someDancer();
    const late = { id, dancedAt: endedAt };
    await inSitting((session) => api.openTake({ session, version, section, rate, mirror, seated, late }));
  },
  close: ({ id, replay }) => api.closeTake(id, replay, AbortSignal.timeout(PATIENCE_MS)),
};

/** Delivers a take; one that was danced without network, or came too late for its opening, is opened first. */
export async function deliver(take: KeptTake, at: Doors = doors): Promise<ClosedTake> {
  if (take.opened) {
    try {
      return await at.close(take);
    } catch (cause) {
      if (!(cause instanceof ApiProblem) || !MENDED.has(cause.code)) throw cause;
    }
  }
  await at.openLate(take);
  return at.close(take);
}
