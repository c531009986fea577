import { expect, test } from "vitest";
import { SongClock } from "../../../web/stage/clock.ts";
import { Lead } from "../../../web/stage/lead.ts";

const TEMPO = { bpm: 120, firstBeat: 2 };

/** A song that begins to sound `delayMs` after play, on a wall clock told by hand. */
function studio(delayMs: number) {
  const wall = { ms: 0 };
  let began: number | null = null;
  let from = 0;
  const song = {
    rate: 1,
    ended: false,
    time: () => (began === null ? from : from + (Math.max(0, wall.ms - began - delayMs) / 1000) * song.rate),
    play: (at: number) => {
      from = at;
      began = wall.ms;
    },
    pause: () => {
      from = song.time();
      began = null;
    },
  };
  const clock = new SongClock(song);
  return { wall, song, clock, lead: new Lead(song, clock, TEMPO, false) };
}

test("the song leads in: it sounds from four counts before, and time is the song's whatever its delay", () => {
  const { wall, song, clock, lead } = studio(180);
  lead.begin(0, 1, 0);
  for (wall.ms = 0; wall.ms < 2600; wall.ms += 16) {
    expect(lead.keepTime(wall.ms)).toBe(true);
    expect(Math.abs(clock.time(wall.ms) - song.time())).toBeLessThan(0.03);
  }
  expect(clock.time(wall.ms)).toBeGreaterThan(2.3);
});

test("where four counts before lie before the song, the count-in runs without it at first", () => {
  const { wall, song, clock, lead } = studio(0);
  lead.begin(-1, 0.5, 0);
  expect(clock.time(0)).toBeCloseTo(-1);
  for (wall.ms = 0; wall.ms <= 2400; wall.ms += 16) lead.keepTime(wall.ms);
  expect(song.time()).toBeCloseTo(0.2, 1);
  expect(song.rate).toBe(0.5);
});

test("a song that the browser holds back is told, so that the dance can pause and not run on in silence", () => {
  const { wall, lead } = studio(60_000);
  lead.begin(0, 1, 0);
  let sounding = true;
  for (wall.ms = 0; wall.ms < 4000 && sounding; wall.ms += 16) sounding = lead.keepTime(wall.ms);
  expect(sounding).toBe(false);
});
