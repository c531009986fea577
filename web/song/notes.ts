export const VOICES = [
  "kick",
  "snare",
  "clap",
  "hat",
  "open",
  "crash",
  "riser",
  "bass",
  "chord",
  "pluck",
  "lead",
] as const;
export type Voice = (typeof VOICES)[number];

/** One sound of the backing track. */
export interface Note {
  readonly voice: Voice;
  /** Song time and length in seconds. */
  readonly time: number;
  readonly length: number;
  /** MIDI number; 60 is the C in the middle. Drums ignore it. */
  readonly pitch: number;
  /** 0..1. */
  readonly gain: number;
}

/** Even random numbers 0..1, the same for the same seed on every device (mulberry32). */
export function seeded(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of the list, by a random number 0..1. */
export const pick = <T>(list: readonly T[], random: number): T =>
  list[Math.min(list.length - 1, Math.floor(random * list.length))] as T;
