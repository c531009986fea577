/** Seconds. Beyond `jump` the media clock is believed at once; below it the difference is worn off by `share`. */
const RULES = { jump: 0.15, share: 0.12, stale: 0.35 } as const;

/**
 * A smooth song time out of a media clock that moves in steps. Between the steps it runs with the wall clock at the
 * playback rate; it never runs backwards unless it is set. All times in seconds.
 */
export class SmoothClock {
  #time = 0;
  #readAt = 0;
  #media = Number.NaN;
  #movedAt = 0;

  /** After a seek, a start or a stop: the time is this, now. */
  set(media: number, now: number): void {
    this.#time = media;
    this.#readAt = now;
    this.#media = media;
    this.#movedAt = now;
  }

  /** The song time, given what the media clock says at wall time `now` while it plays at `rate`. */
  read(media: number, now: number, rate: number): number {
    let next = this.#time + (now - this.#readAt) * rate;
    if (media !== this.#media) {
      this.#media = media;
      this.#movedAt = now;
      const error = media - next;
      next += Math.abs(error) > RULES.jump ? error : error * RULES.share;
    }
    const most = this.#media + (Math.min(RULES.stale, now - this.#movedAt) + RULES.jump) * rate; // the sound has stalled
    this.#time = Math.max(this.#time, Math.min(next, most));
    this.#readAt = now;
    return this.#time;
  }
}
