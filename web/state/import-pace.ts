import type { ImportJob } from "./imports.ts";

/** Frames after which the time that is left is more than a guess. */
const KNOWN = 30;

/** How long an import takes yet, by what it took since it went on. */
export class ImportPace {
  private at: number | null = null;
  private frames = 0;

  /** It goes on: what was judged before says nothing of the pace now. */
  begin(): void {
    this.at = null;
  }

  /** Seconds left at a moment (ms of any clock), null while that is a guess. */
  left({ frames, facts }: ImportJob, now: number): number | null {
    if (this.at === null) [this.at, this.frames] = [now, frames];
    const done = frames - this.frames;
    if (done < KNOWN) return null;
    return (Math.max(0, facts.frames - frames) * (now - this.at)) / done / 1000;
  }
}
