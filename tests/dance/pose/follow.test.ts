import { describe, expect, test } from "vitest";
import { type Body, type Colour, type Crowd, follow } from "#dance/pose/follow.ts";
import { AT } from "#dance/pose/keypoints.ts";
import { POSE_SIZE, type Pose, type Track } from "#dance/pose/pose.ts";
import { sureness, uncertain } from "#dance/pose/uncertain.ts";
import { lottery, routine } from "../../fixtures/performance.ts";

const SHIRTS: readonly Colour[] = [
  [0.8, 0.2, 0.2],
  [0.2, 0.3, 0.8],
  [0.9, 0.9, 0.85],
];

/** Who dances where: the middle of the body at a time, and how large. */
interface Dancer {
  readonly at: (t: number) => number;
  readonly size: number;
  /** Whoever is nearer hides whoever is behind. */
  readonly near: number;
  readonly routine: number;
  /** When they leave the picture. */
  readonly leaves?: number;
}

const RATE = 30;
const TRACKS = [0, 1, 2].map((which) => routine(which).track);

/** The pose of a dancer at a time, carried to its place; the feet stay on one floor. */
function pose({ at, size, routine: which }: Dancer, t: number, noise: () => number): Pose {
  const track = TRACKS[which] as Track;
  const danced = track[Math.min(track.length - 1, Math.round((4 + t) * RATE))]?.pose as Pose;
  return danced.map((value, i) => {
    if (i % 3 === 0) return at(t) + (value - 2 / 3) * size + 0.01 * (noise() - 0.5);
    return i % 3 === 1 ? 0.95 + (value - 0.95) * size + 0.01 * (noise() - 0.5) : 0.8;
  });
}

const middle = (p: Pose) => ((p[AT.left_hip * 3] as number) + (p[AT.right_hip * 3] as number)) / 2;

/** What a camera sees of them: whoever is behind another is hidden; in another order each time. */
function film(dancers: readonly Dancer[], seconds: number, looks = false) {
  const noise = lottery(7);
  const truth: Pose[][] = dancers.map(() => []);
  const frames: Crowd[] = Array.from({ length: seconds * RATE }, (_, frame) => {
    const time = frame / RATE;
    const poses = dancers.map((dancer) => pose(dancer, time, noise));
    const there = dancers.map(({ leaves }) => leaves === undefined || time < leaves);
    const seen = poses.flatMap((mine, i): Body[] => {
      const covered = poses.some(
        (other, j) =>
          there[j] &&
          (dancers[j] as Dancer).near > (dancers[i] as Dancer).near &&
          Math.abs(middle(other) - middle(mine)) < 0.12,
      );
      const hidden = covered || !there[i];
      truth[i]?.push(hidden ? new Float32Array(POSE_SIZE) : mine);
      return hidden ? [] : [{ pose: mine, look: looks ? (SHIRTS[i] as Colour) : null }];
    });
    return { time, bodies: noise() < 0.5 ? seen : seen.reverse() };
  });
  return { frames, truth };
}

/** Share of the frames in which the track shows just this body (or, both, nobody). */
const same = (track: Track, truth: readonly Pose[]) =>
  track.filter(({ pose }, i) => pose.every((value, k) => value === truth[i]?.[k])).length / truth.length;
const bestOf = (tracks: readonly Track[], truth: readonly Pose[]) => Math.max(...tracks.map((t) => same(t, truth)));

const walk = (from: number, to: number, begin: number, end: number) => (t: number) =>
  from + (to - from) * Math.min(1, Math.max(0, (t - begin) / (end - begin)));

