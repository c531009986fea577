import { expect, test } from "vitest";
import type { Match } from "#dance/music/match.ts";
import {
  changedSong,
  dropCopy,
  isOf,
  ownSongOf,
  placedCopy,
  sayOwnSong,
  soundsIn,
  takeCopy,
} from "../../../web/state/own-song.ts";

// No browser's disk stands behind these: what cannot be kept holds for the visit.
const recording = { seconds: 60, starts: 0.5, print: [1, 2] };
const choreography = { recording, tempo: { bpm: 120, firstBeat: 2 }, counts: 64 };
const file = new File(["sound"], "song.mp3");
const match: Match = { same: true, likeness: 0.9, offset: -1.25, sure: true };

test("a copy that matches begins where it was found, and the song ends after the last count", async () => {
  const kept = await takeCopy("v1", file, recording, match);
  expect(kept.ok).toBe(false);
  expect(ownSongOf("v1")).toMatchObject({ starts: -0.75, likeness: 0.9, metronome: false });
  expect(await placedCopy("v1", choreography)).toEqual({ file, starts: -0.75, until: 36 });
});

test("another song taken all the same begins where the recording does, and nothing is claimed of it", async () => {
  await takeCopy("v2", file, recording, { ...match, same: false, likeness: 0.1, offset: 17 });
  expect(ownSongOf("v2")).toMatchObject({ starts: 0.5, likeness: null, metronome: false });
  await takeCopy("v2", file, recording, null);
  expect(ownSongOf("v2")).toMatchObject({ starts: 0.5, likeness: null });
});

test("who wants the metronome has it, and the copy stays for another time", async () => {
  await takeCopy("v3", file, recording, match);
  sayOwnSong("v3", { starts: -0.75, likeness: 0.9, metronome: true });
  expect(await placedCopy("v3", choreography)).toBeNull();
  sayOwnSong("v3", { starts: -0.74, likeness: 0.9, metronome: false });
  expect(await placedCopy("v3", choreography)).toMatchObject({ file, starts: -0.74 });
});

test("a draft whose recording becomes another does not play the old one as it, and has it back after an undo", async () => {
  const other = { recording: { seconds: 90, starts: 2, print: [3, 4] }, tempo: choreography.tempo, counts: 64 };
  await takeCopy("d1", file, recording, match);
  changedSong("d1", recording, other.recording);
  expect(await placedCopy("d1", other)).toBeNull();
  expect(await placedCopy("d1", choreography)).toMatchObject({ file, starts: -0.75 });
  const second = new File(["other"], "other.mp3");
  await takeCopy("d1", second, other.recording, null);
  expect(await placedCopy("d1", other)).toMatchObject({ file: second, starts: 2 });
  expect(await placedCopy("d1", choreography)).toBeNull();
});

test("what was kept with a draft before anything was said of it stays with the recording that the draft had", async () => {
  const other = { ...choreography, recording: { seconds: 90, starts: 2, print: [3, 4] } };
  changedSong("d2", recording, { ...recording, starts: 1 });
  expect(ownSongOf("d2")).toBeNull();
  changedSong("d2", recording, other.recording);
  expect([isOf(ownSongOf("d2"), recording), isOf(ownSongOf("d2"), other.recording)]).toEqual([true, false]);
});

test("a copy let go of is gone, and a version without a recording has none", async () => {
  await takeCopy("v4", file, recording, match);
  await dropCopy("v4");
  expect(ownSongOf("v4")).toBeNull();
  expect(await placedCopy("v4", choreography)).toBeNull();
  const { recording: _, ...without } = choreography;
  expect(await placedCopy("v3", without)).toBeNull();
});

test("a silent film leaves no print, so nobody is asked for its song", () => {
  expect(soundsIn(choreography)).toBe(true);
  expect(soundsIn({ recording: { ...recording, print: [] } })).toBe(false);
  expect(soundsIn({})).toBe(false);
});
