import { audioOf } from "./audio.ts";
import { click } from "./clicks.ts";
import { FileSong, type Song } from "./song.ts";
import { encodeWav } from "./wav.ts";

/** The clicks to clap with: seconds but for the number of them. */
export const TICKS = { apart: 0.6, many: 40, first: 0.6, after: 1.2 } as const;
const [RATE, HERTZ] = [22_050, 1050];

/** When each click sounds, in song seconds. */
export const tickTimes = (): readonly number[] =>
  Array.from({ length: TICKS.many }, (_, i) => TICKS.first + i * TICKS.apart);

/**
 * Clicks as a song: out of a sound file by an audio element, the very way that songs are heard, so that what is measured
 * by them is what songs are late by. A click of the audio graph comes by another way, sooner.
 */
export async function openTicks(): Promise<Song> {
  const times = tickTimes();
  const seconds = (times.at(-1) ?? 0) + TICKS.after;
  const context = new OfflineAudioContext(1, Math.ceil(seconds * RATE), RATE);
  for (const at of times) click(context, at, HERTZ, 0.6);
  const sound = await context.startRendering();
  const wav = new Blob([encodeWav([sound.getChannelData(0)], RATE)], { type: "audio/wav" });
  const url = URL.createObjectURL(wav);
  return new FileSong(await audioOf(url), seconds, () => URL.revokeObjectURL(url));
}
