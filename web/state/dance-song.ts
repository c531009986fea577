import type { Choreography } from "#dance/choreo/choreography.ts";
import { type LoopSong, openLoop, openRecordingLoop, openRecordingSong, openSong, type Song } from "../song/index.ts";
import { openMetronome, openMetronomeLoop } from "../song/metronome.ts";
import { placedCopy } from "./own-song.ts";

/** A choreography that names no song is danced to a plain beat at its tempo. */
export const PLAIN_BEAT = { seed: 1, key: 0, style: "house" } as const;

/**
 * What a version is danced to on this device: the song of our making; where it is danced to a recording, the dancer's own
 * copy of it, or the metronome where there is none, where she prefers it, or where the copy does not sound here.
 */
export async function openDanceSong(version: string, choreography: Choreography): Promise<Song> {
  const { tempo, counts, sections, song, recording } = choreography;
  if (!recording) return openSong(song ?? PLAIN_BEAT, tempo, counts, sections);
  const placed = await placedCopy(version, choreography);
  const opened = placed && (await openRecordingSong(placed).catch(() => null));
  return opened?.ok ? opened.value : openMetronome(tempo, counts);
}

/** A stretch of it, `from` to `to` in song seconds, going round and round without a gap. */
export async function openDanceLoop(
  version: string,
  choreography: Choreography,
  stretch: { readonly from: number; readonly to: number },
): Promise<LoopSong> {
  const { tempo, counts, sections, song, recording } = choreography;
  if (!recording) return openLoop(song ?? PLAIN_BEAT, tempo, counts, sections, stretch);
  const placed = await placedCopy(version, choreography);
  const opened = placed && (await openRecordingLoop(placed, tempo, stretch).catch(() => null));
  return opened?.ok ? opened.value : openMetronomeLoop(tempo, counts, stretch);
}
