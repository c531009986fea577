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
  const rests = exact.map((value) => value - Math.floor(value));
  const order = [...rests.keys()].filter((i) => (parts[i] as number) > 0);
  order.sort((a, b) => (rests[b] as number) - (rests[a] as number) || a - b);
  for (let n = 0; left > 0 && n < order.length; n++, left--) (whole[order[n] as number] as number)++;
  return whole;
}
