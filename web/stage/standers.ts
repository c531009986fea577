import { Follower } from "#dance/pose/follower.ts";
import { POSE_SIZE, type Pose } from "#dance/pose/pose.ts";
import { PoseSmoother } from "#dance/pose/smooth.ts";
import { goneOf, OPEN_ROSTER, ROSTER, type Roster, type StanderHint, stepRoster } from "#dance/practice/roster.ts";
import type { CrowdSighting } from "../detector/types.ts";

const NOBODY: Pose = new Float32Array(POSE_SIZE);

/** One who stands before the camera, for words beside the picture. */
export interface Standing {
  readonly number: number;
  readonly hint: StanderHint | null;
  /** In the dance: not seen for a moment. */
  readonly gone: boolean;
}

/** Who stands before the camera: everybody followed from picture to picture. */
export class Standers {
  private follower = new Follower();
  private roster: Roster = OPEN_ROSTER;
  private readonly smoothers = new Map<number, PoseSmoother>();

  /** Looks once more; everybody's pose in the order of `numbers`, zeros for whoever is not seen. */
  see({ at, bodies }: CrowdSighting, aspect: number, dancing: boolean): readonly Pose[] {
    const seen = this.follower.step({ time: at / 1000, bodies }, !dancing);
    this.roster = stepRoster(this.roster, { cameraTime: at / 1000, bodies: seen, aspect, dancing });
    return this.roster.standers.map(({ id }) => seen.find((it) => it.id === id)?.pose ?? NOBODY);
  }

  /** The numbers of all who stand there, rising. */
  get numbers(): readonly number[] {
    return this.roster.standers.map(({ number }) => number);
  }

  /** Those who are seen now dance, and nobody else; false, and nothing done, where they are too few. */
  lock(): boolean {
    const { standers, cameraTime } = this.roster;
    const there = standers.filter(({ seenAt }) => cameraTime - seenAt < ROSTER.gone);
    if (there.length < ROSTER.least) return false;
    this.roster = { ...this.roster, standers: there };
    this.follower.keep(there.map(({ id }) => id));
    return true;
  }

  /** Everybody for words; who is gone is told in the dance alone. */
  look(dancing: boolean): readonly Standing[] {
    const gone = dancing ? goneOf(this.roster) : [];
    return this.roster.standers.map((it) => ({ number: it.number, hint: it.hint, gone: gone.includes(it) }));
  }

  /** The poses of a look, smoothed for the eye; what is compared is as it was seen. Null for whoever is not seen. */
  smooth(poses: readonly Pose[], at: number): readonly (Pose | null)[] {
    return this.roster.standers.map(({ id }, i) => {
      const pose = poses[i];
      if (!pose || pose === NOBODY) return null;
      const smoother = this.smoothers.get(id) ?? new PoseSmoother();
      this.smoothers.set(id, smoother);
      return smoother.smooth(pose.slice(), at / 1000);
    });
  }

  /** Whoever stands there is seen anew. */
  forget(): void {
    this.follower = new Follower();
    this.roster = OPEN_ROSTER;
    this.smoothers.clear();
  }
}
