const POWERS = [1, 10, 100, 1000, 10_000] as const;

/** Rounded to `digits` decimals, never -0: what stands in a result must be equal to the letter everywhere. */
export function round(value: number, digits: number): number {
  const by = POWERS[digits] ?? 10 ** digits;
  return Math.round(value * by) / by + 0;
}

/** Shares `total` whole points by `parts` (any scale): largest remainders first, so that they sum to it exactly. */
export function shareOut(total: number, parts: Float64Array): Int32Array {
  const whole = new Int32Array(parts.length);
  let sum = 0;
  for (const part of parts) sum += part;
  if (!(sum > 0)) return whole;
  const rests = new Float64Array(parts.length);
  let left = total;
  for (let i = 0; i < parts.length; i++) {
    const exact = ((parts[i] as number) / sum) * total;
    whole[i] = Math.floor(exact);
    // Parts of nothing get nothing: their remainder stands below all others.
    rests[i] = (parts[i] as number) > 0 ? exact - Math.floor(exact) : -1;
    left -= whole[i] as number;
  }
  const least = largest(rests, left);
  for (let i = 0; i < rests.length; i++)
    if ((rests[i] as number) > least) {
      (whole[i] as number)++;
      left--;
    }
  for (let i = 0; left > 0 && i < rests.length; i++)
    if (rests[i] === least) {
      (whole[i] as number)++;
      left--;
    }
  return whole;
}

const BUCKETS = 1024;

/** The `n`th largest of some remainders (below 1), or 0 where fewer are left above it; 1 where none is asked for. */
function largest(rests: Float64Array, n: number): number {
  if (n <= 0) return 1;
  const counts = new Int32Array(BUCKETS);
  for (const rest of rests) if (rest >= 0) (counts[Math.floor(rest * BUCKETS)] as number)++;
  let above = 0;
  let bucket = BUCKETS - 1;
  while (bucket >= 0 && above + (counts[bucket] as number) < n) above += counts[bucket--] as number;
  const same = rests.filter((rest) => rest >= 0 && Math.floor(rest * BUCKETS) === bucket).sort();
  return same[same.length - (n - above)] ?? 0;
}
