import { describe, expect, test } from "vitest";
import { timeOfCount } from "#dance/music/tempo.ts";
import type { Track } from "#dance/pose/pose.ts";
import { crewSync, type SyncTake } from "#dance/practice/sync.ts";
import { type Manner, perform, routine } from "../../fixtures/performance.ts";

const dance = routine(0);
const section = dance.sections.find(({ kind }) => kind === "chorus") ?? { from: 0, to: 32 };
const clock = { reference: dance.track, tempo: dance.tempo, span: { from: section.from, to: section.to } };
const [from, to] = [timeOfCount(dance.tempo, section.from) - 2, timeOfCount(dance.tempo, section.to) + 2];
const around = dance.track.filter(({ time }) => time >= from && time <= to);

const take = (member: string, manner: Manner): SyncTake => ({
  member,
  track: perform(around, { noise: 0.004, seed: member.charCodeAt(0), ...manner }),
  mirror: manner.mirrored ?? false,
});
const told = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

/** The bound that a known offset is found within. */
const WITHIN = 0.015;

describe("three takes with known offsets", () => {
  const known = { a: -0.06, b: 0, c: 0.11 };
  const takes = [
    take("a", { late: known.a, size: 0.7, at: [0.2, 0.1], roll: 5 }),
    take("b", { late: known.b, fps: 15, arms: 1.1 }),
    take("c", { late: known.c, size: 1.1, legs: 0.9, lost: 0.05 }),
  ];
  const found = crewSync(takes, clock, "counted");

  test("are each found within 15 ms, over the take and on every count that tells", () => {
    for (const { member, lag, offsets } of found.members) {
      const late = known[member as keyof typeof known];
      expect(Math.abs((lag ?? 9) - late), `${member} ${lag}`).toBeLessThanOrEqual(WITHIN);
      // Behind the middle dancer, who is b.
      const counts = told(offsets);
      expect(counts.length, member).toBeGreaterThan(0.7 * offsets.length);
      for (const offset of counts)
        expect(Math.abs(offset - late), `${member} ${offset}`).toBeLessThanOrEqual(2 * WITHIN);
      const off = Math.sqrt(counts.reduce((sum, it) => sum + (it - late) ** 2, 0) / counts.length);
      expect(off, member).toBeLessThanOrEqual(WITHIN);
    }
  });

  test("spread as the formula says, with who is first and last", () => {
    const mean = (known.a + known.b + known.c) / 3;
    const spread = Math.sqrt(Object.values(known).reduce((sum, it) => sum + (it - mean) ** 2, 0) / 2);
    expect(Math.abs((found.spread ?? 9) - spread)).toBeLessThanOrEqual(WITHIN);
    for (const it of found.counts.filter(({ spread }) => spread !== null && spread > 0.05))
      expect([it.earliest, it.latest]).toEqual(["a", "c"]);
  });

  test("are together once what is the same over each whole take is taken out", () => {
    expect(crewSync(takes, clock, "removed").spread).toBeLessThanOrEqual(WITHIN);
  });
});

test("who drags in one eight-count is late there, and nowhere else", () => {
  const eight = section.from / 8 + 1;
  const [start, end] = [timeOfCount(dance.tempo, eight * 8), timeOfCount(dance.tempo, eight * 8 + 8)];
  const ramp = (time: number) => Math.max(0, Math.min(1, (time - start) / 0.8, (end - time) / 0.8));
  const dragged: Track = perform(around, { noise: 0.003, seed: 9 }).map(({ time, pose }) => ({
    time: time + 0.1 * ramp(time),
    pose,
  }));
  const takes = [take("a", {}), take("b", { seed: 5 }), { member: "late", track: dragged, mirror: false }];
  const { members, counts } = crewSync(takes, clock, "removed");
  const eights = members[2]?.eights ?? [];
  for (const [i, it] of eights.entries()) {
    if (section.from / 8 + i === eight) expect(it?.offset).toBeGreaterThan(0.06);
    else expect(Math.abs(it?.offset ?? 0), `eight ${i}`).toBeLessThan(0.03);
  }
  const widest = counts.reduce((a, b) => ((b.spread ?? 0) > (a.spread ?? 0) ? b : a));
  expect(Math.floor(widest.count / 8)).toBe(eight);
  expect(widest.latest).toBe("late");
});

test("who mirrors on purpose is laid on the others as they danced", () => {
  const { members } = crewSync([take("a", {}), take("m", { mirrored: true, late: 0.08 })], clock, "counted");
  expect(Math.abs((members[1]?.lag ?? 9) - 0.08)).toBeLessThanOrEqual(WITHIN);
});

test("unseen legs are no hindrance; who stands still, dances something else or was not seen tells nothing", () => {
  const legs = [11, 12, 13, 14, 15, 16];
  const still = take("s", { amplitude: 0 });
  const other = routine(2);
  const shift = timeOfCount(dance.tempo, section.from) - timeOfCount(other.tempo, other.sections[0]?.from ?? 0);
  const elsewhere = { member: "e", track: other.track.map((it) => ({ ...it, time: it.time + shift })), mirror: false };
  const nobody = { member: "n", track: [], mirror: false };
  const takes = [take("a", {}), take("l", { hidden: legs, late: 0.05 }), still, elsewhere, nobody];
  const { members, spread } = crewSync(takes, clock, "counted");
  expect(Math.abs((members[1]?.lag ?? 9) - 0.05)).toBeLessThanOrEqual(WITHIN);
  for (const silent of [members[2], members[4]]) {
    expect(silent?.lag).toBeNull();
    expect(told(silent?.offsets ?? [])).toEqual([]);
    expect(silent?.eights.every((it) => it === null)).toBe(true);
  }
  expect(told(members[3]?.offsets ?? []).length).toBeLessThan(0.5 * (section.to - section.from));
  expect(spread).not.toBeNull();
});

test("one dancer, or none, has no spread", () => {
  const alone = crewSync([take("a", { late: 0.05 })], clock, "counted");
  expect(alone.spread).toBeNull();
  expect(alone.counts.every(({ spread, earliest }) => spread === null && earliest === null)).toBe(true);
  expect(alone.counts.map(({ count }) => count)).toEqual(
    Array.from({ length: section.to - section.from }, (_, i) => section.from + i),
  );
  expect(crewSync([], clock, "removed")).toMatchObject({ spread: null, members: [] });
});
