import { describe, expect, test } from "vitest";
import { timeOfCount } from "#dance/music/tempo.ts";
import type { Crowd } from "#dance/pose/bodies.ts";
import { Follower } from "#dance/pose/follower.ts";
import { POSE_SIZE, type PoseFrame } from "#dance/pose/pose.ts";
import { LIVE } from "#dance/practice/live-lag.ts";
import { besideOthers, LiveSync } from "#dance/practice/live-sync.ts";
import { OPEN_ROSTER, ROSTER, type Roster, stepRoster } from "#dance/practice/roster.ts";
import { crewSync } from "#dance/practice/sync.ts";
import { clock, filmCrowd, type Member, section } from "../../fixtures/crowd-dance.ts";

const NOBODY = new Float32Array(POSE_SIZE);
/** The bounds within which known offsets are found: live on each count, and at the end. */
const [LIVE_WITHIN, WITHIN] = [0.035, 0.015];
const counts = section.to - section.from;

/** Follows a film as the floor does: who stands there in the first second dances, and is followed to the end. */
function danced(film: readonly Crowd[]) {
  const follower = new Follower();
  let roster: Roster = OPEN_ROSTER;
  const begin = (film[0] as Crowd).time + 1;
  let live: LiveSync | null = null;
  const tracks: PoseFrame[][] = [];
  for (const crowd of film) {
    const dancing = crowd.time >= begin;
    if (dancing && !live) {
      follower.keep(roster.standers.map(({ id }) => id));
      live = new LiveSync(
        clock,
        roster.standers.map(({ number }) => String(number)),
      );
    }
    const bodies = follower.step(crowd, !dancing);
    roster = stepRoster(roster, { cameraTime: crowd.time, bodies, aspect: 4 / 3, dancing });
    if (!live) continue;
    const poses = roster.standers.map(({ id }) => bodies.find((it) => it.id === id)?.pose ?? NOBODY);
    poses.forEach((pose, i) => {
      tracks[i] ??= [];
      tracks[i].push({ time: crowd.time, pose });
    });
    live.feed(crowd.time, poses);
  }
  if (!live) throw new Error("nobody danced");
  const takes = roster.standers.map(({ number }, i) => ({
    member: String(number),
    track: tracks[i] as PoseFrame[],
    mirror: false,
  }));
  return { live, roster, takes, end: crewSync(takes, clock, "counted") };
}

const told = (values: readonly (number | null | undefined)[]): number[] =>
  values.filter((it) => typeof it === "number");
/** Over all counts that were told, as the end has it. */
function spreadOf({ told: all }: LiveSync): number {
  const squares = all.flatMap(({ spread }) => (spread === null ? [] : [spread ** 2]));
  return Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length);
}
const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** As the mirror shows them, from the left: the camera sees the first farthest to the right. */
const THREE: readonly (Member & { late: number })[] = [
  { stands: () => 0.42, late: -0.06 },
  { stands: () => 0, late: 0, size: 0.75 },
  { stands: () => -0.42, late: 0.13 },
];

