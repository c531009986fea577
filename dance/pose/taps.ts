/**
 * The three whole numbers a, b, c (in 1/32) by which a step of a channel is best foretold from the three steps before
 * it (least squares). Only writers need this: a reader takes whatever taps stand in the stream.
 */
export function bestTaps(values: Int32Array): Int8Array {
  const sums = new Float64Array(10); // d1d1 d1d2 d1d3 d2d2 d2d3 d3d3, then step times d1, d2, d3
  let d1 = 0;
  let d2 = 0;
  let d3 = 0;
  for (let i = 1; i < values.length; i++) {
    const step = (values[i] as number) - (values[i - 1] as number);
    const products = [d1 * d1, d1 * d2, d1 * d3, d2 * d2, d2 * d3, d3 * d3, step * d1, step * d2, step * d3];
    for (let p = 0; p < 9; p++) sums[p] = (sums[p] as number) + (products[p] as number);
    d3 = d2;
    d2 = d1;
    d1 = step;
  }
  return Int8Array.from(solve(sums), (tap) => Math.max(-128, Math.min(127, Math.round(tap * 32))));
}

/** Cramer's rule on the symmetric 3 x 3; zeros where nothing moves. */
function solve(sums: Float64Array): [number, number, number] {
  const [s11, s12, s13, s22, s23, s33, r1, r2, r3] = sums as unknown as number[] as Nine;
  const a = s11 + 1; // keeps a channel without motion solvable
  const b = s22 + 1;
  const c = s33 + 1;
  const det = a * (b * c - s23 * s23) - s12 * (s12 * c - s23 * s13) + s13 * (s12 * s23 - b * s13);
  const x = r1 * (b * c - s23 * s23) - s12 * (r2 * c - s23 * r3) + s13 * (r2 * s23 - b * r3);
  const y = a * (r2 * c - s23 * r3) - r1 * (s12 * c - s23 * s13) + s13 * (s12 * r3 - r2 * s13);
  const z = a * (b * r3 - r2 * s23) - s12 * (s12 * r3 - r2 * s13) + r1 * (s12 * s23 - b * s13);
  return det > 0 ? [x / det, y / det, z / det] : [0, 0, 0];
}

type Nine = [number, number, number, number, number, number, number, number, number];
