import type { Judgement, TakeResult } from "../scoring/result.ts";
import { type Weighed, weighedMedian } from "./median.ts";

/** When a lag found in dancing is offered, and how much of it; seconds but where a count is said. */
export const LAG = {
  /** Keyframes with movement below which it is too short to tell. */
  leastKeyframes: 50,
  /** A lag smaller than this is not worth a question: a third of a camera's frame. */
  least: 0.01,
  /** Up to this spread about the lag the whole of it is offered... */
  quiet: 0.05,
  /** ...from this on a quarter: then it is the dancer who wavers, more than the machine. Between, evenly less. */
  noisy: 0.15,
  noisyShare: 0.25,
  /** No camera and loudspeaker are further apart; nothing beyond is ever taken off, whoever asks for it. */
  latest: 0.4,
  earliest: -0.05,
} as const;

const milli = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** A latency in seconds as it may be taken off: whole milliseconds within what a machine can be late. */
export const boundLatency = (latency: number): number => milli(Math.min(LAG.latest, Math.max(LAG.earliest, latency)));

/** What one take tells of the machine's lag. */
export interface LagReading {
  /** Seconds on the clock that the dance came late (+) after `applied` was taken off. */
  readonly lag: number;
  readonly spread: number;
  /** Keyframes by which it was told. */
  readonly keyframes: number;
  /** The latency in seconds that was taken off while dancing. */
  readonly applied: number;
}

/**
 * The constant lag of a take that was danced at `rate` with `applied` seconds taken off; null where nothing moved by
 * which to tell. A machine is as late at half speed as at full speed, but in half as much song.
 */
export function readLag(result: TakeResult, applied: number, rate: number): LagReading | null {
  if (result.lag === null) return null;
  // A lag beyond the window of a live word leaves it without an offset of its own; where the dance moves it tells all the same.
  const tells = (j: Judgement) => j.word !== "unseen" && (j.offset !== null || j.energy !== null);
  const keyframes = result.judgements.filter(tells).length;
  return { lag: milli(result.lag / rate), spread: milli((result.lagSpread ?? 0) / rate), keyframes, applied };
}

export type LagAdvice =
  /** `latency` is what to take off from now on; `step` how it differs from `now`; `lag` the whole of what was found. */
  | {
      readonly advice: "apply";
      readonly latency: number;
      readonly step: number;
      readonly lag: number;
      readonly spread: number;
      readonly keyframes: number;
    }
  | { readonly advice: "fits"; readonly lag: number; readonly spread: number; readonly keyframes: number }
  | { readonly advice: "too-short"; readonly keyframes: number; readonly needs: number };

/** The share of a lag that is offered, 0..1, at a spread in seconds. */
const shareAt = (spread: number): number => {
  const noise = Math.min(1, Math.max(0, (spread - LAG.quiet) / (LAG.noisy - LAG.quiet)));
  return 1 - noise * (1 - LAG.noisyShare);
};

/**
 * What to offer after a take while `now` seconds are taken off. Give the takes of one sitting on the same camera and
 * audio output: short sections then tell together what none tells alone.
 */
export function adviseLag(readings: readonly LagReading[], now: number): LagAdvice {
  const keyframes = readings.reduce((sum, r) => sum + r.keyframes, 0);
  const by = (of: (r: LagReading) => number): Weighed[] => readings.map((r) => ({ value: of(r), weight: r.keyframes }));
  const whole = weighedMedian(by((r) => r.applied + r.lag));
  if (whole === null || keyframes < LAG.leastKeyframes) {
    return { advice: "too-short", keyframes, needs: LAG.leastKeyframes };
  }
  const spread = weighedMedian(by((r) => r.spread)) ?? 0;
  const lag = milli(whole - now);
  const latency = boundLatency(now + lag * shareAt(spread));
  const step = milli(latency - now);
  if (Math.abs(step) < LAG.least) return { advice: "fits", lag, spread, keyframes };
  return { advice: "apply", latency, step, lag, spread, keyframes };
}

/** Latencies in seconds, remembered for each camera and audio output together; plain JSON. */
export type Latencies = Readonly<Record<string, number>>;

/** The key of a camera and an audio output by their names or device ids; "" is the one that the system chooses. */
export const deviceKey = (camera: string, output: string): string => JSON.stringify([camera, output]);

/** The latency in seconds that is remembered for a key; null where none is, or what was stored is no number. */
export function recallLatency(latencies: Latencies, key: string): number | null {
  const found = Object.hasOwn(latencies, key) ? latencies[key] : undefined;
  return typeof found === "number" && Number.isFinite(found) ? boundLatency(found) : null;
}

/** The latencies with one more remembered. */
export const rememberLatency = (latencies: Latencies, key: string, latency: number): Latencies => ({
  ...latencies,
  [key]: boundLatency(latency),
});
