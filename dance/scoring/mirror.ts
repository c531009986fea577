import { SEGMENTS } from "../pose/body.ts";
import { type Directions, gap } from "../pose/directions.ts";
import { ALL_SEGMENTS, correlate, findLag, type Lag, type Vectors } from "./lag.ts";

const S = SEGMENTS.length;
/** For each segment, the same one on the other side; the shoulder line (6) turns round instead. */
const OTHER: readonly number[] = [0, 3, 4, 1, 2, 5, 6, 9, 10, 7, 8];
const SHOULDERS = 6;
/** Likeness is measured on at most about so many cells, evenly spread. */
const SAMPLES = 400;
/** A reference nearer than this to its own mirror image cannot be danced mirrored: 6 degrees all over. */
const ALIKE = 0.01;
/** How one-sided a reference must be for the question to have an answer (mean squared distance to its own mirror image). */
const ONE_SIDED = 0.05;
/** How much nearer the take is to the reference than its mirror image is, -1..1: mirrored below, surely not above. */
const MIRRORED = -0.5;
const NOT_MIRRORED = -0.2;

/** A motion with its sides exchanged, and its velocities. */
export interface Mirrored {
  readonly directions: Directions;
  readonly velocities: Vectors;
  /** How unlike the motion itself it is (mean squared distance). */
  readonly apart: number;
}

/** The mirror image of a reference. */
export function mirrorOf(of: Directions, velocities: Vectors): Mirrored {
  const directions = { ...exchanged(of), masks: of.masks.map(exchangedMask) };
  return { directions, velocities: exchanged(velocities), apart: distance(of, directions, 0) };
}

function exchanged(of: Vectors): Vectors {
  const out = { count: of.count, x: new Float64Array(of.x.length), y: new Float64Array(of.x.length) };
  for (let s = 0; s < S; s++) {
    const turn = s === SHOULDERS ? -1 : 1;
    for (let i = 0, to = s * of.count, from = (OTHER[s] as number) * of.count; i < of.count; i++, to++, from++) {
      out.x[to] = -turn * (of.x[from] as number);
      out.y[to] = turn * (of.y[from] as number);
    }
  }
  return out;
}

const exchangedMask = (mask: number): number => OTHER.reduce((out, other, s) => out | (((mask >> other) & 1) << s), 0);

/** Mean squared distance between two motions, the second shifted by `lag` cells, over segments seen in both. */
function distance(a: Directions, b: Directions, lag: number, order = ALL_SEGMENTS): number {
  const step = Math.max(1, Math.floor(a.count / SAMPLES));
  let [sum, n] = [0, 0];
  for (let i = Math.max(0, -lag); i < Math.min(a.count, b.count - lag); i += step) {
    const seen = (a.masks[i] as number) & (b.masks[i + lag] as number);
    for (const s of order) {
      if (((seen >> s) & 1) === 0) continue;
      const p = s * a.count + i;
      const q = s * b.count + i + lag;
      sum += gap(a.x[p] as number, a.y[p] as number, b.x, b.y, q);
      n++;
    }
  }
  return n > 0 ? sum / n : 0;
}

/** Share kept of a take that may be the mirror image of the reference, 1..0; 1 where the reference is alike on both sides. */
export function mirrorShare(
  reference: Directions,
  mirror: Mirrored,
  take: Directions,
  velocity: Vectors,
  lag: Lag,
): number {
  if (mirror.apart < ALIKE) return 1;
  // The reference is mirrored, not the take: it is the same, and done once for all takes.
  const mirrorLag = findLag(correlate(mirror.velocities, velocity), OTHER);
  const straight = distance(reference, take, lag.cells);
  const mirrored = distance(mirror.directions, take, mirrorLag.cells, OTHER);
  const nearer = (mirrored - straight) / (mirror.apart + ONE_SIDED);
  const t = Math.min(1, Math.max(0, (nearer - MIRRORED) / (NOT_MIRRORED - MIRRORED)));
  return t * t * (3 - 2 * t);
}
