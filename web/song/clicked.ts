import { countAtTime, type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import type { Pcm } from "../sound/index.ts";
import type { Stretch } from "./loop-song.ts";
import { placePcm } from "./place.ts";
import { WAV_HEAD } from "./wav.ts";

/** Hertz of a click, seconds it lasts, how loud it is, and how far the music steps back. */
const PITCH = { first: 1580, plain: 1050 } as const;
const CLICK = 0.05;
const LOUD = 0.5;
const MUSIC = 0.6;

/**
 * A stretch of a sound in song time with a click on every count, the first of eight higher: in one file, so that no
 * device can play the one later than the other. The file begins at the stretch's beginning.
 */
export async function clickedWav(pcm: Pcm, starts: number, tempo: Tempo, { from, to }: Stretch): Promise<Blob> {
  const bytes = await placePcm(pcm, starts - from, to - from).arrayBuffer();
  const samples = new Int16Array(bytes, WAV_HEAD);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.round(MUSIC * (samples[i] as number));
  for (let count = Math.ceil(countAtTime(tempo, from)); timeOfCount(tempo, count) < to; count++) {
    const first = Math.round((timeOfCount(tempo, count) - from) * pcm.rate);
    const hertz = ((count % 8) + 8) % 8 === 0 ? PITCH.first : PITCH.plain;
    for (let n = 0; n < CLICK * pcm.rate; n++) {
      const t = n / pcm.rate;
      const click = 32_767 * LOUD * Math.sin(2 * Math.PI * hertz * t) * (1 - t / CLICK) ** 2;
      for (let c = 0; c < pcm.channels; c++) add(samples, (first + n) * pcm.channels + c, click);
    }
  }
  return new Blob([bytes], { type: "audio/wav" });
}

function add(samples: Int16Array, at: number, value: number): void {
  if (at >= 0 && at < samples.length)
    samples[at] = Math.max(-32_768, Math.min(32_767, Math.round((samples[at] as number) + value)));
}
