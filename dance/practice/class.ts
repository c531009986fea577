export const CLASS = {
  /** Last takes by which a trend is told, and how many points of 1,000,000 make one. */
  recent: 5,
  trend: 20_000,
  /** Eight-counts told as the weakest, and the share below which one is weak. */
  weakest: 5,
  good: 0.9,
} as const;

export const TRENDS = ["up", "even", "down"] as const;
export type Trend = (typeof TRENDS)[number];

/** Where scores (oldest first) lead: the last against the median of those before; null where there is only one. */
export function trendOf(scores: readonly number[]): Trend | null {
  const last = scores.at(-1);
  const before = scores.slice(0, -1).sort((a, b) => a - b);
  if (last === undefined || before.length === 0) return null;
  const middle = ((before[(before.length - 1) >> 1] ?? 0) + (before[before.length >> 1] ?? 0)) / 2;
  return last - middle >= CLASS.trend ? "up" : last - middle <= -CLASS.trend ? "down" : "even";
}

/** What an eight-count came out as in the last take of one dancer; shares 0..1. */
export interface EightReading {
  readonly dancer: string;
  /** Of the choreography, from 0. */
  readonly eightCount: number;
  readonly shape: number;
  readonly timing: number;
  readonly energy: number;
}

/** An eight-count that a class is weak in. */
export interface WeakEight {
  readonly eightCount: number;
  /** Dancers by whom it is told. */
  readonly dancers: number;
  /** Means over them. */
  readonly shape: number;
  readonly timing: number;
  readonly energy: number;
  readonly weakest: "shape" | "timing" | "energy";
}

const MEASURES = ["shape", "timing", "energy"] as const;
const worth = (eight: Pick<EightReading, "shape" | "timing" | "energy">): number =>
  (eight.shape + eight.timing + eight.energy) / 3;

/** The eight-counts that come out worst over a class, worst first; none where all are good. One reading a dancer. */
export function weakestEights(readings: readonly EightReading[]): readonly WeakEight[] {
  const eights = new Map<number, EightReading[]>();
  for (const reading of readings) eights.set(reading.eightCount, [...(eights.get(reading.eightCount) ?? []), reading]);
  return [...eights.entries()]
    .map(([eightCount, all]) => {
      const mean = (measure: (typeof MEASURES)[number]) => all.reduce((sum, r) => sum + r[measure], 0) / all.length;
      const means = { shape: mean("shape"), timing: mean("timing"), energy: mean("energy") };
      const weakest = MEASURES.reduce((worst, measure) => (means[measure] < means[worst] ? measure : worst));
      return { eightCount, dancers: all.length, ...means, weakest };
    })
    .filter((eight) => worth(eight) < CLASS.good)
    .sort((a, b) => worth(a) - worth(b) || a.eightCount - b.eightCount)
    .slice(0, CLASS.weakest);
}
