import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { audioOf } from "./audio.ts";
import { click } from "./clicks.ts";
import { type LoopSong, loopIn, type Stretch } from "./loop-song.ts";
import { FileSong, type Song } from "./song.ts";
import { wavHead } from "./wav.ts";

/** Samples a second, of two bytes each. */
export const CLICK_RATE = 22_050;
const BYTES = 2;
/** Hertz of a click: the first count of eight is higher, the count-in lower. */
const PITCH = { first: 1580, plain: 1050, countIn: 880 } as const;
type Sounds = Readonly<Record<keyof typeof PITCH, Uint8Array<ArrayBuffer>>>;
/** Seconds of a click, and of silence after the last. */
const [CLICK, AFTER] = [0.05, 1];

/** One click as 16-bit samples. */
async function sampleOf(hertz: number): Promise<Uint8Array<ArrayBuffer>> {
  const context = new OfflineAudioContext(1, Math.ceil(CLICK * CLICK_RATE), CLICK_RATE);
  click(context, 0, hertz, 0.7);
  const sound = (await context.startRendering()).getChannelData(0);
  return new Uint8Array(Int16Array.from(sound, (value) => Math.round(value * 32_000)).buffer);
}

/** The sound of a count from -4 on: 5 6 7 8 are the count-in. */
const pitchOf = (count: number): keyof typeof PITCH => (count < 0 ? "countIn" : count % 8 === 0 ? "first" : "plain");

/** The samples of a click on every count from song time 0 on, 5 6 7 8 before the first, as pieces that lie end to end. */
export function layClicks(sounds: Sounds, tempo: Tempo, counts: number): Uint8Array<ArrayBuffer>[] {
  const until = Math.round((timeOfCount(tempo, counts) + AFTER) * CLICK_RATE);
  const longest = Math.max(timeOfCount(tempo, -4), 60 / tempo.bpm, 0) + AFTER;
  const silence = new Uint8Array(Math.ceil(longest * CLICK_RATE + 2) * BYTES);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  const lay = (part: Uint8Array<ArrayBuffer>) => {
    parts.push(part);
    at += part.length / BYTES;
  };
  for (let count = -4; count < counts; count++) {
    const from = Math.round(timeOfCount(tempo, count) * CLICK_RATE);
    if (from < at) continue;
    lay(silence.subarray(0, (from - at) * BYTES));
    lay(sounds[pitchOf(count)]);
  }
  lay(silence.subarray(0, Math.max(0, until - at) * BYTES));
  return parts;
}

/**
 * A click on every count, 5 6 7 8 before the first, as a sound file: it is heard by the very way that songs are, and is
 * as late as they are. Minutes of it take no memory, for its few sounds are the same throughout.
 */
async function metronomeWav(tempo: Tempo, counts: number): Promise<{ wav: Blob; seconds: number }> {
  const [first, plain, countIn] = await Promise.all([PITCH.first, PITCH.plain, PITCH.countIn].map(sampleOf));
  const parts = layClicks({ first, plain, countIn } as Sounds, tempo, counts);
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  const wav = new Blob([wavHead(CLICK_RATE, 1, bytes), ...parts], { type: "audio/wav" });
  return { wav, seconds: bytes / BYTES / CLICK_RATE };
}

/** The metronome as a song. */
export async function openMetronome(tempo: Tempo, counts: number): Promise<Song> {
  const { wav, seconds } = await metronomeWav(tempo, counts);
  const url = URL.createObjectURL(wav);
  const song = new FileSong(await audioOf(url), seconds, () => URL.revokeObjectURL(url));
  song.counted = true;
  return song;
}

/** A stretch of it, going round and round. */
export async function openMetronomeLoop(tempo: Tempo, counts: number, stretch: Stretch): Promise<LoopSong> {
  const { wav } = await metronomeWav(tempo, counts);
  const song = await loopIn(wav, tempo, stretch);
  song.counted = true;
  return song;
}
