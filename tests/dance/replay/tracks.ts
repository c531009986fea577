import fc from "fast-check";
import { POSE_SIZE, type Pose, type PoseFrame, snapPose, snapTime, type Track } from "#dance/pose/pose.ts";

/** Any pose that lies on the replay grid, from a still body to one torn all over the place. */
const anyPose: fc.Arbitrary<Pose> = fc
  .array(fc.double({ min: -15, max: 15, noNaN: true }), { minLength: POSE_SIZE, maxLength: POSE_SIZE })
  .map((numbers) => snapPose(Float32Array.from(numbers)));

/** Tracks of 0..12 frames with rising times. */
export const anyTrack: fc.Arbitrary<Track> = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 5000 }), pose: anyPose }), { maxLength: 12 })
  .map((frames) => {
    let ms = -500;
    return frames.map(({ gap, pose }): PoseFrame => {
      ms += gap;
      return { time: ms / 1000, pose };
    });
  });

/** A dancer of the same movements for every seed: swinging limbs at 30 frames a second, with noise of `noise` heights. */
export function swinging(seconds: number, noise = 0.002): Track {
  const random = lottery(7);
  return Array.from({ length: Math.round(seconds * 30) }, (_, f) => {
    const pose = new Float32Array(POSE_SIZE);
    for (let i = 0; i < POSE_SIZE; i++)
      pose[i] =
        i % 3 === 2
          ? 0.8 + 0.1 * Math.sin(f / 40 + i) + 0.03 * random()
          : 0.5 + 0.1 * Math.sin(i) + 0.1 * Math.sin(f / 9 + i) + noise * random();
    return { time: snapTime(f / 30), pose: snapPose(pose) };
  });
}

/** Numbers about 0 with a spread of about 1, the same for every seed. */
function lottery(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return () => uniform() + uniform() + uniform() + uniform() - 2;
}

/** A track as plain numbers on the grid: times in ms, coordinates and confidences in their steps. */
export const steps = (track: Track): number[][] =>
  track.map(({ time, pose }) => [
    Math.round(time * 1000),
    ...Array.from(pose, (value, i) => Math.round(value * (i % 3 === 2 ? 63 : 2048)) + 0),
  ]);
