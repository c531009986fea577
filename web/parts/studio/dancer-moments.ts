import { POSE_SIZE, type Pose, type PoseFrame, type Track } from "#dance/pose/pose.ts";
import { sureness } from "#dance/pose/uncertain.ts";

/** Moments that are offered, and seconds between any two of them at least. */
const [MOMENTS, APART] = [6, 1];
/** Confidence of a keypoint that a box goes round, and how much larger it is drawn. */
const [SURE, ROUND] = [0.25, 0.04];

/** File times at which most of the dancers are seen best, the best first. */
export function moments(dancers: readonly Track[]): number[] {
  const frames = dancers[0] ?? [];
  const ranked = frames
    .map(({ time }, i) => ({
      time,
      seen: dancers.reduce(
        (sum, track) => sum + Math.min(0.5, sureness(track[i]?.pose ?? new Float32Array(POSE_SIZE))),
        0,
      ),
    }))
    .sort((a, b) => b.seen - a.seen);
  const found: number[] = [];
  for (const { time } of ranked) {
    if (found.length >= MOMENTS) break;
    if (found.every((other) => Math.abs(other - time) >= APART)) found.push(time);
  }
  return found;
}

/** The frame of a time, in a track that has it. */
export const nearestFrame = (track: Track, at: number): PoseFrame | undefined => track.find(({ time }) => time >= at);

/** Where a body lies in a picture so many times as wide as high, as CSS shares; null where it is not seen. */
export function boxOf(
  pose: Pose | undefined,
  wide: number,
): { readonly left: string; readonly top: string; readonly width: string; readonly height: string } | null {
  let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0];
  for (let at = 0; pose && at < POSE_SIZE; at += 3) {
    if ((pose[at + 2] as number) < SURE) continue;
    const [x, y] = [pose[at] as number, pose[at + 1] as number];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  if (!(right > left && bottom > top)) return null;
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const [l, r] = [clamp(left - ROUND, wide), clamp(right + ROUND, wide)];
  const [t, b] = [clamp(top - 2 * ROUND, 1), clamp(bottom + ROUND, 1)];
  const share = (value: number) => `${(value * 100).toFixed(2)}%`;
  return { left: share(l / wide), width: share((r - l) / wide), top: share(t), height: share(b - t) };
}
