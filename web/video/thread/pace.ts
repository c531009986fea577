/** Frames a second that are judged at most. */
const MOST = 30;
/** How much sooner than due a frame may come, in seconds: clocks of files tremble. */
const EARLY = 1 / 240;

/** Frames a second that are left of so many: each one up to 30, every second one of 60, and so on. */
export const keptRate = (rate: number): number => rate / Math.ceil(rate * (1 / MOST - EARLY) - 1e-6);

/** Which frames of a file are judged: each comes with its own time, evenly spaced or not. */
export class Pace {
  private last: number;

  /** Frames up to `after` (seconds of file time) are behind us; -1 for none. */
  constructor(after: number) {
    this.last = after < 0 ? Number.NEGATIVE_INFINITY : after;
  }

  /** Whether the frame of this time is judged. Those before the file's own beginning are not. */
  takes(time: number): boolean {
    if (time < 0 || time < this.last + 1 / MOST - EARLY) return false;
    this.last = time;
    return true;
  }
}
