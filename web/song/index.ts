import type { Section, SongRecipe } from "#dance/choreo/choreography.ts";
import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { compose, TAIL } from "./compose.ts";
import { render } from "./render.ts";
import { FileSong, type Song } from "./song.ts";
import { encodeWav } from "./wav.ts";

export type { Song } from "./song.ts";

/** Rendered songs by what they were made of: a few, the last used last. A minute of sound is 10 MB. */
const CACHE_SIZE = 3;
const cache = new Map<string, Promise<string>>();

async function renderUrl(
  recipe: SongRecipe,
  tempo: Tempo,
  seconds: number,
  counts: number,
  sections: readonly Section[],
): Promise<string> {
  const sound = await render(compose(recipe, tempo, counts, sections), seconds, 60 / tempo.bpm);
  const channels = [sound.getChannelData(0), sound.getChannelData(1)];
  return URL.createObjectURL(new Blob([encodeWav(channels, sound.sampleRate)], { type: "audio/wav" }));
}

function cached(key: string, make: () => Promise<string>): Promise<string> {
  const found = cache.get(key) ?? make();
  cache.delete(key);
  cache.set(key, found);
  found.catch(() => cache.delete(key));
  const oldest = cache.keys().next().value;
  if (cache.size > CACHE_SIZE && oldest !== undefined) {
    cache.get(oldest)?.then(URL.revokeObjectURL, () => undefined);
    cache.delete(oldest);
  }
  return found;
}

const loaded = (audio: HTMLAudioElement): Promise<void> =>
  new Promise((resolve, reject) => {
    audio.addEventListener("canplaythrough", () => resolve(), { once: true });
    audio.addEventListener("error", () => reject(new Error(`the song does not play: ${audio.error?.message}`)), {
      once: true,
    });
  });

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
  const seconds = timeOfCount(tempo, counts) + TAIL;
  const key = JSON.stringify([recipe, tempo, counts, sections]);
  const audio = new Audio();
  audio.preload = "auto";
  audio.src = await cached(key, () => renderUrl(recipe, tempo, seconds, counts, sections));
  await loaded(audio);
  return new FileSong(audio, seconds);
}
