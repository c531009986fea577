import type { SongRecipe } from "#dance/choreo/choreography.ts";
import type { Voice } from "./notes.ts";

/** A drum sound at a place in the eight-count, in counts 0..8. */
export interface Stroke {
  readonly voice: Voice;
  readonly at: number;
  readonly gain: number;
}

const every = (voice: Voice, gain: number, places: readonly number[]): Stroke[] =>
  places.map((at) => ({ voice, at, gain }));
const range = (from: number, step: number): number[] =>
  Array.from({ length: Math.round((8 - from) / step) }, (_, i) => from + i * step);

/** Kick, claps on the even counts, hats: by style, fuller with more energy (0..1). */
function groove(style: SongRecipe["style"], energy: number): Stroke[] {
  const claps = every("clap", 0.5 + 0.3 * energy, [1, 3, 5, 7]);
  const offbeats = every("open", 0.34 * energy, range(0.5, 1));
  if (style === "house")
    return [
      ...every("kick", 0.95, energy > 0.5 ? range(0, 1) : [0, 2, 4, 6]),
      ...claps,
      ...offbeats,
      ...every("hat", 0.2 * energy, range(0.25, 0.5)),
    ];
  if (style === "trap")
    return [
      ...every("kick", 1, energy > 0.7 ? [0, 1.5, 2.5, 4, 5.5, 6.5] : [0, 2.5, 4, 6.5]),
      ...claps,
      ...every("snare", 0.75, energy > 0.5 ? [3, 7] : [7]),
      ...every("hat", 0.3, range(0, 0.5)),
      ...(energy > 0.6 ? every("hat", 0.22, [1.75, 3.25, 5.75, 6.25, 6.333, 6.667]) : []),
    ];
  return [
    ...every("kick", 0.95, energy > 0.8 ? range(0, 1) : [0, 2, 3.5, 4, 6]),
    ...claps,
    ...every("hat", 0.26, range(0, 0.5)),
    ...(energy > 0.8 ? offbeats : []),
  ];
}

/** The fill that ends an eight-count; the last before a new section is the longer one. */
function fill(last: boolean, pattern: number): Stroke[] {
  const short = [
    [7.25, 7.5, 7.75],
    [7.5, 7.667, 7.833],
    [7, 7.5, 7.75],
  ][pattern % 3] as number[];
  const places = last ? [6, 6.5, 7, 7.25, 7.5, 7.75] : short;
  return places.map((at, i) => ({ voice: "snare", at, gain: 0.35 + (0.4 * i) / places.length }));
}

/** The drums of one eight-count. */
export function drums(style: SongRecipe["style"], energy: number, last: boolean, pattern: number): Stroke[] {
  if (energy < 0.45)
    return [
      ...every("kick", 0.8, [0, 4]),
      ...every("clap", 0.4, [1, 3, 5, 7]),
      ...every("hat", 0.2, range(0, 1)),
      ...fill(last, pattern),
    ];
  return [...groove(style, energy), ...fill(last, pattern)];
}
