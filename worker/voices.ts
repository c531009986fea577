import type { Bindings } from "./env.ts";

/** The voice of a note; there is one at most. */
const voiceKey = (noteId: string): string => `voices/${noteId}`;

export async function putVoice(env: Bindings, noteId: string, bytes: Uint8Array): Promise<void> {
  await env.REPLAYS.put(voiceKey(noteId), bytes);
}

export const getVoice = (env: Bindings, noteId: string): Promise<R2ObjectBody | null> =>
  env.REPLAYS.get(voiceKey(noteId));

export const dropVoice = (env: Bindings, noteId: string): Promise<void> => env.REPLAYS.delete(voiceKey(noteId));

/** Keys that the bucket deletes in one call. */
const AT_ONCE = 1000;

/** Removes the voices of many notes. */
export async function dropVoices(env: Bindings, noteIds: readonly string[]): Promise<void> {
  for (let at = 0; at < noteIds.length; at += AT_ONCE)
    await env.REPLAYS.delete(noteIds.slice(at, at + AT_ONCE).map(voiceKey));
}
