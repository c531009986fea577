import { mirrorPose, POSE_SIZE, type Pose, type Track } from "#dance/pose/pose.ts";
import { blendPoses } from "./geometry.ts";

/** Reads a reference track at any song time, in rising time mostly: the teacher's body now. */
export class Teacher {
  /** The pose of the last `at`; one buffer for all. */
  readonly pose: Pose = new Float32Array(POSE_SIZE);
  private readonly track: Track;
  private next = 0;

  /** `mirror`: the dancer dances the mirror image, so the teacher shows it. */
  constructor(track: Track, mirror: boolean) {
    this.track = mirror ? track.map(({ time, pose }) => ({ time, pose: mirrorPose(pose) })) : track;
  }

  /** Some poses of the span, for fitting the teacher into its canvas. */
  sample(from: number, to: number): Pose[] {
    const some = this.track.filter(({ time }, i) => time >= from && time <= to && i % 4 === 0).map(({ pose }) => pose);
    return some.length > 0 ? some : this.track.slice(0, 1).map(({ pose }) => pose);
  }

  /** The body at a song time, held before the first and after the last frame. */
  at(time: number): Pose {
    const { track } = this;
    if (this.next > 0 && (track[this.next - 1]?.time ?? 0) > time) this.next = 0;
    while (this.next < track.length && (track[this.next]?.time ?? 0) <= time) this.next++;
    const before = track[this.next - 1] ?? track[0];
    const after = track[this.next] ?? before;
    if (!before || !after) return this.pose;
    const span = after.time - before.time;
    const share = span > 0 ? Math.min(1, Math.max(0, (time - before.time) / span)) : 0;
    return blendPoses(before.pose, after.pose, share, this.pose);
  }
}
