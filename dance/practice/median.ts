/** A number and how much it counts. */
export interface Weighed {
  readonly value: number;
  readonly weight: number;
}

/** The value with half of the weight on either side; null of nothing. */
export function weighedMedian(values: readonly Weighed[]): number | null {
  const rising = values.filter((v) => v.weight > 0).sort((a, b) => a.value - b.value);
  const half = rising.reduce((sum, v) => sum + v.weight, 0) / 2;
  let below = 0;
  for (const [i, v] of rising.entries()) {
    below += v.weight;
    if (below > half) return v.value;
    if (below === half) return (v.value + (rising[i + 1]?.value ?? v.value)) / 2;
  }
  return null;
}

/** The middle value; null of nothing. */
export const median = (values: readonly number[]): number | null =>
  weighedMedian(values.map((value) => ({ value, weight: 1 })));

/** Spread about a middle, by the median of the distances: one wild value does not move it. Like a standard deviation. */
export const spreadAbout = (middle: number, values: readonly number[]): number =>
  1.4826 * (median(values.map((v) => Math.abs(v - middle))) ?? 0);
