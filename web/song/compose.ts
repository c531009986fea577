import type { Section, SectionKind, SongRecipe } from "#dance/choreo/choreography.ts";
import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { drums } from "./drums.ts";
import { pitchOf, progressionOf, voicing } from "./harmony.ts";
import { type HookNote, hookOf } from "./hook.ts";
import type { Note, Voice } from "./notes.ts";

/** How full a section sounds, 0..1. */
const ENERGY: Readonly<Record<SectionKind, number>> = {
  intro: 0.4,
  verse: 0.6,
  "pre-chorus": 0.72,
  chorus: 1,
  point: 0.95,
  "dance-break": 0.9,
  bridge: 0.5,
  outro: 0.42,
};
/** Seconds of music after the last count. */
export const TAIL = 2;

/** One eight-count to be filled. */
interface Eight {
  readonly from: number;
  readonly kind: SectionKind;
  /** Its place in the section, and whether it is the last one there. */
  readonly index: number;
  readonly last: boolean;
}

function eightsOf(sections: readonly Section[], counts: number): Eight[] {
  const spans = sections.length > 0 ? sections : [{ kind: "chorus" as const, from: 0, to: counts }];
  return spans.flatMap(({ kind, from, to }) =>
    Array.from({ length: Math.ceil((to - from) / 8) }, (_, index) => ({
      from: from + index * 8,
      kind,
      index,
      last: from + (index + 1) * 8 >= to,
    })),
  );
}

type Place = (voice: Voice, count: number, counts: number, pitch: number, gain: number) => void;

function chords(place: Place, eight: Eight, recipe: SongRecipe): void {
  const energy = ENERGY[eight.kind];
  const progression = progressionOf(eight.kind, recipe);
  for (const half of [0, 1]) {
    const degree = progression[((eight.index * 2 + half) % 4) as 0 | 1 | 2 | 3];
    const at = eight.from + half * 4;
    const notes = voicing(degree, recipe.key);
    const stabs = recipe.style === "house" ? [0.5, 1.5, 2.5, 3.5] : [0, 1.5, 3];
    for (const pitch of notes) {
      place("chord", at, 3.9, pitch, energy > 0.8 ? 0.3 : 0.42);
      if (energy > 0.65) for (const stab of stabs) place("pluck", at + stab, 0.4, pitch + 12, 0.3 * energy);
    }
    bass(place, at, pitchOf(degree, recipe.key, 2), energy, recipe.style);
  }
}

function bass(place: Place, at: number, root: number, energy: number, style: SongRecipe["style"]): void {
  const low = root > 45 ? root - 12 : root;
  if (energy < 0.45) {
    place("bass", at, 3.8, low, 0.6);
    return;
  }
  if (style === "trap") {
    place("bass", at, 2.3, low, 0.95);
    place("bass", at + 2.5, 1.3, low + (energy > 0.8 ? 7 : 0), 0.8);
    return;
  }
  const places =
    style === "house" ? [0.5, 1.5, 2.5, 3.5] : energy > 0.8 ? [0, 0.5, 1.5, 2, 2.5, 3.5] : [0, 1.5, 2, 3.5];
  for (const [i, place8] of places.entries()) place("bass", at + place8, 0.42, low + (i % 3 === 2 ? 12 : 0), 0.8);
}

function lead(place: Place, eight: Eight, hook: readonly HookNote[], key: number): void {
  if (ENERGY[eight.kind] < 0.7) return;
  const quiet = eight.kind === "pre-chorus" || eight.kind === "dance-break";
  for (const note of hook) {
    if (note.at < (eight.index % 2) * 8 || note.at >= (eight.index % 2) * 8 + 8) continue;
    if (quiet && note.at % 2 !== 0) continue;
    place("lead", eight.from + (note.at % 8), note.counts, pitchOf(note.degree, key, 5), quiet ? 0.28 : 0.5);
  }
}

/**
 * The backing track as notes in song time: four counts of pickup, then every section in its own fullness. Pure: the same
 * recipe gives the same song on every device.
 */
export function compose(recipe: SongRecipe, tempo: Tempo, counts: number, sections: readonly Section[] = []): Note[] {
  const notes: Note[] = [];
  const beat = 60 / tempo.bpm;
  const place: Place = (voice, count, length, pitch, gain) => {
    const time = timeOfCount(tempo, count);
    if (time >= 0) notes.push({ voice, time, length: length * beat, pitch, gain });
  };
  const hook = hookOf(recipe);
  for (const at of [-4, -3, -2, -1]) place("hat", at, 0.2, 0, 0.3);
  place("riser", -4, 4, 0, 0.35);
  for (const eight of eightsOf(sections, counts)) {
    if (eight.index === 0) place("crash", eight.from, 4, 0, 0.3 + 0.3 * ENERGY[eight.kind]);
    if (eight.last && ENERGY[eight.kind] < 0.9) place("riser", eight.from + 4, 4, 0, 0.3);
    for (const stroke of drums(recipe.style, ENERGY[eight.kind], eight.last, recipe.seed + eight.index))
      place(stroke.voice, eight.from + stroke.at, 0.25, 0, stroke.gain);
    chords(place, eight, recipe);
    lead(place, eight, hook, recipe.key);
  }
  place("crash", counts, 4, 0, 0.5);
  place("kick", counts, 0.5, 0, 0.9);
  for (const pitch of voicing(recipe.style === "trap" ? 5 : 0, recipe.key))
    place("chord", counts, TAIL / beat, pitch, 0.42);
  return notes.sort((a, b) => a.time - b.time);
}
