import { POSE_SIZE, type PoseFrame, type Track } from "./pose.ts";

/** A track as columns: what is judged again by the thousand need not be made frames one by one. */
export interface Columns {
  /** Seconds of song time, in thousandths. */
  readonly times: Float64Array;
  /** The numbers of all poses in steps of the replay's grid, one number after the other: number * frames + frame. */
  readonly steps: Int16Array;
}

/** Whether a number of a pose (its index, 0..50) is a confidence. */
export const isConfidence = (number: number): boolean => number % 3 === 2;

/** The frames of columns; their poses are views into one array. */
export function trackOf({ times, steps }: Columns): Track {
  const frames = times.length;
  const numbers = new Float32Array(steps.length);
  for (let number = 0; number < POSE_SIZE; number++) {
    const step = isConfidence(number) ? 1 / 63 : 1 / 2048;
    for (let i = 0, from = number * frames, to = number; i < frames; i++, to += POSE_SIZE)
      numbers[to] = (steps[from + i] as number) * step;
  }
  const track = new Array<PoseFrame>(frames);
  for (let i = 0; i < frames; i++)
    track[i] = { time: times[i] as number, pose: numbers.subarray(i * POSE_SIZE, (i + 1) * POSE_SIZE) };
  return track;
}
