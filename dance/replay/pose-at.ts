import { POSE_SIZE, type Pose, type Track } from "../pose/pose.ts";

/** A track's poses between its frames. */
export class PoseAt {
  readonly #track: Track;
  readonly #pose: Pose = new Float32Array(POSE_SIZE);

  constructor(track: Track) {
    this.#track = track;
  }

  /** The pose at a time, overwritten by the next reading; null outside the track. */
  read(time: number): Pose | null {
    const at = this.#before(time);
    const [a, b] = [this.#track[at], this.#track[at + 1]];
    if (!a || !b || time < a.time || time > b.time) return null;
    const part = (time - a.time) / (b.time - a.time);
    for (let i = 0; i < POSE_SIZE; i++)
      this.#pose[i] = (a.pose[i] as number) * (1 - part) + (b.pose[i] as number) * part;
    return this.#pose;
  }

  /** Index of the last frame not after a time, or of the first. */
  #before(time: number): number {
    let [low, high] = [0, this.#track.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#track[middle]?.time ?? 0) <= time) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
