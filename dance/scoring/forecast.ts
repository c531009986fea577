import { JOINTS, SEGMENTS } from "../pose/body.ts";
import type { Cells } from "../pose/cells.ts";
import { type Directions, directionsOf } from "../pose/directions.ts";
import { Room } from "../pose/room.ts";
import { type Assessment, assess, type Judged } from "./assess.ts";
import { timingAt } from "./curves.ts";
import type { Vectors } from "./lag.ts";
import type { Reference } from "./reference.ts";
import { FULL_SCORE } from "./result.ts";
import { RULES } from "./rules.ts";

const S = SEGMENTS.length;
/** Cells of the stretch that is judged at a time: 20 s, so that it costs the same in a long song as in a short section. */
const STRETCH = 300;
/** Keyframes that far from the stretch's beginning have all of their window in it. */
const WITHIN = RULES.reach + RULES.stride;
/** Keyframes after which it is looked for the first time, and after how many more again. */
const FIRST = 4;
const EVERY = 8;

/** A stretch of cells: from `first` on, before `last`. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** What a take under way would be worth if it ended now: judged as it will be at its end, by the last 20 s at a time. */
export class Forecast {
  readonly #reference: Reference;
  readonly #room = new Room();
  /** Share of its points that each keyframe kept when it was last judged, and how much of it was seen. */
  readonly #kept: Float64Array;
  readonly #seen: Float64Array;
  #looked = 0;
  #score: number | null = null;

  constructor(reference: Reference) {
    this.#reference = reference;
    this.#kept = new Float64Array(reference.keyframes.length);
    this.#seen = new Float64Array(reference.keyframes.length);
  }

  /** 0..FULL_SCORE, after `judged` keyframes; null before there is enough to tell. Judges anew once an eight-count and at the end. */
  after(judged: number, cells: Cells): number | null {
    const due = this.#looked === 0 ? FIRST : this.#looked - (this.#looked % EVERY) + EVERY;
    const ended = judged === this.#kept.length && judged > this.#looked;
    if (judged >= due || ended) this.#look(judged, cells);
    return this.#score;
  }

  #look(judged: number, cells: Cells): void {
    const { weights } = this.#reference;
    const last = cells.whole;
    const stretch = { first: Math.max(0, last - STRETCH), last };
    const from = stretch.first === 0 ? 0 : weights.cells.findIndex((cell) => cell >= stretch.first + WITHIN);
    if (from < 0 || from >= judged) return;
    this.#room.clear();
    const part = cutReference(this.#reference, stretch, from, judged, this.#room);
    this.#note(from, assess(part, directionsOf(cutCells(cells, stretch, this.#room), this.#room), this.#room));
    this.#looked = judged;
    this.#score = this.#sum(judged);
  }

  #note(from: number, { marks, offsets, mirror }: Assessment): void {
    for (let k = 0; k < offsets.length; k++) {
      this.#kept[from + k] = (marks.kept[k] as number) * timingAt(offsets[k] as number) * mirror;
      this.#seen[from + k] = marks.coverage[k] as number;
    }
  }

  /** As points.ts adds a whole take up. */
  #sum(judged: number): number {
    const { keyframes } = this.#reference.weights;
    let [all, coverage, told, sum] = [0, 0, 0, 0];
    for (let k = 0; k < judged; k++) {
      const weight = keyframes[k] as number;
      const seen = this.#seen[k] as number;
      all += weight;
      coverage += weight * seen;
      if (seen < RULES.coverage) continue;
      told += weight;
      sum += weight * (this.#kept[k] as number);
    }
    return told > 0 ? Math.round((FULL_SCORE * sum * Math.min(1, coverage / all / RULES.coverage)) / told) : 0;
  }
}

/** What keyframes `from` to `to` of a reference are judged by, in a stretch of it. */
function cutReference(reference: Reference, stretch: Stretch, from: number, to: number, room: Room): Judged {
  const { directions, velocities, mirror, depth, weights, trembling } = reference;
  const vectors = (of: Vectors) => ({
    count: stretch.last - stretch.first,
    x: cut(of.x, S, of.count, stretch, room),
    y: cut(of.y, S, of.count, stretch, room),
  });
  const pointing = (of: Directions) => ({ ...vectors(of), masks: of.masks.subarray(stretch.first, stretch.last) });
  return {
    directions: pointing(directions),
    velocities: { ...vectors(velocities), squares: cut(velocities.squares, S, velocities.count, stretch, room) },
    depth: cut(depth, S, directions.count, stretch, room),
    mirror: { ...mirror, directions: pointing(mirror.directions), velocities: vectors(mirror.velocities) },
    trembling,
    weights: {
      ...weights,
      segments: weights.segments.subarray(from * S, to * S),
      keyframes: weights.keyframes.subarray(from, to),
      cells: weights.cells.slice(from, to).map((cell) => cell - stretch.first),
    },
  };
}

const cutCells = ({ count, sumX, sumY, seconds }: Cells, stretch: Stretch, room: Room) => ({
  count: stretch.last - stretch.first,
  sumX: cut(sumX, JOINTS.length, count, stretch, room),
  sumY: cut(sumY, JOINTS.length, count, stretch, room),
  seconds: cut(seconds, JOINTS.length, count, stretch, room),
});

/** The stretch of columns of so many cells that stand one after another. */
function cut(of: Float64Array, columns: number, count: number, { first, last }: Stretch, room: Room): Float64Array {
  const out = room.floats(columns * (last - first));
  for (let c = 0; c < columns; c++) out.set(of.subarray(c * count + first, c * count + last), c * (last - first));
  return out;
}
