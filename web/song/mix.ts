import type { Note, Voice } from "./notes.ts";

/** Left and right, equally long. */
export type Stereo = readonly [Float32Array, Float32Array];

/** Where a voice sits, -1 left to 1 right. */
const PANS: Readonly<Partial<Record<Voice, number>>> = { hat: 0.25, open: -0.25, pluck: 0.35, clap: -0.08, lead: -0.1 };

/** What makes two notes sound alike; loudness apart. */
export const soundKey = (note: Note): string => `${note.voice} ${note.pitch} ${note.length.toFixed(3)}`;

/** Adds each note's sample at its time; what would ring beyond the end is cut. */
export function mix(
  notes: readonly Note[],
  samples: ReadonlyMap<string, Float32Array>,
  length: number,
  rate: number,
): Stereo {
  const [left, right] = [new Float32Array(length), new Float32Array(length)];
  for (const note of notes) {
    const sample = samples.get(soundKey(note));
    if (!sample) throw new Error(`no sample for ${soundKey(note)}`);
    const pan = PANS[note.voice] ?? 0;
    const [l, r] = [note.gain * Math.min(1, 1 - pan), note.gain * Math.min(1, 1 + pan)];
    const start = Math.round(note.time * rate);
    const end = Math.min(sample.length, length - start);
    for (let i = 0; i < end; i++) {
      const value = sample[i] as number;
      left[start + i] = (left[start + i] as number) + value * l;
      right[start + i] = (right[start + i] as number) + value * r;
    }
  }
  return [left, right];
}
