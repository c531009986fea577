import { SEGMENTS, SHANKS, SHOULDERS } from "../pose/body.ts";
import type { Directions } from "../pose/directions.ts";

const S = SEGMENTS.length;
/** Where a segment that looks short points most often, seen from the camera: knees bend backwards, all else comes forwards. */
const FORWARDS: readonly number[] = SEGMENTS.map((_, s) => (s === SHOULDERS ? 0 : SHANKS.includes(s) ? -1 : 1));
/** Sine of the greatest difference of two cameras that is taken out: 30 degrees. */
const MOST = 0.5;
/** A segment this much shorter than its length may be so by trembling alone. */
const TREMBLING = 0.05;
/** How much evidence weighs as much as the guess that both cameras face the dancer, in squared lengths. */
const GUESS = 20;
/** How little an error counts that is no camera's: a half at 0.22 of the length. */
const DOUBT = 20;
const PASSES = 2;

/** How far every segment comes towards the camera in every cell, by how short it looks (lengths; segment * count + cell). */
export function depthOf({ count, x, y, masks }: Directions): Float64Array {
  const out = new Float64Array(S * count);
  for (let s = 0; s < S; s++) {
    const forwards = FORWARDS[s] as number;
    for (let i = 0, at = s * count; forwards !== 0 && i < count; i++, at++) {
      if ((((masks[i] as number) >> s) & 1) === 0) continue;
      const long = (x[at] as number) ** 2 + (y[at] as number) ** 2;
      out[at] = forwards * Math.sqrt(Math.max(0, 1 - long - TREMBLING));
    }
  }
  return out;
}

/**
 * Turns the take as if its camera stood where the reference's did. A camera that is off to the side by an angle a shifts every
 * segment sideways by its depth times sin a; a is found by least squares, errors that no camera makes counting little
 * (iteratively reweighted, as in Holland and Welsch, Comm. Stat. 6, 1977), and the depth is the reference's.
 */
export function turnAs(reference: Directions, depth: Float64Array, take: Directions, lags: Int8Array): void {
  let sine = 0;
  for (let pass = 0; pass < PASSES; pass++) sine += leftOver(reference, depth, take, lags, sine);
  sine = Math.max(-MOST, Math.min(MOST, sine));
  const { count: n } = reference;
  const { count: m, x } = take;
  for (let i = 0, done = 0; i < n; i++) {
    // A cell that the path of lags skipped goes with the next.
    for (const end = Math.min(m, i + (lags[i] as number) + 1); done < end; done++)
      for (let s = 0; s < S; s++) (x[s * m + done] as number) -= sine * (depth[s * n + i] as number);
  }
}

/** The sine that explains best what a first one leaves of the sideways errors. */
function leftOver(reference: Directions, depth: Float64Array, take: Directions, lags: Int8Array, sine: number): number {
  const { count: n, x: rx, masks: shown } = reference;
  const { count: m, x: tx, masks: told } = take;
  let [shared, squares] = [0, GUESS];
  for (let s = 0; s < S; s++)
    for (let i = 0, p = s * n; i < n; i++, p++) {
      const z = depth[p] as number;
      const j = i + (lags[i] as number);
      if (z === 0 || j < 0 || j >= m || ((((shown[i] as number) & (told[j] as number)) >> s) & 1) === 0) continue;
      const error = (tx[s * m + j] as number) - (rx[p] as number) - sine * z;
      const weight = 1 / (1 + DOUBT * error * error);
      shared += weight * error * z;
      squares += weight * z * z;
    }
  return shared / squares;
}