describe("three before one camera, of whom one is late and one early", () => {
  for (const fps of [30, 12]) {
    const { live, roster, end } = danced(filmCrowd(THREE, fps));
    test(`are numbered as in a mirror, and told by count while they dance, at ${fps} frames a second`, () => {
      expect(roster.standers.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(live.told.length).toBeGreaterThan(0.9 * counts);
      THREE.forEach(({ late }, i) => {
        const offsets = told(live.told.map((it) => it.offsets[i]));
        expect(offsets.length).toBeGreaterThan(0.7 * counts);
        for (const offset of offsets) expect(Math.abs(offset - late), `dancer ${i + 1}`).toBeLessThan(LIVE_WITHIN);
      });
      expect(live.now.offsets.map((it) => Math.sign(Math.round((it ?? 9) * 20)))).toEqual([-1, 0, 1]);
    });
    test(`and within 15 ms at the end, at ${fps} frames a second`, () => {
      THREE.forEach(({ late }, i) => {
        const offset = middle(told(end.members[i]?.offsets ?? []));
        expect(Math.abs(offset - late), `dancer ${i + 1}`).toBeLessThanOrEqual(WITHIN);
      });
    });
  }

  test("live and at the end tell the same spread", () => {
    const { live, end } = danced(filmCrowd(THREE));
    expect(Math.abs(spreadOf(live) - (end.spread ?? 9))).toBeLessThan(0.01);
  });
});

describe.each([0, 0.25])("whoever is nearly a beat off beside the others, where all lag %s s", (lag) => {
  const film = (late: number, fps = 30) => {
    const members = [late, 0.02, 0].map((it, i) => ({ stands: () => 0.42 * (1 - i), late: it }));
    return filmCrowd(members, fps).map(({ time, bodies }) => ({ time: time + lag, bodies }));
  };
  test.each([0.3, 0.45, 0.5, 0.6, -0.45, -0.5])("is told so, live and at the end: %s s", (late) => {
    const { live, end } = danced(film(late));
    const behind = late - (late > 0 ? 0.02 : 0);
    const [ends, lives] = [told(end.members[0]?.offsets ?? []), told(live.told.map(({ offsets }) => offsets[0]))];
    expect(ends.length).toBeGreaterThan(0.9 * counts);
    expect(lives.length).toBeGreaterThanOrEqual(0.8 * counts);
    for (const offset of [...ends, ...lives]) expect(Math.abs(offset - behind)).toBeLessThan(LIVE_WITHIN);
    expect(Math.abs((live.now.spread ?? 9) - (end.spread ?? 0))).toBeLessThan(0.01);
    expect(Math.abs(spreadOf(live) / (end.spread ?? 9) - 1)).toBeLessThan(0.1);
  });
  test("from few pictures too", () => {
    const { live, end } = danced(film(0.5, 12));
    expect(Math.abs((live.now.spread ?? 9) - (end.spread ?? 0))).toBeLessThan(0.01);
  });
});

test("an eight-count that is danced again after a pause tells what it would have told without one", () => {
  const film = filmCrowd(THREE);
  const poses = ({ bodies }: Crowd) => bodies.map(({ pose }) => pose).sort((a, b) => (a[15] ?? 0) - (b[15] ?? 0));
  const dance = (live: LiveSync, from: number, to: number) => {
    for (const crowd of film) if (crowd.time >= from && crowd.time < to) live.feed(crowd.time, poses(crowd));
    return live;
  };
  const members = ["a", "b", "c"];
  const whole = dance(new LiveSync(clock, members), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const [eight, pause] = [8, 15.9].map((it) => timeOfCount(clock.tempo, section.from + it)) as [number, number];
  const twice = dance(new LiveSync(clock, members), Number.NEGATIVE_INFINITY, pause);
  expect(twice.told.length).toBeGreaterThan(8);
  twice.rewind(eight);
  expect(twice.told).toEqual(whole.told.slice(0, 8));
  dance(twice, eight, Number.POSITIVE_INFINITY);
  expect(twice.told).toEqual(whole.told);
});

test.each([-0.2, 0.15, 0.25, 0.5])("what camera and sound lag is the same for all, and told of nobody: %s s", (lag) => {
  const lagging = filmCrowd(THREE).map(({ time, bodies }) => ({ time: time + lag, bodies }));
  const { live } = danced(lagging);
  THREE.forEach(({ late }, i) => {
    const offsets = told(live.told.map((it) => it.offsets[i]));
    expect(offsets.length).toBeGreaterThan(0.7 * counts);
    for (const offset of offsets) expect(Math.abs(offset - late)).toBeLessThan(LIVE_WITHIN);
  });
});

test("a count is told about a second after it was danced", () => {
  const film = filmCrowd(THREE);
  const live = new LiveSync(clock, ["a", "b"]);
  for (const { time, bodies } of film)
    for (const { count } of live.feed(
      time,
      bodies.slice(0, 2).map(({ pose }) => pose),
    ))
      expect(time - timeOfCount(clock.tempo, count)).toBeLessThan(LIVE.about + 0.3);
});

test("two who change places behind each other stay who they are", () => {
  const cross = (t: number) => 0.45 * Math.cos(Math.min(Math.PI, Math.max(0, (t - 6) * 1.2)));
  const members: Member[] = [
    { stands: cross, late: 0.12, shirt: [0.8, 0.2, 0.2] },
    {
      stands: (t) => -cross(t),
      late: 0,
      shirt: [0.2, 0.3, 0.8],
      seen: (t) => Math.abs(cross(t)) > 0.08, // hidden behind the other
    },
  ];
  const { end, live, roster } = danced(filmCrowd(members));
  expect(roster.standers).toHaveLength(2);
  const [first, second] = end.members.map((it) => it.eights.map((eight) => eight?.offset ?? 0)) as [number[], number[]];
  for (const [eight, offset] of first.entries())
    expect(offset - (second[eight] ?? 0), `eight-count ${eight}`).toBeGreaterThan(0.08);
  expect((live.now.offsets[0] ?? 0) - (live.now.offsets[1] ?? 0)).toBeGreaterThan(0.08);
});

test("who leaves and comes back is the same, and unseen in between; who comes in addition is nobody", () => {
  const away = (t: number) => t > 7 && t < 11;
  const members: Member[] = [
    { stands: () => 0.4, late: 0 },
    { stands: () => 0, late: 0.1, seen: (t) => !away(t), shirt: [0.8, 0.2, 0.2] },
    { stands: () => -0.4, late: 0.02, seen: (t) => t > 9 && t < 10, shirt: [0.2, 0.3, 0.8] },
  ];
  const film = filmCrowd(members);
  const start = (film[0] as Crowd).time;
  const { live, roster, takes, end } = danced(film);
  expect(roster.standers).toHaveLength(2);
  for (const { time, pose } of takes[1]?.track ?? [])
    if (Math.abs(time - start - 7) > 0.01 && Math.abs(time - start - 11) > 0.01)
      expect(
        pose.every((it) => it === 0),
        String(time - start),
      ).toBe(away(time - start));
  const during = live.told.filter(({ count }) => {
    const t = timeOfCount(clock.tempo, count) - start;
    return t > 8 && t < 10.2;
  });
  expect(during.length).toBeGreaterThan(2);
  for (const { spread, offsets } of during) expect([spread, offsets[1]]).toEqual([null, null]);
  const [first, second] = end.members;
  expect(middle(told(second?.offsets ?? [])) - middle(told(first?.offsets ?? []))).toBeCloseTo(0.1, 1);
});

test.each([
  ["nobody looks at", {}],
  ["are all alike", { shirt: [0.5, 0.5, 0.5] }],
] as const)("who has left does not come back in whoever takes that place, where shirts %s", (_, dress) => {
  for (const fps of [30, 12]) {
    const members: Member[] = [
      { stands: () => 0.3, seen: (t) => t < 5, ...dress },
      { stands: (t) => -0.3 + 0.6 * Math.min(1, Math.max(0, t - 5)), late: 0.05, ...dress },
    ];
    const film = filmCrowd(members, fps);
    const start = (film[0] as Crowd).time;
    const [left, stayed] = danced(film).takes.map(({ track }) =>
      track.filter(({ pose }) => pose.some((it) => it !== 0)),
    );
    expect(Math.max(...(left ?? []).map(({ time }) => time - start))).toBeLessThan(5);
    expect(stayed?.length).toBe(film.filter(({ time }) => time >= start + 1).length);
  }
});

describe("who stands before the camera", () => {
  const film = filmCrowd(THREE);
  const look = (frames: readonly Crowd[], roster: Roster, follower: Follower) =>
    frames.reduce(
      (it, crowd) =>
        stepRoster(it, {
          cameraTime: crowd.time,
          bodies: follower.step(crowd),
          aspect: 4 / 3,
          dancing: false,
        }),
      roster,
    );
  test("joins after a moment, leaves after another, and the number that is free is taken again", () => {
    const follower = new Follower();
    const some = look(film.slice(0, 10), OPEN_ROSTER, follower);
    expect(some.standers).toEqual([]);
    const all = look(film.slice(10, 60), some, follower);
    expect(all.standers.map(({ number, hint }) => [number, hint])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
    const right = (crowd: Crowd) => ({ ...crowd, bodies: crowd.bodies.filter(({ pose }) => (pose[15] ?? 0) < 0.9) });
    const two = look(film.slice(60, 60 + 31 * ROSTER.leaves).map(right), all, follower);
    expect(two.standers.map(({ number }) => number)).toEqual([2, 3]);
    const back = look(film.slice(130, 200), two, follower);
    expect(back.standers.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test("is at most six, and told what is wrong with the place", () => {
    const crowd = (time: number): Crowd => ({
      time,
      bodies: Array.from({ length: 7 }, (_, i) => {
        const { pose } = (film[0] as Crowd).bodies[0] as Crowd["bodies"][number];
        const moved = pose.map((value, k) =>
          k % 3 === 0 ? value * 0.3 + i * 0.2 - 0.1 : k % 3 === 1 ? value * 0.6 : value,
        );
        return { pose: moved, look: null };
      }),
    });
    const seven = look([0, 0.3, 0.7, 1].map(crowd), OPEN_ROSTER, new Follower());
    expect(seven.standers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    const low = film.slice(0, 40).map(({ time, bodies }) => ({
      time,
      bodies: bodies.map(({ pose }) => ({ pose: pose.map((v, k) => (k % 3 === 1 ? v + 0.35 : v)), look: null })),
    }));
    expect(look(low, OPEN_ROSTER, new Follower()).standers.map(({ hint }) => hint)).toContain("feet");
  });
});

test("of two the later one is told by how much they lie apart, of more each behind the middle", () => {
  expect(besideOthers([-0.0625, null, 0.0625])).toEqual([null, null, 0.125]);
  expect(besideOthers([0, 0])).toEqual([null, null]);
  expect(besideOthers([-0.1, 0, 0.1])).toEqual([-0.1, 0, 0.1]);
});
