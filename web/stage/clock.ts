/** Differences beyond this many seconds between the song and our reckoning are jumps, not jitter. */
const JUMP = 0.06;
/** Share of a small difference that is taken over at each look. */
const EASE = 0.08;

/** What the clock asks of the song. */
export interface Timed {
  time(): number;
  readonly ended: boolean;
}

/**
 * Song time at any moment of performance.now(). While the dancer is counted in it runs towards `from` by itself; while
 * the song plays it follows the song, evenly; after the song it runs on, so that the last count can be judged.
 */
export class SongClock {
  song: Timed;
  private rate = 1;
  /** Song time at moment 0 of performance.now(), were it always running; null while it stands still. */
  private zero: number | null = null;
  private still = 0;
  private following = false;

  constructor(song: Timed) {
    this.song = song;
  }

  /** Runs by itself so that song time `from` falls on the moment `atMs`. */
  countIn(from: number, atMs: number, rate: number): void {
    this.rate = rate;
    this.zero = from - (atMs / 1000) * rate;
    this.following = false;
  }

  /** Follows the song from now on. */
  follow(): void {
    this.following = true;
  }

  /** Goes on at another rate from this moment. */
  turnTo(rate: number, nowMs: number): void {
    if (this.zero !== null) this.zero = this.time(nowMs) - (nowMs / 1000) * rate;
    this.rate = rate;
  }

  /** Stands still. */
  stop(nowMs: number): void {
    this.still = this.time(nowMs);
    this.zero = null;
    this.following = false;
  }

  /** Looks at the song; call once a frame. */
  look(nowMs: number): void {
    if (!this.following || this.zero === null || this.song.ended) return;
    const told = this.song.time() - (nowMs / 1000) * this.rate;
    const apart = told - this.zero;
    this.zero = Math.abs(apart) > JUMP ? told : this.zero + EASE * apart;
  }

  /** Song time in seconds at a moment in milliseconds. */
  time(atMs: number): number {
    return this.zero === null ? this.still : this.zero + (atMs / 1000) * this.rate;
  }
}
