import type { Body, Crowd } from "#dance/pose/follow.ts";
import { POSE_SIZE } from "#dance/pose/pose.ts";

/** Judged frames as a few arrays of numbers, for the way between threads and for the disk. */
export interface PackedFrames {
  /** Seconds of file time. */
  readonly times: Float64Array;
  /** Bodies in each frame. */
  readonly counts: Uint8Array;
  /** For each body 51 numbers of its pose and 3 of its look (-1 where nobody looked). */
  readonly bodies: Float32Array;
}

const EACH = POSE_SIZE + 3;

/** Packs frames. */
export function packFrames(frames: readonly Crowd[]): PackedFrames {
  const all = frames.flatMap(({ bodies }) => bodies);
  const bodies = new Float32Array(all.length * EACH);
  all.forEach(({ pose, look }, i) => {
    bodies.set(pose, i * EACH);
    bodies.set(look ?? [-1, -1, -1], i * EACH + POSE_SIZE);
  });
  return {
    times: Float64Array.from(frames, ({ time }) => time),
    counts: Uint8Array.from(frames, ({ bodies: seen }) => seen.length),
    bodies,
  };
}

/** The frames again. */
export function unpackFrames({ times, counts, bodies }: PackedFrames): Crowd[] {
  let at = 0;
  return Array.from(times, (time, i) => ({
    time,
    bodies: Array.from({ length: counts[i] ?? 0 }, (): Body => {
      const pose = bodies.slice(at, at + POSE_SIZE);
      const [r = 0, g = 0, b = 0] = bodies.subarray(at + POSE_SIZE, at + EACH);
      at += EACH;
      return { pose, look: r < 0 ? null : [r, g, b] };
    }),
  }));
}
