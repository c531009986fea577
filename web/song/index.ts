import type { Section, SongRecipe } from "#dance/choreo/choreography.ts";
import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { audioOf } from "./audio.ts";
import { compose, TAIL } from "./compose.ts";
import { type LoopSong, loopIn, type Stretch } from "./loop-song.ts";
import { render } from "./render.ts";
import { FileSong, type Song } from "./song.ts";
import { encodeWav } from "./wav.ts";

export type { LoopSong } from "./loop-song.ts";
export { openRecordingClicks, openRecordingLoop, openRecordingSong, type Placed } from "./recording.ts";
export type { Song } from "./song.ts";

/** A rendered song: its sound file and where an audio element finds it. */
interface Sound {
  readonly wav: Blob;
  readonly url: string;
  readonly seconds: number;
}

/** Rendered songs by what they were made of: a few, the last used last. A minute of sound is 10 MB. */
const CACHE_SIZE = 3;
const cache = new Map<string, Promise<Sound>>();

async function renderSound(
  recipe: SongRecipe,
  tempo: Tempo,
  counts: number,
  sections: readonly Section[],
): Promise<Sound> {
  const seconds = timeOfCount(tempo, counts) + TAIL;
  const sound = await render(compose(recipe, tempo, counts, sections), seconds, 60 / tempo.bpm);
  const channels = [sound.getChannelData(0), sound.getChannelData(1)];
  const wav = new Blob([encodeWav(channels, sound.sampleRate)], { type: "audio/wav" });
  return { wav, url: URL.createObjectURL(wav), seconds };
}

function soundOf(recipe: SongRecipe, tempo: Tempo, counts: number, sections: readonly Section[]): Promise<Sound> {
  const key = JSON.stringify([recipe, tempo, counts, sections]);
  const found = cache.get(key) ?? renderSound(recipe, tempo, counts, sections);
  cache.delete(key);
  cache.set(key, found);
  found.catch(() => cache.delete(key));
  const oldest = cache.keys().next().value;
  if (cache.size > CACHE_SIZE && oldest !== undefined) {
    cache.get(oldest)?.then(
      ({ url }) => URL.revokeObjectURL(url),
      () => undefined,
    );
    cache.delete(oldest);
  }
  return found;
}

/**
 * The backing track of a choreography, ready to play. It is rendered once and kept; `sections` make the chorus fuller
 * than the verse. The file begins at song time 0, four counts before the first.
 */
export async function openSong(
  recipe: SongRecipe,
  tempo: Tempo,
  counts: number,
  sections: readonly Section[] = [],
): Promise<Song> {
  const { url, seconds } = await soundOf(recipe, tempo, counts, sections);
  return new FileSong(await audioOf(url), seconds);
}

/** A stretch of the same track, going round and round without a gap. */
export async function openLoop(
  recipe: SongRecipe,
  tempo: Tempo,
  counts: number,
  sections: readonly Section[],
  stretch: Stretch,
): Promise<LoopSong> {
  const { wav } = await soundOf(recipe, tempo, counts, sections);
  return loopIn(wav, tempo, stretch);
}
