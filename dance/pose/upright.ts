import { TRUNK } from "./body.ts";
import type { Directions } from "./directions.ts";

/** The mean direction of the trunk as a unit vector (up is 0, -1), or null where it was never seen. */
export function meanTrunk(of: Directions): readonly [number, number] | null {
  let x = 0;
  let y = 0;
  for (let at = TRUNK * of.count; at < (TRUNK + 1) * of.count; at++) {
    x += of.x[at] as number;
    y += of.y[at] as number;
  }
  const length = Math.sqrt(x * x + y * y);
  return length > 1e-6 ? [x / length, y / length] : null;
}

/** Turns all directions in place by the angle whose cosine and sine are given. */
export function turn(of: Directions, cos: number, sin: number): void {
  const { x, y } = of;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i] as number;
    const dy = y[i] as number;
    x[i] = cos * dx - sin * dy;
    y[i] = sin * dx + cos * dy;
  }
}
