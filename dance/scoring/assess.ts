import { LIMB_OF, SEGMENTS } from "../pose/body.ts";
import { type Directions, meanTrunk, turn } from "../pose/directions.ts";
import { LIMB_GROUPS } from "../pose/keypoints.ts";
import { findLag, type Lag, synchrony } from "./lag.ts";
import type { Reference } from "./reference.ts";
import { REACH } from "./weights.ts";

const S = SEGMENTS.length;
const G = LIMB_GROUPS.length;

/** Marks of every keyframe and limb, keyframe-major (keyframe * 6 + limb), each 0..1; `weight` is what was seen. */
export interface Marks {
  readonly lag: Lag;
  readonly mirrored: boolean;
  readonly weight: Float64Array;
  readonly unseen: Float64Array;
  readonly shape: Float64Array;
  readonly energy: Float64Array;
  readonly timing: Float64Array;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Share kept of a keyframe danced `lag` seconds off: all within 0.08 s, half at 0.27 s. */
export function timingOf(lag: number): number {
  const over = Math.max(0, Math.abs(lag) - 0.08) / 0.19;
  return 1 / (1 + over * over * over);
}

/** Judges the take's directions (turned in place) against the reference. */
export function assess(reference: Reference, take: Directions): Marks {
  level(reference.directions, take);
  const lag = findLag(reference.directions, take);
  const mirror = mirrorOf(take);
  const mirrored = findLag(reference.directions, mirror).synchrony > Math.max(0.2, lag.synchrony + 0.15);
  const K = reference.keyframes.length;
  const marks: Marks = {
    lag,
    mirrored,
    weight: new Float64Array(K * G),
    unseen: new Float64Array(K * G),
    shape: new Float64Array(K * G),
    energy: new Float64Array(K * G),
    timing: new Float64Array(K * G),
  };
  const gate = clamp((synchrony(reference.directions, take, lag.cells) - 0.1) / 0.4);
  for (let k = 0; k < K; k++) for (let s = 0; s < S; s++) markSegment(reference, take, k, s, lag, gate, marks);
  for (let i = 0; i < K * G; i++) {
    const weight = marks.weight[i] as number;
    if (weight <= 0) continue;
    (marks.shape[i] as number) /= weight;
    (marks.energy[i] as number) /= weight;
    marks.timing[i] = timingOf(lag.seconds);
  }
  return marks;
}

function markSegment(
  reference: Reference,
  take: Directions,
  k: number,
  s: number,
  lag: Lag,
  gate: number,
  marks: Marks,
): void {
  const weight = reference.weights.segments[k * S + s] as number;
  if (weight <= 0) return;
  const at = k * G + (LIMB_OF[s] as number);
  const R = reference.directions;
  const n = R.count;
  const cell = reference.weights.cells[k] as number;
  let [m, rx, ry, tx, ty, rr, tt, rt, all] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = Math.max(0, -lag.cells, cell - REACH); i <= Math.min(n - 1, n - 1 - lag.cells, cell + REACH); i++) {
    const a = s * n + i;
    const b = a + lag.cells;
    if (!R.seen[a]) continue;
    all++;
    if (!take.seen[b]) continue;
    m++;
    const [ax, ay, bx, by] = [R.x[a] as number, R.y[a] as number, take.x[b] as number, take.y[b] as number];
    rx += ax;
    ry += ay;
    tx += bx;
    ty += by;
    rr += ax * ax + ay * ay;
    tt += bx * bx + by * by;
    rt += ax * bx + ay * by;
  }
  if (m < 0.4 * all || m === 0) {
    (marks.unseen[at] as number) += weight;
    return;
  }
  const vr = rr / m - (rx * rx + ry * ry) / m / m;
  const vt = tt / m - (tx * tx + ty * ty) / m / m;
  const cov = rt / m - (rx * tx + ry * ty) / m / m;
  const bias = ((rx - tx) ** 2 + (ry - ty) ** 2) / m / m;
  const floor = 0.01;
  const concordance = clamp((2 * cov + floor) / (vr + vt + bias + floor));
  (marks.weight[at] as number) += weight;
  (marks.shape[at] as number) += weight * gate * clamp(concordance * 1.3);
  (marks.energy[at] as number) += weight * clamp(Math.sqrt((vt + 0.002) / (vr + 0.002)));
}

/** Takes out the camera's roll: turns the take so that its trunk stands as the reference's does, up to 12 degrees. */
function level(reference: Directions, take: Directions): void {
  const a = meanTrunk(reference);
  const b = meanTrunk(take);
  if (a === null || b === null) return;
  const sin = b[0] * a[1] - b[1] * a[0];
  const most = 0.208;
  const turned = Math.min(most, Math.max(-most, sin));
  turn(take, Math.sqrt(1 - turned * turned), turned);
}

const OTHER = [0, 3, 4, 1, 2, 5, 6, 9, 10, 7, 8];

/** The same motion with sides exchanged. */
function mirrorOf(take: Directions): Directions {
  const n = take.count;
  const out = { ...take, x: new Float64Array(S * n), y: new Float64Array(S * n), seen: new Uint8Array(S * n) };
  for (let s = 0; s < S; s++) {
    const from = (OTHER[s] as number) * n;
    const sign = s === 6 ? 1 : -1;
    for (let i = 0; i < n; i++) {
      out.x[s * n + i] = sign * (take.x[from + i] as number);
      out.y[s * n + i] = (s === 6 ? -1 : 1) * (take.y[from + i] as number);
      out.seen[s * n + i] = take.seen[from + i] as number;
    }
  }
  return out;
}
