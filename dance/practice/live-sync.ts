// How much several dancers of one picture are together, while they dance.
//
// The offset of each is found as in sync.ts, by the delay behind the routine, over a wider window that ends with what was
// seen last: a count is told about a second after it was danced. Each is looked for about their own delay on the last
// counts, for somebody may be a beat late all along. One camera sees all and one song is heard by all, so what camera,
// sound and detector lag is the same for everybody and falls out behind the middle of the crew.
import { timeOfCount } from "../music/tempo.ts";
import type { Pose, PoseFrame } from "../pose/pose.ts";
import { delayAt, type Motion, motionOf } from "./delay.ts";
import { BEHIND, LIVE, lagOf, SOUGHT, seekLag } from "./live-lag.ts";
import { median } from "./median.ts";
import { type CountSync, countSync, type SyncClock } from "./sync.ts";

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

/** How much each dancer is behind the routine, in seconds: on a count, and by what is known after it. */
interface Behind {
  readonly delays: readonly (number | null)[];
  /** Null for whoever told none of the last counts. */
  readonly lags: readonly (number | null)[];
}

/** Fed with everybody's pose as it comes, tells count after count how far they lie apart. */
export class LiveSync {
  /** All counts that were told, in their order. */
  told: LiveCount[] = [];
  readonly #clock: SyncClock;
  readonly #dancers: readonly string[];
  readonly #wanted: Motion;
  /** Seconds of the dance that are kept: a pause goes back by up to an eight-count. */
  readonly #kept: number;
  #tracks: PoseFrame[][];
  /** Of each count that was told, how much each dancer is behind the routine. */
  #behind: Behind[] = [];

  constructor(clock: SyncClock, dancers: readonly string[]) {
    this.#clock = clock;
    this.#dancers = dancers;
    const [from, to] = [timeOfCount(clock.tempo, clock.span.from), timeOfCount(clock.tempo, clock.span.to)];
    this.#wanted = motionOf(clock.reference, from - BEHIND, to + BEHIND);
    this.#kept = BEHIND + (8 * 60) / clock.tempo.bpm;
    this.#tracks = dancers.map(() => []);
  }

  /** Everybody's pose at a song time, zeros for whoever is not seen; the counts that this told. Times must rise. */
  feed(time: number, poses: readonly Pose[]): readonly LiveCount[] {
    this.#tracks.forEach((track, i) => {
      const pose = poses[i];
      if (!pose) throw new Error(`no pose of dancer ${i} of ${this.#dancers.length}`);
      const last = track.at(-1);
      if (last && time - last.time > LIVE.gap) track.length = 0;
      track.push({ time, pose });
      while ((track[0]?.time ?? time) < time - this.#kept) track.shift();
    });
    const before = this.told.length;
    while (this.#next < this.#clock.span.to && time >= this.#ripeAt) this.#tell(this.#next, time);
    return this.told.length > before ? this.told.slice(before) : NOTHING;
  }

  get #next(): number {
    return this.#clock.span.from + this.told.length;
  }

  get #lags(): Behind["lags"] {
    return this.#behind.at(-1)?.lags ?? this.#dancers.map(() => null);
  }

  get #ripeAt(): number {
    const known = this.#lags.filter((it) => it !== null);
    const after = known.length === 0 ? SOUGHT : LIVE.ripe * LIVE.about + Math.max(0, ...known);
    return timeOfCount(this.#clock.tempo, this.#next) + after;
  }

  #tell(count: number, now: number): void {
    const time = timeOfCount(this.#clock.tempo, count);
    const known = this.#lags;
    const all = median(known.filter((it) => it !== null));
    const found = this.#tracks.map((track, i) => {
      const own = motionOf(track, Math.max(track[0]?.time ?? now, now - BEHIND), now);
      const lag = known[i] ?? seekLag(this.#wanted, own, now, all);
      const delay = lag === null ? null : delayAt(this.#wanted, own, time, LIVE.about, lag, LIVE.reach);
      return { lag: known[i] === null ? lag : null, delay: delay?.seconds ?? null };
    });
    const delays = found.map(({ delay }) => delay);
    const lags = found.map(
      ({ lag }, i) => lagOf([...this.#behind.map((it) => it.delays[i] ?? null), delays[i] ?? null]) ?? lag,
    );
    this.#behind.push({ delays, lags });
    const told = delays.filter((it) => it !== null);
    const middle = median(told);
    const offsets = delays.map((it) => (it === null || middle === null || told.length < 2 ? null : it - middle));
    this.told.push({ ...countSync(count, this.#dancers, delays), offsets });
  }

  /** What the last counts tell together. */
  get now(): LiveNow {
    const last = this.told.slice(-LIVE.recent);
    const spreads = last.flatMap(({ spread }) => spread ?? []);
    const squares = spreads.reduce((sum, it) => sum + it * it, 0);
    return {
      spread: spreads.length > 0 ? Math.sqrt(squares / spreads.length) : null,
      offsets: this.#dancers.map((_, i) => median(last.flatMap(({ offsets }) => offsets[i] ?? []))),
    };
  }

  /** After a pause: everything from a song time on is danced again. */
  rewind(time: number): void {
    this.told = this.told.filter(({ count }) => timeOfCount(this.#clock.tempo, count) < time);
    this.#behind.length = this.told.length;
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
