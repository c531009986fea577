import { countAtTime, timeOfCount } from "#dance/music/tempo.ts";
import { POSE_SIZE, type Pose, type PoseFrame, snapPose, snapTime } from "#dance/pose/pose.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import type { Judgement } from "#dance/scoring/result.ts";
import { Take, type TakeSettings } from "#dance/take/take.ts";

const NOBODY: Pose = new Float32Array(POSE_SIZE);
const NOTHING: readonly Judgement[] = [];

/** A take being danced and the frames it was fed; can go back to the start of an eight-count after a pause. */
export class TakeRun {
  readonly frames: PoseFrame[] = [];
  private readonly reference: Reference;
  private readonly settings: TakeSettings;
  private take: Take;

  constructor(reference: Reference, settings: TakeSettings) {
    this.reference = reference;
    this.settings = settings;
    this.take = new Take(reference, settings);
  }

  get combo(): number {
    return this.take.combo;
  }
  get score(): number | null {
    return this.take.score;
  }

  /** Feeds a sighting at its song time; null is nobody in the picture. Times that do not rise are dropped. */
  feed(time: number, pose: Pose | null): readonly Judgement[] {
    const frame = { time: snapTime(time), pose: snapPose(pose ?? NOBODY) };
    const last = this.frames.at(-1);
    if (last && frame.time <= last.time) return NOTHING;
    this.frames.push(frame);
    return this.take.feed(frame);
  }

  /** Song time of the start of the eight-count under way at `time`, or of one `back` before it; never before the section. */
  startOfEightCount(time: number, back = 0): number {
    const { tempo, from } = this.reference;
    const eight = (Math.floor((countAtTime(tempo, time) + 1e-6) / 8) - back) * 8;
    return Math.max(from, timeOfCount(tempo, eight));
  }

  /** Forgets all frames from `time` on, as if it had come to here undisturbed: what was kept is judged again. */
  rewind(time: number): void {
    // An empty list ends it, also where everything is forgotten (time is -Infinity).
    for (let last = this.frames.at(-1); last && last.time >= time; last = this.frames.at(-1)) this.frames.pop();
    this.take = new Take(this.reference, this.settings);
    for (const frame of this.frames) this.take.feed(frame);
  }

  result() {
    return this.take.result();
  }
}
