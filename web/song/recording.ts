import type { Tempo } from "#dance/music/tempo.ts";
import { type Outcome, ok } from "#dance/outcome.ts";
import type { Pcm, SoundProblem } from "../sound/index.ts";
import { audioOf } from "./audio.ts";
import { clickedWav } from "./clicked.ts";
import { type LoopSong, loopIn, type Stretch } from "./loop-song.ts";
import { placePcm } from "./place.ts";
import { FileSong, type Song } from "./song.ts";

/** A sound or video file and where it lies. */
export interface Placed {
  readonly file: Blob;
  /** Song time in seconds at which the file begins; before 0 what comes earlier is left out. */
  readonly starts: number;
  /** Song time in seconds at which the song ends; the file's end if not given. */
  readonly until?: number;
}

/** Sounds taken out of their files: a few, the last used last. Four minutes are 40 MB, which the browser puts on disk. */
const CACHE_SIZE = 2;
const cache = new Map<string | Blob, Promise<Outcome<Pcm, SoundProblem>>>();

/** The same file read from the disk once more is another object. */
const keyOf = (file: Blob): string | Blob =>
  file instanceof File ? JSON.stringify([file.name, file.size, file.lastModified]) : file;

function pcmOf(file: Blob): Promise<Outcome<Pcm, SoundProblem>> {
  const key = keyOf(file);
  // With its thread only where a recording is played: most dances have none.
  const found = cache.get(key) ?? import("../sound/index.ts").then(({ pcmOfFile }) => pcmOfFile(file));
  cache.delete(key);
  cache.set(key, found);
  const [oldest] = cache.keys();
  if (cache.size > CACHE_SIZE && oldest !== undefined) cache.delete(oldest);
  const forget = () => cache.get(key) === found && cache.delete(key);
  found.then((outcome) => outcome.ok || forget(), forget);
  return found;
}

/** The sound of a file in song time. It is decoded once; moving it by another `starts` costs nothing. */
async function wavOf({ file, starts, until }: Placed): Promise<Outcome<{ wav: Blob; seconds: number }, SoundProblem>> {
  const pcm = await pcmOf(file);
  if (!pcm.ok) return pcm;
  const seconds = until ?? pcm.value.seconds + starts;
  return ok({ wav: placePcm(pcm.value, starts, seconds), seconds });
}

/** A song out of the dancer's own file, at five speeds with its pitch kept. */
export async function openRecordingSong(placed: Placed): Promise<Outcome<Song, SoundProblem>> {
  const sound = await wavOf(placed);
  if (!sound.ok) return sound;
  const url = URL.createObjectURL(sound.value.wav);
  return ok(new FileSong(await audioOf(url), sound.value.seconds, () => URL.revokeObjectURL(url)));
}

/** A stretch of it, going round and round without a gap; it must end before the song does. */
export async function openRecordingLoop(
  placed: Placed,
  tempo: Tempo,
  stretch: Stretch,
): Promise<Outcome<LoopSong, SoundProblem>> {
  const sound = await wavOf(placed);
  return sound.ok ? ok(await loopIn(sound.value.wav, tempo, stretch)) : sound;
}

/** A stretch of it with a click on every count, to hear whether they fit; its song time begins at 0 with the stretch. */
export async function openRecordingClicks(
  { file, starts }: Placed,
  tempo: Tempo,
  stretch: Stretch,
): Promise<Outcome<Song, SoundProblem>> {
  const pcm = await pcmOf(file);
  if (!pcm.ok) return pcm;
  const url = URL.createObjectURL(await clickedWav(pcm.value, starts, tempo, stretch));
  return ok(new FileSong(await audioOf(url), stretch.to - stretch.from, () => URL.revokeObjectURL(url)));
}
