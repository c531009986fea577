import { DETECTOR_CACHE } from "./rules.ts";

/** A file of the build; the revision is null where the address already holds a hash of the content. */
export interface BuiltFile {
  readonly url: string;
  readonly revision: string | null;
}

/** The address under which a file is kept: another revision is another file. */
export const keyOf = ({ url, revision }: BuiltFile): string => (revision ? `${url}?revision=${revision}` : url);

/** A file's name without the hash of its content, by which it is known from one build to the next. */
export const stemOf = (url: string): string => url.replace(/\?.*$/, "").replace(/-[\w-]{8}(\.\w+)$/, "$1");

/** Files of the new build that this device already used in an older one, and does not have yet. */
export function wanted(files: readonly BuiltFile[], kept: readonly string[]): BuiltFile[] {
  const stems = new Set(kept.map(stemOf));
  return files.filter((file) => stems.has(stemOf(file.url)) && !kept.includes(keyOf(file)));
}

const pathsOf = async (cache: Cache): Promise<string[]> =>
  (await cache.keys()).map(({ url }) => url.slice(new URL(url).origin.length));

/** Before a new version takes over: what the detector used comes along, so that it still starts without network. */
export async function bringAlong(files: readonly BuiltFile[]): Promise<void> {
  if (!(await caches.has(DETECTOR_CACHE))) return;
  const cache = await caches.open(DETECTOR_CACHE);
  for (const file of wanted(files, await pathsOf(cache))) {
    const answer = await fetch(file.url, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${file.url} answered ${answer.status}`);
    await cache.put(keyOf(file), answer);
  }
}

/** Once the new version has taken over: what only older ones used goes. */
export async function dropOlder(files: readonly BuiltFile[]): Promise<void> {
  if (!(await caches.has(DETECTOR_CACHE))) return;
  const cache = await caches.open(DETECTOR_CACHE);
  const keys = files.map(keyOf);
  for (const path of await pathsOf(cache)) if (!keys.includes(path)) await cache.delete(path);
}
