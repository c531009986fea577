import type { Track } from "../pose/pose.ts";
import { distance, pointOf } from "./body.ts";
import { median, spreadAbout } from "./median.ts";

/** Seconds, shoulder widths and counts of the clap calibration. */
export const CLAP = {
  /** Clapping hands come at least this near; wrists never touch. */
  near: 0.8,
  /** They come from at least so much further off... */
  fall: 0.7,
  /** ...within this time: slower hands are only lowered. */
  fallSeconds: 0.4,
  /** Nobody claps faster. */
  apart: 0.25,
  /** A clap belongs to a click when it is so early or so late, as shares of the time between clicks. */
  early: 0.3,
  late: 0.7,
  /** Fewer claps than this are too short to tell. */
  least: 6,
  /** More spread than this, in seconds, is not clapping with the clicks. */
  spread: 0.07,
} as const;

interface Gap {
  readonly time: number;
  /** Between the wrists, in shoulder widths. */
  readonly wide: number;
}

function gapsOf(track: Track): Gap[] {
  const gaps: Gap[] = [];
  const widths: number[] = [];
  for (const { time, pose } of track) {
    const [ls, rs, lw, rw] = (["left_shoulder", "right_shoulder", "left_wrist", "right_wrist"] as const).map((n) =>
      pointOf(pose, n),
    );
    if (ls && rs) widths.push(distance(ls, rs));
    if (lw && rw) gaps.push({ time, wide: distance(lw, rw) });
  }
  const width = median(widths);
  return width ? gaps.map((g) => ({ time: g.time, wide: g.wide / width })) : [];
}

/** The moment of the touch: where the steepest closing, drawn on, meets the nearest the hands came. */
function touchOf(gaps: readonly Gap[], first: number, nearest: number): number {
  const floor = gaps[nearest]?.wide ?? 0;
  let steepest = 0;
  let touch = gaps[nearest]?.time ?? 0;
  for (let i = first + 1; i <= nearest; i++) {
    const [a, b] = [gaps[i - 1], gaps[i]];
    if (!a || !b || b.time <= a.time) continue;
    const speed = (a.wide - b.wide) / (b.time - a.time);
    if (speed < steepest) continue;
    steepest = speed;
    touch = speed > 0 ? b.time + (b.wide - floor) / speed : b.time;
  }
  return Math.min(touch, gaps[nearest]?.time ?? touch);
}

/** Moments in seconds of song time at which the hands clapped. */
export function clapsIn(track: Track): readonly number[] {
  const gaps = gapsOf(track);
  const claps: number[] = [];
  for (let i = 1; i < gaps.length; i++) {
    const [before, here, after] = [gaps[i - 1], gaps[i], gaps[i + 1]];
    if (!before || !here || here.wide > CLAP.near || here.wide >= before.wide) continue;
    if (after && after.wide < here.wide) continue;
    let first = i;
    while (first > 0 && here.time - (gaps[first - 1]?.time ?? 0) <= CLAP.fallSeconds) first--;
    const widest = Math.max(...gaps.slice(first, i).map((g) => g.wide), 0);
    const touch = touchOf(gaps, first, i);
    const last = claps.at(-1);
    if (widest - here.wide >= CLAP.fall && (last === undefined || touch - last >= CLAP.apart)) claps.push(touch);
  }
  return claps;
}

export type Calibration =
  /** `latency`: seconds that the picture lags the sound (late is +); `spread`: of the claps about it, in seconds. */
  | { readonly told: true; readonly latency: number; readonly spread: number; readonly claps: number }
  | { readonly told: false; readonly why: "too-short" | "too-scattered"; readonly claps: number };

/** The latency by clapping with clicks at these seconds of song time, evenly spaced; a clap's lag is from its click. */
export function calibrate(track: Track, clicks: readonly number[]): Calibration {
  const claps = clapsIn(track);
  const [first, last] = [clicks[0] ?? 0, clicks.at(-1) ?? 0];
  const apart = clicks.length > 1 ? (last - first) / (clicks.length - 1) : 1;
  const lags = clicks.flatMap((click) => {
    const clap = claps.find((c) => c >= click - CLAP.early * apart && c < click + CLAP.late * apart);
    return clap === undefined ? [] : [clap - click];
  });
  const latency = median(lags);
  if (latency === null || lags.length < CLAP.least) return { told: false, why: "too-short", claps: lags.length };
  const spread = spreadAbout(latency, lags);
  if (spread > CLAP.spread) return { told: false, why: "too-scattered", claps: lags.length };
  return { told: true, latency, spread, claps: lags.length };
}
