/** A device that takes longer than this for a pose, in ms, is spared: its pictures are painted half as often. */
const SLOW_MS = 25;
/** Least milliseconds between two paintings there; a little less than two of a 60 Hz screen. */
const SPARED_MS = 28;

/** How often the stage is painted. */
export class Pace {
  private paintedMs = 0;
  private everyMs = 0;

  /** Heeds how long the detector worked on a picture. */
  heed(workMs: number): void {
    this.everyMs = workMs > SLOW_MS ? SPARED_MS : 0;
  }

  /** Whether to paint in this frame. */
  isDue(now: number): boolean {
    if (now - this.paintedMs < this.everyMs) return false;
    this.paintedMs = now;
    return true;
  }
}
