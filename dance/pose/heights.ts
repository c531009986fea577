import { AT } from "./keypoints.ts";
import { POSE_SIZE, type PoseFrame } from "./pose.ts";

/** Picture heights from the middle of the shoulders to the middle of the hips, of a dancer well in the picture. */
const TRUNK = 0.25;
/** A keypoint below this confidence does not help to measure. */
const SURE = 0.25;

/**
 * A track in any unit of length, brought to picture heights: the median trunk becomes a quarter, the median hips the
 * middle. Without a frame that shows a whole trunk, all of the keypoints that were seen stand for it. A track of which
 * nothing was seen is left as it is.
 */
export function inPictureHeights(track: readonly PoseFrame[]): PoseFrame[] {
  const measured = measureTrunks(track) ?? measureSpread(track);
  if (!measured) return [...track];
  const scale = TRUNK / measured.length;
  return track.map(({ time, pose }) => {
    const scaled = new Float32Array(POSE_SIZE);
    for (let at = 0; at < POSE_SIZE; at += 3) {
      scaled[at] = ((pose[at] as number) - measured.x) * scale;
      scaled[at + 1] = ((pose[at + 1] as number) - measured.y) * scale;
      scaled[at + 2] = pose[at + 2] as number;
    }
    return { time, pose: scaled };
  });
}

interface Measured {
  readonly length: number;
  readonly x: number;
  readonly y: number;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] as number;

function measureTrunks(track: readonly PoseFrame[]): Measured | null {
  const [lengths, xs, ys]: [number[], number[], number[]] = [[], [], []];
  for (const { pose } of track) {
    const shoulders = middle(pose, AT.left_shoulder, AT.right_shoulder);
    const hips = middle(pose, AT.left_hip, AT.right_hip);
    if (!shoulders || !hips) continue;
    lengths.push(Math.hypot(shoulders[0] - hips[0], shoulders[1] - hips[1]));
    xs.push(hips[0]);
    ys.push(hips[1]);
  }
  const length = lengths.length > 0 ? median(lengths) : 0;
  return length > 0 ? { length, x: median(xs), y: median(ys) } : null;
}

function middle(pose: Float32Array, a: number, b: number): readonly [number, number] | null {
  if (!isSeen(pose, a) || !isSeen(pose, b)) return null;
  const half = (from: number, to: number) => ((pose[from] as number) + (pose[to] as number)) / 2;
  return [half(a * 3, b * 3), half(a * 3 + 1, b * 3 + 1)];
}

const isSeen = (pose: Float32Array, k: number): boolean =>
  (pose[k * 3 + 2] as number) >= SURE && Number.isFinite(pose[k * 3]) && Number.isFinite(pose[k * 3 + 1]);

/** A body is about three and a half trunks tall; the middle half of its keypoints spans about two. */
function measureSpread(track: readonly PoseFrame[]): Measured | null {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const { pose } of track)
    for (let k = 0; k * 3 < POSE_SIZE; k++) {
      if (!isSeen(pose, k)) continue;
      xs.push(pose[k * 3] as number);
      ys.push(pose[k * 3 + 1] as number);
    }
  if (ys.length === 0) return null;
  const [x, y] = [median(xs), median(ys)];
  const away = median(ys.map((value, i) => Math.hypot(value - y, (xs[i] as number) - x)));
  return away > 0 ? { length: away, x, y } : null;
}
