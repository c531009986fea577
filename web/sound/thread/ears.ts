import { listen } from "#dance/music/listen.ts";
import { onsetsOf } from "#dance/music/onset.ts";
import { tonesOf } from "#dance/music/tones.ts";
import { type Hearing, type Pcm, PEAK_RATE } from "./messages.ts";
import type { Ear } from "./place.ts";

/** Samples a second that are enough to hear where something begins. */
const HEARD_RATE = 22_050;
/** Bytes of samples that are given to the browser to put away at once. */
const PUT_AWAY = 4_000_000;

/** Listens in one channel, at a rate that keeps a song of twenty minutes small. */
export class Listener implements Ear {
  readonly #step: number;
  readonly #rate: number;
  #parts: Float32Array[] = [];
  #part = new Float32Array(HEARD_RATE);
  #filled = 0;
  #sum = 0;
  #weight = 0;

  constructor(rate: number) {
    this.#rate = Math.min(rate, HEARD_RATE);
    this.#step = this.#rate / rate;
  }

  /** Every sample is shared out among the slower ones that it overlaps. */
  take([left, right]: readonly Float32Array[]): void {
    const length = left?.length ?? 0;
    for (let i = 0; i < length; i++) {
      const value = right ? ((left?.[i] as number) + (right[i] as number)) / 2 : (left?.[i] as number);
      const rest = 1 - this.#weight;
      const first = Math.min(this.#step, rest);
      this.#sum += value * first;
      this.#weight += first;
      if (this.#weight < 1 - 1e-9) continue;
      this.#write(this.#sum);
      this.#sum = value * (this.#step - first);
      this.#weight = this.#step - first;
    }
  }

  #write(value: number): void {
    if (this.#filled === this.#part.length) {
      this.#parts.push(this.#part);
      this.#part = new Float32Array(HEARD_RATE);
      this.#filled = 0;
    }
    this.#part[this.#filled++] = value;
  }

  /** What the sound tells, once all of it was taken. */
  heard(seconds: number): Hearing {
    const parts = [...this.#parts, this.#part.subarray(0, this.#filled)];
    const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      samples.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    const onsets = onsetsOf(samples, this.#rate);
    return {
      seconds,
      onsets,
      suggests: listen(onsets),
      tones: tonesOf(samples, this.#rate),
      peaks: peaksOf(samples, this.#rate),
    };
  }
}

/** The loudest sample of each 1/PEAK_RATE s, as a share of the loudest of all; all 0 in silence. */
function peaksOf(samples: Float32Array, rate: number): Float32Array {
  const peaks = new Float32Array(Math.ceil((samples.length / rate) * PEAK_RATE));
  let most = 1e-4;
  for (let i = 0; i < samples.length; i++) {
    const loud = Math.abs(samples[i] as number);
    const at = Math.floor((i / rate) * PEAK_RATE);
    if (loud > (peaks[at] as number)) peaks[at] = loud;
    if (loud > most) most = loud;
  }
  return peaks.map((peak) => peak / most);
}

/** Writes down samples of 16 bits, as loud as they are. */
export class Scribe implements Ear {
  readonly #rate: number;
  readonly #channels: 1 | 2;
  #parts: (Blob | Int16Array<ArrayBuffer>)[] = [];
  #loose = 0;

  constructor(rate: number, channels: 1 | 2) {
    this.#rate = rate;
    this.#channels = channels;
  }

  take(channels: readonly Float32Array[]): void {
    const length = channels[0]?.length ?? 0;
    const out = new Int16Array(length * this.#channels);
    for (const [c, samples] of channels.entries())
      for (let i = 0; i < length; i++)
        out[i * this.#channels + c] = Math.round(32_767 * Math.max(-1, Math.min(1, samples[i] as number)));
    this.#parts.push(out);
    this.#loose += out.byteLength;
    if (this.#loose < PUT_AWAY) return;
    this.#parts = [new Blob(this.#parts)];
    this.#loose = 0;
  }

  written(seconds: number): Pcm {
    return { data: new Blob(this.#parts), rate: this.#rate, channels: this.#channels, seconds };
  }
}
