import type { BoardKey } from "./db/boards.ts";
import { now } from "./env.ts";
import { LIMITS } from "./limits.ts";

/** Something that was read, and when, ms since 1970. */
export interface Kept<Page> {
  readonly at: number;
  readonly page: Page;
}

/** Pages of boards lie in the cache of the nearest Cloudflare house under names that nobody can ask for. */
const nameOf = ({ version, section, kind, week }: BoardKey, after: string) =>
  `https://boards.invalid/${version}/${section}/${kind}/${week}/${encodeURIComponent(after)}`;

/** A page of a board as it was read a moment ago for somebody else; null where none is there or it is too old. */
export async function keptPage<Page>(key: BoardKey, after: string): Promise<Kept<Page> | null> {
  const found = await caches.default.match(nameOf(key, after));
  if (!found) return null;
  const kept: Kept<Page> = await found.json();
  return secondsLeft(kept) > 0 ? kept : null;
}

/** Keeps a page for whoever asks next. Nothing of one dancer's own view may be in it. */
export async function keepPage<Page>(key: BoardKey, after: string, kept: Kept<Page>): Promise<void> {
  const headers = { "cache-control": `max-age=${LIMITS.boardSeconds}` };
  await caches.default.put(nameOf(key, after), Response.json(kept, { headers }));
}

/** How many seconds a page may still be shown. */
export const secondsLeft = ({ at }: Kept<unknown>): number =>
  Math.max(0, Math.ceil(LIMITS.boardSeconds - (now() - at) / 1000));
