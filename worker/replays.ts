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

/** Removes all bytes of a take. */
export async function dropReplays(env: Bindings, takeId: string): Promise<void> {
  const { objects } = await env.REPLAYS.list({ prefix: folder(takeId) });
  if (objects.length > 0) await env.REPLAYS.delete(objects.map(({ key }) => key));
}

/** The file of a version of a choreography, as it was published. */
export async function getChoreography(env: Bindings, version: string): Promise<R2ObjectBody | null> {
  return env.REPLAYS.get(`choreographies/${version}`);
}
