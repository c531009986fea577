import { describe, expect, test } from "vitest";
import { takePositions, takeVersion } from "#dance/choreo/edit/taken-in.ts";
import { HEAD } from "#dance/choreo/head.ts";
import { choreographyOf } from "#dance/choreo/publication.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import { draft, film } from "./drafts.ts";

const tempo = draft.tempo ?? { bpm: 100, firstBeat: 0 };
const slower = { ...draft, tempo: { bpm: tempo.bpm / 2, firstBeat: tempo.firstBeat + 1 } };
const slowerTrack = draft.positions.map((it) => ({
  ...it,
  track: it.track.map(({ time, pose }) => ({ time: tempo.firstBeat + 1 + (time - tempo.firstBeat) * 2, pose })),
}));

describe("another's part comes in as a position", () => {
  test("count on count, whatever its tempo: of the same dance it is the same dance", () => {
    const both = takePositions(draft, { ...slower, positions: slowerTrack }, 0, "Mina");
    expect(both.positions.map(({ name }) => name)).toEqual([draft.positions[0]?.name, "Mina"]);
    const [first, second] = both.positions.map((_, at) => choreographyOf(both, at));
    if (!first?.ok || !second?.ok) throw new Error("both are whole");
    expect(second.value.keyframes).toEqual(first.value.keyframes);
    expect(second.value.track.length).toBe(first.value.track.length);
    expect(second.value.position).toBe("Mina");
  });

  test("without counts it begins where the other begins, and keyframes are suggested", () => {
    const both = takePositions(draft, film, 0, "Mina");
    expect(both.positions[1]?.track[0]?.time).toBeCloseTo(draft.positions[0]?.track[0]?.time ?? -1, 6);
    expect(both.positions[1]?.keyframes.length).toBeGreaterThan(4);
  });

  test("keyframes that somebody removed do not come back, neither in the positions there are nor in those that come", () => {
    const bare = { ...draft, positions: draft.positions.map((it) => ({ ...it, keyframes: [] })) };
    const count = (of: typeof draft) => of.positions.map(({ keyframes }) => keyframes.length > 0);
    expect(count(takePositions(bare, film, 0, "Mina"))).toEqual([false, true]);
    expect(count(takePositions(bare, draft, 0, "Mina"))).toEqual([false, true]);
    expect(count(takePositions(draft, bare, 0, "Mina"))).toEqual([true, false]);
  });

  test("no further than the routine goes, and under a name of its own", () => {
    const short = { ...draft, counts: 8 };
    const three = takePositions(takePositions(short, draft, 0, "Mina"), draft, 0, "Mina");
    expect(three.positions.map(({ name }) => name).slice(1)).toEqual(["Mina", "Mina 2"]);
    expect(Math.max(...(three.positions[1]?.keyframes ?? []).map(({ count }) => count))).toBeLessThan(8);
  });
});

describe("the name of a position that comes in", () => {
  const called = (...names: readonly string[]): typeof draft => ({
    ...draft,
    positions: names.map((name) => ({ ...(draft.positions[0] as (typeof draft.positions)[number]), name })),
  });
  const namesOf = (of: typeof draft) => of.positions.map(({ name }) => name);
  test("has no letter halved, and room for a number", () => {
    const family = "👩\u200d👩\u200d👧";
    const long = `${"x".repeat(56)}${family}${family}`;
    const both = namesOf(takePositions(called(long), called(long, long), 0, "Mina")).slice(1);
    for (const name of both) {
      expect(name).not.toMatch(/\p{Cs}/u);
      expect(name.length).toBeLessThanOrEqual(HEAD.nameLetters);
    }
    expect(new Set(both).size).toBe(2);
  });
  test("is given where nothing would be seen of it, and is not taken for another that looks the same", () => {
    expect(namesOf(takePositions(called("Left"), called("\u200b", "Left\u200d", "LEFT", "Right"), 0, "Mina"))).toEqual([
      "Left",
      "Mina",
      "Left\u200d 2",
      "LEFT 3",
      "Right",
    ]);
  });
});

describe("a file comes in as a newer version", () => {
  test("all that it says stands in its place, under the same id and the same published name", () => {
    const other = { ...slower, id: "other", title: { en: "New", ko: "새" } };
    const now = takeVersion({ ...draft, slug: "paper-moon" }, other, 0);
    expect([now.id, now.slug, now.title.en, now.tempo]).toEqual([draft.id, "paper-moon", "New", slower.tempo]);
    expect("slug" in takeVersion(draft, other, 0)).toBe(false);
    expect("slug" in takeVersion(draft, { ...other, slug: "theirs" }, 0)).toBe(false);
    expect(takeVersion({ ...draft, slug: "mine" }, { ...other, slug: "theirs" }, 0).slug).toBe("mine");
  });

  test("the sound stays where the file brings none and counts alike", () => {
    const recording = { seconds: 60, starts: 0.5, print: null };
    const mine = { ...draft, song: null, recording } as unknown as typeof draft;
    const mute = { ...draft, id: "other", song: null, recording: null };
    expect(takeVersion(mine, mute, 0).recording).toEqual(recording);
    expect(takeVersion(mine, { ...mute, tempo: slower.tempo }, 0).recording).toBeNull();
    expect(takeVersion({ ...mine, recording: null }, { ...mute, ...mine }, 0).recording).toEqual(recording);
  });

  test("poses without counts change the poses alone", () => {
    const mirrored = { ...film, positions: film.positions.map((it) => ({ ...it, track: it.track.slice(0, 900) })) };
    const now = takeVersion(draft, mirrored, 0);
    expect([now.tempo, now.counts, now.title]).toEqual([draft.tempo, draft.counts, draft.title]);
    expect(now.positions[0]?.track.length).toBe(Math.min(900, film.positions[0]?.track.length ?? 0));
    expect(timeOfCount(tempo, now.positions[0]?.keyframes[0]?.count ?? -1)).toBeGreaterThanOrEqual(0);
  });
});
