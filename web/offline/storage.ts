import { SPARE_CACHES } from "./thread/rules.ts";

/** Bytes that a take of four minutes needs at most, with its result: what "one more take" means. */
const TAKE_BYTES = 600_000;

/** Room held back for takes. Browsers hide how much is really left, so that only a full device tells. */
const RESERVE = { cache: "eightcount-reserve", path: "/reserve", takes: 4 } as const;

/** What is left of the room that the browser gives: bytes, and whole takes of four minutes. */
export interface Left {
  readonly bytes: number;
  readonly takes: number;
}

/** Below this many takes the page should say so. */
export const FEW_TAKES = 5;

/** True once the browser refused to store something: no more is left than what was held back. */
let tight = false;

export const isFull = (cause: unknown): boolean => cause instanceof DOMException && cause.name === "QuotaExceededError";

/** How much room is left on this device; null where nothing tells. */
export async function storageLeft(storage = globalThis.navigator?.storage): Promise<Left | null> {
  const told = await storage?.estimate?.().catch(() => null);
  const known = told?.quota !== undefined && told.usage !== undefined;
  if (!known && !tight) return null;
  const said = known ? Math.max(0, (told.quota ?? 0) - (told.usage ?? 0)) : Number.POSITIVE_INFINITY;
  const bytes = tight ? Math.min(said, RESERVE.takes * TAKE_BYTES) : said;
  return { bytes, takes: Math.floor(bytes / TAKE_BYTES) };
}

/** Bytes that the page takes on this device in all; null where nothing tells. */
export async function storageUsed(storage = globalThis.navigator?.storage): Promise<number | null> {
  const told = await storage?.estimate?.().catch(() => null);
  return told?.usage ?? null;
}

/** Asks the browser not to clear this device's takes when room is short; true where it promises so. */
export async function keepForGood(storage = globalThis.navigator?.storage): Promise<boolean> {
  try {
    return (await storage.persisted()) || (await storage.persist());
  } catch {
    return false;
  }
}

/** Holds room back for a few takes. Where the device has none for that, `storageLeft` says so from then on. */
export async function keepReserve(): Promise<void> {
  try {
    const cache = await caches.open(RESERVE.cache);
    if (!(await cache.match(RESERVE.path)))
      await cache.put(RESERVE.path, new Response(new Uint8Array(RESERVE.takes * TAKE_BYTES)));
    tight = false;
  } catch (cause) {
    tight = isFull(cause);
  }
}

/** Gives up what was held back, and what comes back with the network, so that a take finds room. */
export async function makeRoom(): Promise<void> {
  tight = true;
  if (typeof caches === "undefined") return;
  // An entry is freed at once, a cache only when nobody holds it any more.
  await caches.open(RESERVE.cache).then(
    (cache) => cache.delete(RESERVE.path),
    () => false,
  );
  await Promise.all(SPARE_CACHES.map((name) => caches.delete(name).catch(() => false)));
}
