import { SPARE_CACHES } from "./thread/rules.ts";

/** Bytes that a take of four minutes needs at most, with its result: what "one more take" means. */
const TAKE_BYTES = 600_000;

/** What is left of the room that the browser gives: bytes, and whole takes of four minutes. */
export interface Left {
  readonly bytes: number;
  readonly takes: number;
}

/** Below this many takes the page should say so. */
export const FEW_TAKES = 5;

/** How much room is left on this device; null where the browser does not tell. */
export async function storageLeft(storage = globalThis.navigator?.storage): Promise<Left | null> {
  const told = await storage?.estimate?.().catch(() => null);
  if (told?.quota === undefined || told.usage === undefined) return null;
  const bytes = Math.max(0, told.quota - told.usage);
  return { bytes, takes: Math.floor(bytes / TAKE_BYTES) };
}

/** Asks the browser not to clear this device's takes when room is short; true where it promises so. */
export async function keepForGood(storage = globalThis.navigator?.storage): Promise<boolean> {
  try {
    return (await storage.persisted()) || (await storage.persist());
  } catch {
    return false;
  }
}

/** Empties caches that come back with the network, so that a take finds room. */
export async function makeRoom(): Promise<void> {
  if (typeof caches === "undefined") return;
  await Promise.all(SPARE_CACHES.map((name) => caches.delete(name).catch(() => false)));
}
