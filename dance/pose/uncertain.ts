import { AT } from "./keypoints.ts";
import type { Pose, Track } from "./pose.ts";

/** Seconds, `from` included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Mean confidence below which a pose is a guess, and seconds for which it must be one to be told. */
const [SURE, LEAST] = [0.3, 0.25];
/** Seconds of certainty that do not part two stretches. */
const BRIDGE = 0.2;
/** Shoulders to ankles: what is judged. */
const [FIRST, LAST] = [AT.left_shoulder, AT.right_ankle];

/** How sure a pose is, 0..1: the mean over shoulders to ankles. */
export function sureness(pose: Pose): number {
  let sum = 0;
  for (let k = FIRST; k <= LAST; k++) sum += pose[k * 3 + 2] as number;
  return sum / (LAST - FIRST + 1);
}

/** The stretches of a track in which its body was hardly seen, in rising order. */
export function uncertain(track: Track): Stretch[] {
  const found: { from: number; to: number }[] = [];
  track.forEach(({ time, pose }, i) => {
    if (sureness(pose) >= SURE) return;
    const to = track[i + 1]?.time ?? time;
    const last = found.at(-1);
    if (last && time - last.to <= BRIDGE) last.to = to;
    else found.push({ from: time, to });
  });
  return found.filter(({ from, to }) => to - from >= LEAST);
}
