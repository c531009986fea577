import type { Choreography } from "#dance/choreo/choreography.ts";
import { timeOfCount } from "#dance/music/tempo.ts";
import { AT } from "#dance/pose/keypoints.ts";
import { type Pose, snapPose, snapTime, type Track } from "#dance/pose/pose.ts";

/** How somebody dances it: everything 0 is the reference itself. */
export interface Habit {
  /** Seconds behind, on average, and how much that wanders. */
  readonly late: number;
  readonly wander: number;
  /** Degrees that the right arm hangs too low between the given eight-counts. */
  readonly lowArm: number;
  readonly from: number;
  readonly to: number;
  /** Shiver of every keypoint, in picture heights. */
  readonly shiver: number;
  /** Seconds at the end in which the legs are out of the picture. */
  readonly legless: number;
  /** Whose trembling and wandering it is: no two people's are alike, or one would be taken for a copy of the other. */
  readonly own: number;
}

/** The same shiver for the same moment: a fixed sum of sines instead of dice. */
const wave = (t: number, seed: number): number =>
  Math.sin(t * 7.1 + seed * 1.7) * 0.5 + Math.sin(t * 3.3 + seed * 2.9) * 0.35 + Math.sin(t * 13.7 + seed) * 0.15;

function turn(pose: Pose, pivot: number, points: readonly number[], degrees: number): void {
  const [px, py] = [pose[pivot * 3] ?? 0, pose[pivot * 3 + 1] ?? 0];
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  for (const k of points) {
    const [x, y] = [(pose[k * 3] ?? 0) - px, (pose[k * 3 + 1] ?? 0) - py];
    pose[k * 3] = px + x * cos - y * sin;
    pose[k * 3 + 1] = py + x * sin + y * cos;
  }
}

/** A section as somebody with such a habit dances it, 30 frames a second, on song time. */
export function danceOf(choreography: Choreography, section: number, habit: Habit): Track {
  const { tempo, track } = choreography;
  const span = choreography.sections[section] ?? { from: 0, to: choreography.counts };
  const [from, to] = [timeOfCount(tempo, span.from), timeOfCount(tempo, span.to)];
  return track
    .filter((frame) => frame.time >= from - 0.4 && frame.time <= to + 0.3)
    .map((frame) => {
      const pose = Float32Array.from(frame.pose);
      const eight = ((frame.time - tempo.firstBeat) * tempo.bpm) / 480;
      if (eight >= habit.from && eight < habit.to)
        turn(pose, AT.right_shoulder, [AT.right_elbow, AT.right_wrist], -habit.lowArm);
      for (let i = 0; i < pose.length; i++)
        if (i % 3 < 2) pose[i] = (pose[i] ?? 0) * 0.93 + 0.02 + habit.shiver * wave(frame.time, i + habit.own * 51);
      const gone = frame.time > to - habit.legless;
      for (const k of [AT.left_knee, AT.right_knee, AT.left_ankle, AT.right_ankle]) if (gone) pose[k * 3 + 2] = 0.05;
      const time = snapTime(frame.time + habit.late + habit.wander * wave(frame.time / 3, 5 + habit.own));
      return { time, pose: snapPose(pose) };
    })
    .filter((frame, i, all) => i === 0 || frame.time > (all[i - 1]?.time ?? 0));
}
