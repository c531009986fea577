// The longest choreography there may be, in which head, trunk, arms and legs all move, and somebody who gets all of it wrong.
import type { Choreography } from "#dance/choreo/choreography.ts";
import { type Pose, snapPose, snapTime, type Track } from "#dance/pose/pose.ts";
import { choreographyNamed, poseAt } from "./dance.ts";

/** Turns the points of a pose up to `last` about a place by so many radians. */
function turn(pose: Pose, last: number, x: number, y: number, angle: number): void {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  for (let at = 0; at <= last * 3; at += 3) {
    const [dx, dy] = [(pose[at] ?? 0) - x, (pose[at + 1] ?? 0) - y];
    pose[at] = x + dx * cos - dy * sin;
    pose[at + 1] = y + dx * sin + dy * cos;
  }
}

/** The dance at a moment, bowing to the side by so many radians: all above the hips, the head a little more. */
function bowing(time: number, angle: number): Pose {
  const pose = poseAt(time);
  turn(pose, 10, 0.5, 0.55, angle);
  turn(pose, 4, 0.5, 0.32, angle * 1.7);
  return snapPose(pose);
}
const bow = (time: number): number => 0.4 * Math.sin(Math.PI * time);
const danced = (time: number): Pose => bowing(time, bow(time));

/** 2,000 counts with a keyframe on each, nearly seventeen minutes. */
export function endless(counts = 2000): Choreography {
  const seconds = counts / 2;
  const track: Track = Array.from({ length: seconds * 30 + 3 }, (_, i) => ({
    time: snapTime(i / 30),
    pose: danced(i / 30),
  }));
  const keyframes = Array.from({ length: counts }, (_, count) => ({ count, weight: 1, pose: danced(count / 2) }));
  const sections = [{ kind: "verse" as const, from: 0, to: counts }];
  return { ...choreographyNamed("endless"), counts, sections, keyframes, track };
}

/** All of it a second early, and bowing to the other side. */
export const allWrong = ({ track }: Choreography): Track =>
  track.slice(0, -3).map(({ time }) => ({ time, pose: bowing(time + 1, -bow(time)) }));
