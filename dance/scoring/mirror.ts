import { SEGMENTS } from "../pose/body.ts";
import type { Directions } from "../pose/directions.ts";
import { ALL_SEGMENTS, correlate, findLag, type Lag, type Velocities } from "./lag.ts";

const S = SEGMENTS.length;
/** For each segment, the same one on the other side; the shoulder line (6) turns round instead. */
const OTHER = [0, 3, 4, 1, 2, 5, 6, 9, 10, 7, 8] as const;
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

/** The same motion with sides exchanged; so are its velocities. */
export function mirrorOf(of: Directions): Directions {
  return { ...of, ...exchanged(of), masks: of.masks.map(exchangedMask) };
}

function exchanged(of: Velocities): Velocities {
  const out = { count: of.count, x: new Float64Array(of.x.length), y: new Float64Array(of.x.length) };
  for (let at = 0; at < of.x.length; at += S) {
    for (let s = 0; s < S; s++) {
      const from = at + (OTHER[s] as number);
      const turn = s === SHOULDERS ? -1 : 1;
      out.x[at + s] = -turn * (of.x[from] as number);
      out.y[at + s] = turn * (of.y[from] as number);
    }
  }
  return out;
}

const exchangedMask = (mask: number): number =>
  OTHER.reduce<number>((out, other, s) => out | (((mask >> other) & 1) << s), 0);

/** Mean squared distance between two motions, the second shifted by `lag` cells, over segments seen in both. */
export function distance(a: Directions, b: Directions, lag: number): number {
  const step = Math.max(1, Math.floor(a.count / SAMPLES));
  let [sum, n] = [0, 0];
  for (let i = Math.max(0, -lag); i < Math.min(a.count, b.count - lag); i += step) {
    const seen = (a.masks[i] as number) & (b.masks[i + lag] as number);
    for (let s = 0, p = i * S, q = (i + lag) * S; s < S; s++, p++, q++) {
      if (((seen >> s) & 1) === 0) continue;
      const x = (a.x[p] as number) - (b.x[q] as number);
      const y = (a.y[p] as number) - (b.y[q] as number);
      sum += x * x + y * y;
      n++;
    }
  }
  return n > 0 ? sum / n : 0;
}

/** How one-sided a reference is: its distance to its own mirror image. */
export const oneSidedness = (of: Directions): number => distance(of, mirrorOf(of), 0);

/** Share kept of a take that may be the mirror image of the reference, 1..0; 1 where the reference is alike on both sides. */
export function mirrorShare(
  reference: Directions,
  velocity: Velocities,
  oneSided: number,
  take: Directions,
  takeVelocity: Velocities,
  lag: Lag,
): number {
  if (oneSided < ALIKE) return 1;
  const mirror = mirrorOf(take);
  const mirrorLag = findLag(correlate(velocity, exchanged(takeVelocity)), ALL_SEGMENTS);
  const straight = distance(reference, take, lag.cells);
  const mirrored = distance(reference, mirror, mirrorLag.cells);
  const nearer = (mirrored - straight) / (oneSided + ONE_SIDED);
  const t = Math.min(1, Math.max(0, (nearer - MIRRORED) / (NOT_MIRRORED - MIRRORED)));
  return t * t * (3 - 2 * t);
}
