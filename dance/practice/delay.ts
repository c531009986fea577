import { ENDS, JOINTS, SEGMENTS } from "../pose/body.ts";
import { mirrorPose, type Track } from "../pose/pose.ts";
import { PoseAt } from "../replay/pose-at.ts";

export const DELAY = {
  /** Samples a second of song. */
  rate: 60,
  /** A keypoint less sure than this was not seen. */
  seen: 0.25,
  /** Seconds to either side of a moment that are compared, those in its middle most. */
  about: 0.6,
  /** Mean squared spread of directions about their mean below which a body holds still: nothing tells when it came. */
  still: 0.004,
  /** Correlation below which two do not dance the same there. */
  together: 0.5,
  /** Share of the samples that both must show of a limb. */
  shown: 0.7,
} as const;

const S = SEGMENTS.length;

/** The directions of a body's segments over song time, as unit vectors; NaN where one was not seen. */
export interface Motion {
  /** Song time of the first sample, in seconds; DELAY.rate a second follow. */
  readonly from: number;
  readonly count: number;
  /** Component after component (x and y of each segment): component * count + sample. */
  readonly values: Float32Array;
}

/** The motion of a track between two moments of song time; `mirror` turns one about that was danced mirrored. */
export function motionOf(track: Track, from: number, to: number, mirror = false): Motion {
  const count = Math.max(0, Math.floor((to - from) * DELAY.rate) + 1);
  const values = new Float32Array(2 * S * count).fill(Number.NaN);
  const poseAt = new PoseAt(track);
  for (let i = 0; i < count; i++) {
    const read = poseAt.read(from + i / DELAY.rate);
    const pose = read && (mirror ? mirrorPose(read) : read);
    for (let s = 0; pose && s < S; s++) {
      const at = (end: number) => (JOINTS[ENDS[s * 4 + end] as number] ?? 0) * 3;
      const [a, b, c, d] = [at(0), at(1), at(2), at(3)];
      if ([a, b, c, d].some((k) => !((pose[k + 2] as number) >= DELAY.seen))) continue;
      const along = (axis: 0 | 1) =>
        (pose[c + axis] as number) +
        (pose[d + axis] as number) -
        (pose[a + axis] as number) -
        (pose[b + axis] as number);
      const [x, y] = [along(0), along(1)];
      const long = Math.hypot(x, y);
      if (!(long > 1e-6)) continue;
      values[2 * s * count + i] = x / long;
      values[(2 * s + 1) * count + i] = y / long;
    }
  }
  return { from, count, values };
}

/** Where two motions agree best: seconds by which the one comes late (+) or early (-), and how well they agree, -1..1. */
export interface Delay {
  readonly seconds: number;
  readonly correlation: number;
}

/**
 * The delay of a motion behind another about a moment of song time, within `reach` seconds of an expected one: the peak
 * of their windowed cross-correlation over all segments that both show, between samples by a parabola. Null where the
 * first holds still, where they do not move alike, or where the peak lies at the end of the search.
 */
export function delayAt(
  wanted: Motion,
  own: Motion,
  time: number,
  about: number,
  expected: number,
  reach: number,
): Delay | null {
  const half = Math.round(about * DELAY.rate);
  const middle = Math.round((time - wanted.from) * DELAY.rate);
  const apart = Math.round((wanted.from - own.from + expected) * DELAY.rate);
  const steps = Math.round(reach * DELAY.rate);
  const window = windowOf(half);
  const found = Array.from({ length: 2 * steps + 1 }, (_, i) =>
    correlation(wanted, own, middle, middle + apart + i - steps, window),
  );
  let best = -1;
  for (const [i, value] of found.entries())
    if (value !== null && (best < 0 || value > (found[best] as number))) best = i;
  const [before, peak, after] = [found[best - 1] ?? null, found[best] ?? null, found[best + 1] ?? null];
  if (before === null || peak === null || after === null || peak < DELAY.together) return null;
  const bend = 2 * peak - before - after;
  const part = bend > 1e-9 ? (0.5 * (after - before)) / bend : 0;
  const samples = apart + best - steps + part;
  return { seconds: samples / DELAY.rate + own.from - wanted.from, correlation: peak };
}

/** Weights of the samples to either side of a moment: a raised cosine. */
const windowOf = (half: number): Float64Array =>
  Float64Array.from({ length: 2 * half + 1 }, (_, i) => 0.5 + 0.5 * Math.cos((Math.PI * (i - half)) / (half + 1)));

/** How alike two motions move about a sample of each; null where the first holds still or too little was seen. */
function correlation(a: Motion, b: Motion, atA: number, atB: number, window: Float64Array): number | null {
  const half = (window.length - 1) / 2;
  // Offsets from the middle at which both have samples.
  const from = Math.max(-half, -atA, -atB);
  const to = Math.min(half, a.count - 1 - atA, b.count - 1 - atB);
  if (to - from + 1 < DELAY.shown * window.length) return null;
  const sums = { weight: 0, shared: 0, one: 0, other: 0 };
  for (let c = 0; c < 2 * S; c++)
    addComponent(a.values, c * a.count + atA, b.values, c * b.count + atB, from, to, window, sums);
  const { weight, shared, one, other } = sums;
  return weight > 0 && one / weight >= DELAY.still && other > 0 ? shared / Math.sqrt(one * other) : null;
}

interface Sums {
  /** Of all segments' samples, and of the products of what moves about its mean. */
  weight: number;
  shared: number;
  one: number;
  other: number;
}

/** Adds one component's products about its weighed means, where enough of it was seen. Plain loops: this is all the work. */
function addComponent(
  a: Float32Array,
  p: number,
  b: Float32Array,
  q: number,
  from: number,
  to: number,
  window: Float64Array,
  sums: Sums,
): void {
  const half = (window.length - 1) / 2;
  let n = 0;
  let seen = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = from; i <= to; i++) {
    const u = a[p + i] as number;
    const v = b[q + i] as number;
    if (Number.isNaN(u + v)) continue;
    const w = window[i + half] as number;
    seen++;
    n += w;
    x += w * u;
    y += w * v;
    xx += w * u * u;
    yy += w * v * v;
    xy += w * u * v;
  }
  if (seen < DELAY.shown * window.length) return;
  sums.weight += n / 2;
  sums.shared += xy - (x * y) / n;
  sums.one += xx - (x * x) / n;
  sums.other += yy - (y * y) / n;
}
