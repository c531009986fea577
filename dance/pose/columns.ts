import { POSE_SIZE, type PoseFrame, type Track } from "./pose.ts";

/** A track as columns: what is judged again by the thousand need not be made frames one by one. */
export interface Columns {
  /** Seconds of song time, rising. */
  readonly times: Float64Array;
  /** The numbers of all poses, frame after frame. */
  readonly numbers: Float32Array;
}

/** The frames of columns; their poses are views into them. */
export function trackOf({ times, numbers }: Columns): Track {
  const track = new Array<PoseFrame>(times.length);
  for (let i = 0; i < track.length; i++)
    track[i] = { time: times[i] as number, pose: numbers.subarray(i * POSE_SIZE, (i + 1) * POSE_SIZE) };
  return track;
}
