// How much several dancers of one picture are together, while they dance.
//
// The offset of each is found as in sync.ts, by the delay behind the routine, over a wider window that ends with what was
// seen last: a count is told about a second after it was danced. One camera sees all and one song is heard by all, so what
// camera, sound and detector lag is the same for everybody and falls out behind the middle of the crew.
import { timeOfCount } from "../music/tempo.ts";
import type { Pose, PoseFrame } from "../pose/pose.ts";
import { DELAY, delayAt, type Motion, motionOf } from "./delay.ts";
import { median } from "./median.ts";
import { type CountSync, countSync, SYNC, type SyncClock } from "./sync.ts";

export const LIVE = {
  /** Seconds to either side of a count that are compared; the first time, when nobody's lag is known. */
  about: 0.95,
  first: 1.4,
  /** Share of the window's second half that must have been seen before a count is told. */
  ripe: 0.75,
  /** Seconds about what all lag by in which each is looked for. */
  reach: 0.42,
  /** Counts by which somebody is told late or early now, and by which what all lag by is known. */
  recent: 4,
  known: 16,
  /** Seconds without a picture in which nobody was seen. */
  gap: 1,
} as const;

/** A count that was told: its spread, and how late (+) each lies behind the middle of those who tell it. */
export interface LiveCount extends CountSync {
  readonly offsets: readonly (number | null)[];
}

/** What is told of the last counts together. */
export interface LiveNow {
  /** Root mean square over the last counts, in seconds; null where none tells. */
  readonly spread: number | null;
  /** Middle of each dancer's last offsets, in seconds. */
  readonly offsets: readonly (number | null)[];
}

const NOTHING: readonly LiveCount[] = [];

/** Fed with everybody's pose as it comes, tells count after count how far they lie apart. */
export class LiveSync {
  /** All counts that were told, in their order. */
  told: LiveCount[] = [];
  readonly #clock: SyncClock;
  readonly #members: readonly string[];
  readonly #wanted: Motion;
  #tracks: PoseFrame[][];
  #next: number;
  /** Delays behind the routine of all who told the last counts. */
  #delays: number[] = [];

  constructor(clock: SyncClock, members: readonly string[]) {
    this.#clock = clock;
    this.#members = members;
    const [from, to] = [timeOfCount(clock.tempo, clock.span.from), timeOfCount(clock.tempo, clock.span.to)];
    const room = LIVE.first + SYNC.lag;
    this.#wanted = motionOf(clock.reference, from - room, to + room);
    this.#tracks = members.map(() => []);
    this.#next = clock.span.from;
  }

  /** Everybody's pose at a song time, zeros for whoever is not seen; the counts that this told. Times must rise. */
  feed(time: number, poses: readonly Pose[]): readonly LiveCount[] {
    this.#tracks.forEach((track, i) => {
      const pose = poses[i];
      if (!pose) throw new Error(`no pose of dancer ${i} of ${this.#members.length}`);
      const last = track.at(-1);
      if (last && time - last.time > LIVE.gap) track.length = 0;
      track.push({ time, pose });
      while ((track[0]?.time ?? time) < time - 2 * (LIVE.first + SYNC.lag)) track.shift();
    });
    if (this.#next >= this.#clock.span.to || time < this.#ripeAt) return NOTHING;
    const fresh: LiveCount[] = [];
    while (this.#next < this.#clock.span.to && time >= this.#ripeAt) fresh.push(this.#tell(this.#next++));
    this.told.push(...fresh);
    return fresh;
  }

  get #lag(): number | null {
    return median(this.#delays);
  }

  get #ripeAt(): number {
    const lag = this.#lag;
    // As long as nobody's lag is known, whoever lags by the most must have shown enough of the wider window.
    const after =
      lag === null ? (2 * DELAY.shown - 1) * LIVE.first + SYNC.lag : LIVE.ripe * LIVE.about + Math.max(0, lag);
    return timeOfCount(this.#clock.tempo, this.#next) + after;
  }

  #tell(count: number): LiveCount {
    const time = timeOfCount(this.#clock.tempo, count);
    const lag = this.#lag;
    const delays = this.#tracks.map((track) => {
      const own = motionOf(track, track[0]?.time ?? 0, track.at(-1)?.time ?? 0);
      return lag === null
        ? delayAt(this.#wanted, own, time, LIVE.first, 0, SYNC.lag)
        : delayAt(this.#wanted, own, time, LIVE.about, lag, LIVE.reach);
    });
    const seconds = delays.map((it) => it?.seconds ?? null);
    const told = seconds.filter((it) => it !== null);
    // Who dances alone tells what all lag by as little as who dances something else.
    if (told.length >= 2) this.#delays = [...this.#delays, ...told].slice(-LIVE.known * this.#members.length);
    const middle = median(told);
    const offsets = seconds.map((it) => (it === null || middle === null || told.length < 2 ? null : it - middle));
    return { ...countSync(count, this.#members, seconds), offsets };
  }

  /** What the last counts tell together. */
  get now(): LiveNow {
    const last = this.told.slice(-LIVE.recent);
    const spreads = last.flatMap(({ spread }) => spread ?? []);
    const squares = spreads.reduce((sum, it) => sum + it * it, 0);
    return {
      spread: spreads.length > 0 ? Math.sqrt(squares / spreads.length) : null,
      offsets: this.#members.map((_, i) => median(last.flatMap(({ offsets }) => offsets[i] ?? []))),
    };
  }

  /** After a pause: everything from a song time on is danced again. */
  rewind(time: number): void {
    this.told = this.told.filter(({ count }) => timeOfCount(this.#clock.tempo, count) < time);
    this.#next = this.#clock.span.from + this.told.length;
    this.#tracks = this.#tracks.map((track) => track.filter((frame) => frame.time < time));
  }
}

/**
 * How late (+) each lies beside the others, in seconds, from the offsets behind their middle. The middle of two lies between
 * them and nobody can say which is off: the later one is as much behind as they lie apart, the other is not told.
 */
export function besideOthers(offsets: readonly (number | null)[]): readonly (number | null)[] {
  const told = offsets.filter((it) => it !== null);
  if (told.length !== 2) return offsets;
  const [early, late] = [Math.min(...told), Math.max(...told)];
  return offsets.map((it) => (it === late && late > early ? late - early : null));
}
