/** Rounded to `digits` decimals, never -0: what stands in a result must be equal to the letter everywhere. */
export function round(value: number, digits: number): number {
  const by = 10 ** digits;
  return Math.round(value * by) / by + 0;
}

/** Shares `total` whole points by `parts` (any scale): largest remainders first, so that they sum to it exactly. */
export function shareOut(total: number, parts: readonly number[]): number[] {
  const sum = parts.reduce((a, b) => a + b, 0);
  if (!(sum > 0)) return parts.map(() => 0);
  const exact = parts.map((part) => (part / sum) * total);
  const whole = exact.map(Math.floor);
  let left = total - whole.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, i) => [value - Math.floor(value), i] as const)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (const [, i] of order) {
    if (left <= 0) break;
    whole[i] = (whole[i] as number) + 1;
    left--;
  }
  return whole;
}
