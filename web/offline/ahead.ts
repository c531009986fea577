import { isDetectorFile, ruleFor } from "./thread/rules.ts";

/** Choreographies whose files are fetched ahead, in the library's order; further ones are kept once they were opened. */
const AHEAD = 12;
const LIBRARY = "/api/choreographies";

/** Addresses among those this page loaded that the service worker would have kept, had it been there. */
export function missed(loaded: readonly string[], origin: string): string[] {
  const paths = loaded
    .map((url) => new URL(url, origin))
    .filter((url) => url.origin === origin && (ruleFor("GET", url.pathname) || isDetectorFile(url.pathname)))
    .map((url) => url.pathname + url.search);
  return [...new Set(paths)];
}

/** Asks again, now through the service worker, for what came before it was there. Mostly from the browser's cache. */
export async function askAgain(): Promise<void> {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  for (const path of missed(loaded, location.origin)) await fetch(path).catch(() => undefined);
}

/** Fetches the first choreographies of the library that are not on this device yet, unless data is to be saved. */
export async function fetchAhead(): Promise<void> {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  const answer = await fetch(LIBRARY);
  if (!answer.ok) return;
  const { choreographies } = (await answer.json()) as { choreographies: readonly { version: string }[] };
  for (const { version } of choreographies.slice(0, AHEAD)) {
    const file = `${LIBRARY}/${version}/file`;
    if (!(await caches.match(file, { ignoreVary: true }))) await fetch(file);
  }
}