describe("following people", () => {
  test("two who dance side by side keep their tracks, in whatever order they are seen", () => {
    const { frames, truth } = film(
      [
        { at: () => 0.4, size: 0.9, near: 0.9, routine: 0 },
        { at: () => 0.95, size: 0.92, near: 0.92, routine: 1 },
      ],
      10,
    );
    const tracks = follow(frames);
    expect(tracks).toHaveLength(2);
    for (const one of truth) expect(bestOf(tracks, one)).toBe(1);
  });

  test("two who cross keep their tracks, though one is hidden behind the other", () => {
    const { frames, truth } = film(
      [
        { at: walk(0.35, 1, 3, 5), size: 0.9, near: 2, routine: 0 },
        { at: walk(1, 0.35, 3, 5), size: 0.9, near: 1, routine: 0 },
      ],
      10,
    );
    const tracks = follow(frames);
    expect(tracks).toHaveLength(2);
    for (const one of truth) expect(bestOf(tracks, one)).toBeGreaterThan(0.98);
  });

  test("three who cross again and again keep their tracks", () => {
    const sway = (phase: number) => (t: number) => 0.7 + 0.45 * Math.sin(t * 1.1 + phase);
    const { frames, truth } = film(
      [
        { at: sway(0), size: 0.95, near: 0.95, routine: 0 },
        { at: sway(2.1), size: 0.85, near: 0.85, routine: 1 },
        { at: sway(4.2), size: 0.76, near: 0.76, routine: 2 },
      ],
      20,
      true,
    );
    const tracks = follow(frames);
    expect(tracks).toHaveLength(3);
    for (const one of truth) expect(bestOf(tracks, one)).toBeGreaterThan(0.95);
  });

  test("two who change places while nobody is seen are told by their shirts", () => {
    const { frames, truth } = film(
      [
        { at: walk(0.4, 0.9, 4, 5), size: 0.9, near: 1, routine: 0 },
        { at: walk(0.9, 0.4, 4, 5), size: 0.9, near: 2, routine: 0 },
      ],
      9,
      true,
    );
    const dark = frames.map((frame, i) => (i >= 120 && i < 150 ? { ...frame, bodies: [] } : frame));
    const tracks = follow(dark);
    expect(tracks).toHaveLength(2);
    for (const one of truth) expect(bestOf(tracks, one)).toBeGreaterThan(0.88);
  });

  test("two who walk up to each other and turn back keep their tracks", () => {
    const turn = (t: number) => (t < 4 ? walk(1.1, 0.62, 2, 4)(t) : walk(0.62, 1.1, 5, 7)(t));
    const { frames, truth } = film(
      [
        { at: (t) => turn(t) - 0.05, size: 0.9, near: 1, routine: 0 },
        { at: (t) => 1.2 - turn(t), size: 0.9, near: 2, routine: 0 },
      ],
      9,
      true,
    );
    const tracks = follow(frames);
    expect(tracks).toHaveLength(2);
    for (const one of truth) expect(bestOf(tracks, one)).toBeGreaterThan(0.97);
  });

  test("one who leaves the picture and comes back is the same", () => {
    const { frames, truth } = film(
      [
        { at: () => 0.5, size: 0.9, near: 0.9, routine: 0 },
        { at: () => 1, size: 0.8, near: 0.8, routine: 1 },
      ],
      12,
      true,
    );
    const gone = frames.map((frame, i) =>
      i > 120 && i < 240
        ? { ...frame, bodies: frame.bodies.filter(({ look }) => look?.[0] === SHIRTS[0]?.[0]) }
        : frame,
    );
    const tracks = follow(gone);
    expect(tracks).toHaveLength(2);
    expect(bestOf(tracks, truth[0] as Pose[])).toBe(1);
    expect(tracks[1]?.filter(({ pose }) => sureness(pose) > 0)).toHaveLength(frames.length - 119);
  });

  test.each([0.5, 1, 2])("who has left does not come back as another who takes that place, in %s s", (took) => {
    const { frames, truth } = film(
      [
        { at: () => 0.4, size: 0.9, near: 2, routine: 0, leaves: 5 },
        { at: walk(1, 0.4, 5, 5 + took), size: 0.9, near: 1, routine: 0 },
      ],
      15,
    );
    const tracks = follow(frames);
    expect(tracks).toHaveLength(2);
    for (const one of truth) expect(bestOf(tracks, one)).toBe(1);
  });

  test("a body that is seen twice is one, and whoever passes by is nobody", () => {
    const noise = lottery(3);
    const { frames } = film([{ at: () => 0.6, size: 0.9, near: 0.9, routine: 0 }], 10);
    const doubled = frames.map(({ time, bodies }, i) => ({
      time,
      bodies: [
        ...bodies,
        ...bodies.map(({ pose, look }) => ({
          pose: pose.map((v, k) => (k % 3 < 2 ? v + 0.004 * noise() : 0.5)),
          look,
        })),
        ...(i < 15
          ? [{ pose: pose({ at: () => 1.2, size: 0.7, near: 0.7, routine: 1 }, time, noise), look: null }]
          : []),
      ],
    }));
    expect(follow(doubled)).toHaveLength(1);
  });

  test.each([30, 10])("who dances at the beginning of a film alone has a track of it, at %s frames a second", (fps) => {
    const { frames, truth } = film(
      [
        { at: () => 0.5, size: 0.9, near: 0.9, routine: 0 },
        { at: () => 1, size: 0.8, near: 0.8, routine: 1, leaves: 2.85 },
      ],
      20,
    );
    const every = RATE / fps;
    const tracks = follow(frames.filter((_, i) => i % every === 0));
    expect(tracks).toHaveLength(2);
    for (const one of truth)
      expect(
        bestOf(
          tracks,
          one.filter((_, i) => i % every === 0),
        ),
      ).toBe(1);
  });

  test("where nobody is, nobody is followed", () => {
    expect(follow([])).toEqual([]);
    expect(follow([0, 1, 2].map((time) => ({ time, bodies: [] })))).toEqual([]);
  });
});

describe("uncertain stretches", () => {
  const track = (sure: (i: number) => number): Track =>
    Array.from({ length: 90 }, (_, i) => ({
      time: i / RATE,
      pose: Float32Array.from({ length: POSE_SIZE }, (_, k) => (k % 3 === 2 ? sure(i) : 0.5)),
    }));
  test("are told where the body was hardly seen, and joined over a glimpse", () => {
    const found = uncertain(track((i) => (i >= 30 && i < 60 && i !== 45 ? 0.1 : 0.9)));
    expect(found).toHaveLength(1);
    expect(found[0]?.from).toBeCloseTo(1);
    expect(found[0]?.to).toBeCloseTo(2);
  });
  test("a frame or two are none", () => {
    expect(uncertain(track((i) => (i === 30 || i === 31 ? 0 : 0.9)))).toEqual([]);
  });
});
