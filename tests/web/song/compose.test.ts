import { describe, expect, test } from "vitest";
import type { Section, SongRecipe } from "#dance/choreo/choreography.ts";
import { countAtTime, type Tempo } from "#dance/music/tempo.ts";
import { compose, TAIL } from "../../../web/song/compose.ts";
import { pitchOf, progressionOf, voicing } from "../../../web/song/harmony.ts";
import { hookOf } from "../../../web/song/hook.ts";
import type { Voice } from "../../../web/song/notes.ts";

const tempo: Tempo = { bpm: 120, firstBeat: 2 };
const sections: Section[] = [
  { kind: "intro", from: 0, to: 16 },
  { kind: "verse", from: 16, to: 32 },
  { kind: "chorus", from: 32, to: 64 },
];
const STYLES = ["bubblegum", "house", "trap"] as const;
const song = (style: SongRecipe["style"], seed = 7, key = 2) => compose({ style, seed, key }, tempo, 64, sections);
const between = (style: SongRecipe["style"], from: number, to: number, voice?: Voice) =>
  song(style).filter((note) => {
    const count = countAtTime(tempo, note.time) + 1e-6;
    return count >= from && count < to && (voice === undefined || note.voice === voice);
  });

describe.each(STYLES)("a %s song", (style) => {
  test("is the same every time, and another with another seed", () => {
    expect(song(style)).toEqual(song(style));
    expect(song(style, 8)).not.toEqual(song(style, 7));
  });

  test("claps on every 2 and 4", () => {
    const claps = new Set(between(style, 0, 64, "clap").map((note) => Math.round(countAtTime(tempo, note.time))));
    for (let count = 1; count < 64; count += 2) expect(claps).toContain(count);
  });

  test("marks every eight-count's first count with the kick and ends it with a fill", () => {
    for (let from = 0; from < 64; from += 8) {
      expect(between(style, from, from + 0.01, "kick")).toHaveLength(1);
      expect(between(style, from + 7, from + 8, "snare").length).toBeGreaterThanOrEqual(3);
    }
  });

  test("is fuller in the chorus than in the verse, and sparest in the intro", () => {
    const density = [0, 16, 32].map((from) => between(style, from, from + 16).length);
    expect(density[0]).toBeLessThan(density[1] as number);
    expect(density[1]).toBeLessThan(density[2] as number);
    expect(between(style, 0, 32, "lead")).toHaveLength(0);
    expect(between(style, 32, 48, "lead").length).toBeGreaterThan(8);
  });

  test("stays in its key, within the file, and no note is silent or too loud", () => {
    const scale = new Set([0, 2, 4, 5, 7, 9, 11].map((step) => (step + 2) % 12));
    const fifth = (pitch: number) => scale.has((pitch + 5) % 12); // a fifth above the bass may leave the scale once
    for (const note of song(style)) {
      if (["chord", "pluck", "lead"].includes(note.voice)) expect(scale).toContain(note.pitch % 12);
      if (note.voice === "bass") expect(scale.has(note.pitch % 12) || fifth(note.pitch)).toBe(true);
      expect(note.time).toBeGreaterThanOrEqual(0);
      expect(note.time).toBeLessThanOrEqual(2 + 32 + TAIL);
      expect(note.gain).toBeGreaterThan(0);
      expect(note.gain).toBeLessThanOrEqual(1);
    }
  });
});

test("leaves the four counts before the first to the count-in: hats and a rise, no drums", () => {
  const pickup = song("house").filter((note) => note.time < tempo.firstBeat - 1e-6);
  expect(new Set(pickup.map((note) => note.voice))).toEqual(new Set(["hat", "riser"]));
});

test("moves through four chords that pop music knows", () => {
  expect(progressionOf("chorus", { style: "bubblegum", key: 0, seed: 0 })).toEqual([3, 4, 2, 5]); // IV V iii vi
  expect(progressionOf("verse", { style: "bubblegum", key: 0, seed: 0 })).toEqual([5, 3, 0, 4]); // vi IV I V
  expect(voicing(0, 0).map((pitch) => pitch % 12)).toEqual([0, 4, 7]);
  expect(pitchOf(7, 0, 4)).toBe(72);
});

test("sings a hook that asks twice the same and comes home at the end", () => {
  for (let seed = 0; seed < 40; seed++) {
    const hook = hookOf({ style: "bubblegum", key: 0, seed });
    const bar = (n: number) => hook.filter((note) => Math.floor(note.at / 4) === n);
    expect(bar(2).map((note) => note.degree)).toEqual(bar(0).map((note) => note.degree));
    expect(hook.at(-1)?.degree).toBe(0);
  }
});
