import { mirrorPose, POSE_SIZE, type Pose, type Track } from "#dance/pose/pose.ts";
import { blendPoses, hipsX } from "./geometry.ts";

/** Frames before and after over which the teacher's way across the floor is evened out, to be followed. */
const FOLLOWED = 30;

/** For every frame, where the hips are on the whole about then: what a camera that follows the teacher would point at. */
function centresOf(track: Track): Float32Array {
  const sums = new Float64Array(track.length + 1);
  track.forEach(({ pose }, i) => {
    sums[i + 1] = (sums[i] ?? 0) + hipsX(pose);
  });
  return Float32Array.from(track, (_, i) => {
    const [from, to] = [Math.max(0, i - FOLLOWED), Math.min(track.length, i + FOLLOWED + 1)];
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  });
}

/** Reads a reference track at any song time, in rising time mostly: the teacher's body now. */
export class Teacher {
  /** The pose of the last `at`, and where its way across the floor had led; one buffer for all. */
  readonly pose: Pose = new Float32Array(POSE_SIZE);
  centre = 0;
  private readonly track: Track;
  private readonly centres: Float32Array;
  private next = 0;

  /** `mirror`: the dancer dances the mirror image, so the teacher shows it. */
  constructor(track: Track, mirror: boolean) {
    this.track = mirror ? track.map(({ time, pose }) => ({ time, pose: mirrorPose(pose) })) : track;
    this.centres = centresOf(this.track);
  }

  /** Some poses of the span about its centre, x = 0: for fitting a teacher that is followed into its canvas. */
  sample(from: number, to: number): Pose[] {
    const poses: Pose[] = [];
    this.track.forEach(({ time, pose }, i) => {
      if (time < from || time > to || i % 4 !== 0) return;
      const centre = this.centres[i] ?? 0;
      poses.push(pose.map((value, j) => (j % 3 === 0 ? value - centre : value)));
    });
    return poses;
  }

  /** The body at a song time, held before the first and after the last frame. */
  at(time: number): Pose {
    const { track, centres } = this;
    if (this.next > 0 && (track[this.next - 1]?.time ?? 0) > time) this.next = 0;
    while (this.next < track.length && (track[this.next]?.time ?? 0) <= time) this.next++;
    const index = Math.max(0, this.next - 1);
    const before = track[index];
    const after = track[this.next] ?? before;
    if (!before || !after) return this.pose;
    const span = after.time - before.time;
    const share = span > 0 ? Math.min(1, Math.max(0, (time - before.time) / span)) : 0;
    const centre = centres[index] ?? 0;
    this.centre = centre + share * ((centres[Math.min(this.next, track.length - 1)] ?? centre) - centre);
    return blendPoses(before.pose, after.pose, share, this.pose);
  }
}
