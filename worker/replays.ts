import type { Bindings } from "./env.ts";

/** A take's replays; the hash in the key keeps a second replay from overwriting the first. */
const folder = (takeId: string): string => `replays/${takeId}/`;
const key = (takeId: string, hash: string): string => `${folder(takeId)}${hash}`;

export async function putReplay(env: Bindings, takeId: string, hash: string, bytes: Uint8Array): Promise<void> {
  await env.REPLAYS.put(key(takeId, hash), bytes);
}

export async function getReplay(env: Bindings, takeId: string, hash: string): Promise<R2ObjectBody | null> {
  return env.REPLAYS.get(key(takeId, hash));
}

/** Removes a replay that did not close its take. */
export async function dropReplay(env: Bindings, takeId: string, hash: string): Promise<void> {
  await env.REPLAYS.delete(key(takeId, hash));
}

/** Removes what other replays of a closed take were left behind. */
export async function dropOtherReplays(env: Bindings, takeId: string, hash: string): Promise<void> {
  const { objects } = await env.REPLAYS.list({ prefix: folder(takeId) });
  const others = objects.flatMap((object) => (object.key === key(takeId, hash) ? [] : [object.key]));
  if (others.length > 0) await env.REPLAYS.delete(others);
}

/** Removes all bytes of a take. */
export async function dropReplays(env: Bindings, takeId: string): Promise<void> {
  const { objects } = await env.REPLAYS.list({ prefix: folder(takeId) });
  if (objects.length > 0) await env.REPLAYS.delete(objects.map(({ key }) => key));
}

/** The card of a shared take; there is one at most. */
const cardKey = (takeId: string): string => `cards/${takeId}`;

export async function putPicture(env: Bindings, takeId: string, png: Uint8Array): Promise<void> {
  await env.REPLAYS.put(cardKey(takeId), png);
}

export const getPicture = (env: Bindings, takeId: string): Promise<R2ObjectBody | null> =>
  env.REPLAYS.get(cardKey(takeId));

export const dropPicture = (env: Bindings, takeId: string): Promise<void> => env.REPLAYS.delete(cardKey(takeId));

/** Keys that the bucket deletes in one call. */
const AT_ONCE = 1000;

/** Removes the bytes of many takes, cards too: replays of a known hash by the thousand, of others whatever lies there. */
export async function dropKnownReplays(
  env: Bindings,
  replays: readonly (readonly [takeId: string, hash: string | null])[],
): Promise<void> {
  // Few takes are shared; a key that is not there is deleted for nothing.
  const keys = replays.flatMap(([takeId, hash]) => (hash === null ? [] : [key(takeId, hash), cardKey(takeId)]));
  for (let at = 0; at < keys.length; at += AT_ONCE) await env.REPLAYS.delete(keys.slice(at, at + AT_ONCE));
  for (const [takeId, hash] of replays) if (hash === null) await dropReplays(env, takeId);
}

const fileKey = (version: string): string => `choreographies/${version}`;

export async function putChoreography(env: Bindings, version: string, bytes: Uint8Array): Promise<void> {
  await env.REPLAYS.put(fileKey(version), bytes);
}

/** Removes the files of some versions, a thousand at most. */
export const dropChoreographies = (env: Bindings, versions: readonly string[]): Promise<void> =>
  env.REPLAYS.delete(versions.map(fileKey));

/** The file of a version of a choreography, as it was published. */
export async function getChoreography(env: Bindings, version: string): Promise<R2ObjectBody | null> {
  return env.REPLAYS.get(fileKey(version));
}
