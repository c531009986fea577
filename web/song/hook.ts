import type { SongRecipe } from "#dance/choreo/choreography.ts";
import { pick, seeded } from "./notes.ts";

/** A note of the melody: place and length in counts within 16, degree of the scale from 0. */
export interface HookNote {
  readonly at: number;
  readonly counts: number;
  readonly degree: number;
}

/** Rhythms of four counts that sing: places and lengths. */
const RHYTHMS: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0, 0.5],
    [0.5, 0.5],
    [1.5, 0.5],
    [2, 1],
    [3, 0.75],
  ],
  [
    [0, 1],
    [1.5, 0.5],
    [2, 0.5],
    [2.5, 1],
  ],
  [
    [0, 0.75],
    [0.75, 0.75],
    [1.5, 0.5],
    [2, 1.5],
  ],
  [
    [0.5, 0.5],
    [1, 0.5],
    [1.5, 1],
    [3, 0.5],
    [3.5, 0.5],
  ],
];
/** The five degrees that fit on every chord of the key. */
const PENTATONIC = [0, 1, 2, 4, 5] as const;

/** Two bars of question, the same question again, an answer that comes home: 16 counts to remember. */
export function hookOf(recipe: SongRecipe): HookNote[] {
  const random = seeded(recipe.seed + 101);
  const question = RHYTHMS[Math.floor(random() * RHYTHMS.length)] ?? [];
  const answer = RHYTHMS[Math.floor(random() * RHYTHMS.length)] ?? [];
  let step = Math.floor(random() * 3) + 1;
  const sing = (rhythm: typeof question): number[] =>
    rhythm.map(() => {
      step = Math.min(6, Math.max(-1, step + pick([-2, -1, -1, 0, 1, 1, 2], random())));
      return (PENTATONIC[((step % 5) + 5) % 5] as number) + 7 * Math.floor(step / 5);
    });
  const first = sing(question);
  const reply = sing(answer);
  const bars = [
    [question, first],
    [answer, reply],
    [question, first],
    [answer, [...reply.slice(0, -1), recipe.style === "trap" ? 5 : 0]],
  ] as const;
  return bars.flatMap(([rhythm, degrees], bar) =>
    rhythm.map(([at, counts], i) => ({ at: bar * 4 + at, counts, degree: degrees[i] ?? 0 })),
  );
}
