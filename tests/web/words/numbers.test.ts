import { expect, test } from "vitest";
import { numbers } from "../../../web/words/numbers.ts";

test("a moment is told to the hundredth that it is, and every nudge of a hundredth is seen", () => {
  const { instant } = numbers("en");
  expect([1.13, 1.14, 0.29, 59.999, 61.5].map(instant)).toEqual([
    "0:01.13",
    "0:01.14",
    "0:00.29",
    "1:00.00",
    "1:01.50",
  ]);
  const told = Array.from({ length: 1000 }, (_, i) => instant(Math.round(i * 10) / 1000));
  expect(new Set(told).size).toBe(1000);
});
