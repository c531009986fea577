import { type Crowd, MOST } from "./bodies.ts";
import { Follower, type Person } from "./follower.ts";
import { POSE_SIZE, type Pose, type PoseFrame, type Track } from "./pose.ts";

export { type Body, bodiesOnce, type Colour, type Crowd } from "./bodies.ts";

/** Bodies seen in fewer frames than this share are passers-by or mistakes. */
const SHARE = 0.1;

/**
 * Follows everybody through all frames: one track for each person, over every frame, a pose of zeros where that person was
 * not seen; whoever was seen most and largest comes first.
 */
export function follow(frames: readonly Crowd[]): Track[] {
  const follower = new Follower();
  const everybody = new Map<number, Readonly<Person>>();
  const found = new Map<number, Map<number, Pose>>();
  for (const [frame, crowd] of frames.entries()) {
    for (const { id, pose } of follower.step(crowd)) {
      const own = found.get(id) ?? new Map<number, Pose>();
      found.set(id, own.set(frame, pose));
    }
    // Who does not come back was there all the same.
    for (const person of follower.people) everybody.set(person.id, person);
  }
  const least = Math.max(2, frames.length * SHARE);
  return [...everybody.values()]
    .filter(({ seen }) => seen >= least)
    .sort((a, b) => b.seen * b.trunk - a.seen * a.trunk)
    .slice(0, MOST)
    .map(({ id }) => frames.map(({ time }, i): PoseFrame => ({ time, pose: found.get(id)?.get(i) ?? nobody() })));
}

const nobody = (): Pose => new Float32Array(POSE_SIZE);
