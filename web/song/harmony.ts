import type { SectionKind, SongRecipe } from "#dance/choreo/choreography.ts";

/** Degrees of the major scale, from 0; four chords, four counts each. */
type Progression = readonly [number, number, number, number];

const SCALE = [0, 2, 4, 5, 7, 9, 11] as const;

/** Turns that pop songs live on, by what the section wants; `seed` picks among them. */
const PROGRESSIONS: Readonly<Record<"calm" | "rising" | "full" | "dark", readonly Progression[]>> = {
  calm: [
    [5, 3, 0, 4],
    [0, 4, 5, 3],
    [5, 4, 3, 4],
  ],
  rising: [
    [1, 3, 5, 4],
    [3, 3, 4, 4],
    [1, 4, 2, 5],
  ],
  full: [
    [3, 4, 2, 5],
    [0, 4, 5, 3],
    [3, 4, 5, 0],
  ],
  dark: [
    [5, 3, 1, 2],
    [5, 5, 3, 4],
    [5, 2, 3, 4],
  ],
};

const MOODS: Readonly<Record<SectionKind, keyof typeof PROGRESSIONS>> = {
  intro: "calm",
  verse: "calm",
  "pre-chorus": "rising",
  chorus: "full",
  point: "full",
  "dance-break": "dark",
  bridge: "rising",
  outro: "calm",
};

/** The section's four chords; trap stays in the minor. */
export function progressionOf(kind: SectionKind, recipe: SongRecipe): Progression {
  const mood = recipe.style === "trap" && MOODS[kind] !== "rising" ? "dark" : MOODS[kind];
  const list = PROGRESSIONS[mood];
  const shift = kind === "point" ? 1 : 0;
  return list[(recipe.seed + shift) % list.length] as Progression;
}

/** MIDI number of a degree of the key's major scale; degrees go on above 6 and below 0. */
export function pitchOf(degree: number, key: number, octave: number): number {
  const step = ((degree % 7) + 7) % 7;
  return 12 * (octave + 1 + Math.floor(degree / 7)) + key + (SCALE[step] as number);
}

/** Three voices of the chord on a degree, kept close together around the middle. */
export function voicing(degree: number, key: number): number[] {
  return [0, 2, 4].map((third) => {
    let pitch = pitchOf(degree + third, key, 4);
    while (pitch > 71) pitch -= 12;
    while (pitch < 57) pitch += 12;
    return pitch;
  });
}
