import { SEGMENTS } from "../pose/body.ts";
import type { Directions } from "../pose/directions.ts";

const S = SEGMENTS.length;
/** Cells between the three looks at a segment: far enough that trembling in them has nothing to do with each other. */
const STRIDE = 3;
/** At most about so many cells are looked at, evenly spread. */
const SAMPLES = 240;
const FEWEST = 8;
/** The quarter that bends least: most of it is taken while the segment holds still, so that dancing hardly counts. */
const QUARTER = 0.25;
/** What a quarter of a body that only trembles lies below: -ln(1 - 1/4) of the mean (an exponential law in two dimensions). */
const QUARTILE = -Math.log(1 - QUARTER);
/** No detector trembles more while it sees a body: 0.14 of a limb's length. */
const MOST = 0.02;
/** a - 2 b + c of three equal and independent errors has this many times the variance of one. */
const BEND = 6;

/**
 * How much each segment trembles by the detector's fault: mean squared error (lengths squared, x and y together), from
 * second differences as in von Neumann et al., "The mean square successive difference", Ann. Math. Stat. 12, 1941.
 */
export function tremblingOf({ count, x, y, masks }: Directions): Float64Array {
  const out = new Float64Array(S);
  const step = Math.max(1, Math.floor(count / SAMPLES));
  const bends = new Float64Array(Math.ceil(count / step));
  for (let s = 0; s < S; s++) {
    let n = 0;
    for (let i = STRIDE; i < count - STRIDE; i += step) {
      const seen = (masks[i - STRIDE] as number) & (masks[i] as number) & (masks[i + STRIDE] as number);
      if (((seen >> s) & 1) === 0) continue;
      const b = s * count + i;
      const a = b - STRIDE;
      const c = b + STRIDE;
      const dx = (x[a] as number) - 2 * (x[b] as number) + (x[c] as number);
      const dy = (y[a] as number) - 2 * (y[b] as number) + (y[c] as number);
      bends[n++] = dx * dx + dy * dy;
    }
    if (n < FEWEST) continue;
    const sorted = bends.subarray(0, n).sort();
    out[s] = Math.min(MOST, (sorted[Math.floor(n * QUARTER)] as number) / QUARTILE / BEND);
  }
  return out;
}
