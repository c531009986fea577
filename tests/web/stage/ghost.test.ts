import { expect, test } from "vitest";
import { mirrorPose, type Track } from "#dance/pose/pose.ts";
import { prepare } from "#dance/scoring/reference.ts";
import { rejudge } from "#dance/take/rejudge.ts";
import { hipsX, hipsY, trunkLength } from "../../../web/stage/geometry.ts";
import { Beside, GhostScore } from "../../../web/stage/ghost.ts";
import { jack } from "../../fixtures/jacks.ts";
import { perform, routine } from "../../fixtures/performance.ts";

const dance = routine(0);
const reference = prepare(dance, 1);
const plain = { name: "Mina", mirror: false, seated: false };
const within: Track = dance.track.filter(({ time }) => time >= reference.from && time <= reference.to);
const ghost = { ...plain, frames: perform(within, { noise: 0.004, wobble: 0.1 }) };
const later = (seconds: number) => reference.from + seconds;
const all = { left: 0, right: 4 / 3, top: 0, bottom: 1 };
const moved = (pose: Float32Array, scale: number, dx: number, dy = 0) =>
  pose.map((value, i) => (i % 3 === 2 ? value : value * scale + (i % 3 === 0 ? dx : dy)));

test("a ghost is worth nothing before it has danced, and judged as live takes are while it does", () => {
  const score = new GhostScore(ghost, reference);
  expect(score.at(reference.from - 2)).toBeNull();
  expect(score.at(later(0))).toBeNull();
  const halfway = score.at(later(6));
  expect(halfway).toBeGreaterThan(400_000);
  expect(score.at(later(6))).toBe(halfway);
  expect(rejudge(reference, ghost.frames, ghost).judgements.length).toBeGreaterThan(8);
});

test("time that goes back, as in a loop, lets the ghost begin again", () => {
  const score = new GhostScore(ghost, reference);
  const first = [2, 4, 6].map((seconds) => score.at(later(seconds)));
  const again = [2, 4, 6].map((seconds) => score.at(later(seconds)));
  expect(again).toEqual(first);
});

test("a ghost that mirrored on purpose is judged so", () => {
  const frames = ghost.frames.map(({ time, pose }) => ({ time, pose: mirrorPose(pose, 0.5) }));
  const mirrored = new GhostScore({ ...plain, frames, mirror: true }, reference).at(later(8));
  expect(mirrored).toBe(new GhostScore(ghost, reference).at(later(8)));
});

test("before the dancer is seen a ghost stands where it danced; then beside her, at her size, on her floor", () => {
  const beside = new Beside();
  const [friend, dancer] = [jack(0), moved(jack(0), 0.7, 0.1, 0.2)];
  expect(beside.put(friend)).toBe(friend);
  beside.follow(dancer, friend, 0.03, all);
  const stands = beside.put(friend);
  expect(trunkLength(stands)).toBeCloseTo(trunkLength(dancer), 4);
  expect(hipsY(stands)).toBeCloseTo(hipsY(dancer), 4);
  expect(hipsX(stands) - hipsX(dancer)).toBeGreaterThan(1.5 * trunkLength(dancer));
});

test("it goes to the side with more room, stays in the picture, and stands over her where there is none", () => {
  const friend = jack(0);
  const [left, right] = [moved(friend, 0.6, 0.05), moved(friend, 0.6, 0.8)];
  const stand = (dancer: Float32Array, shown = all) => {
    const beside = new Beside();
    beside.follow(dancer, friend, 0.03, shown);
    return hipsX(beside.put(friend)) - hipsX(dancer);
  };
  expect(stand(left)).toBeGreaterThan(0);
  expect(stand(right)).toBeLessThan(0);
  expect(hipsX(right) + stand(right)).toBeGreaterThan(0);
  const narrow = { ...all, left: hipsX(left) - 0.1, right: hipsX(left) + 0.12 };
  expect(Math.abs(stand(left, narrow))).toBeLessThan(0.02);
});
