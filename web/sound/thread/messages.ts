import type { Heard } from "#dance/music/listen.ts";
import type { Onsets } from "#dance/music/onset.ts";
import type { Outcome } from "#dance/outcome.ts";

/** Why a file cannot be heard. The message of `sound-codec` is the codec's name. */
export type SoundProblem =
  | "sound-empty"
  | "sound-unknown"
  | "sound-none"
  | "sound-codec"
  | "sound-too-long"
  | "sound-damaged";

/** Seconds of the longest sound that is taken in: no choreography is longer. */
export const SECONDS_MAX = 1200;
/** Places a second of the waveform. */
export const PEAK_RATE = 50;

/** What a sound tells. Times are seconds of the file's own time. */
export interface Hearing {
  readonly seconds: number;
  readonly onsets: Onsets;
  /** How much of each pitch class sounds (dance/music/tones.ts). */
  readonly tones: Float32Array;
  /** The tempo, beats and first count that the music suggests; null where nothing repeats. */
  readonly suggests: Heard | null;
  /** The loudest sample of each 1/PEAK_RATE s, as a share of the loudest of all. */
  readonly peaks: Float32Array;
}

/** A sound taken out of its file: samples of 16 bits, low byte first, channels side by side, from file time 0 on. */
export interface Pcm {
  readonly data: Blob;
  readonly rate: number;
  readonly channels: 1 | 2;
  readonly seconds: number;
}

/** Samples of one or two channels that belong at `at`, in seconds of the file's own time. */
export interface Piece {
  readonly at: number;
  readonly rate: number;
  readonly channels: readonly Float32Array[];
}

/** What the thread is asked for: of a file, or of a sound that the page has taken out of it. */
export interface ToThread {
  readonly want: "hearing" | "pcm";
  readonly from: Blob | Piece;
}

/** What it tells on the way, and once at the end. */
export type FromThread =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "hearing"; readonly outcome: Outcome<Hearing, SoundProblem> }
  | { readonly kind: "pcm"; readonly outcome: Outcome<Pcm, SoundProblem> };
