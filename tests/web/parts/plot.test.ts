import { expect, test } from "vitest";
import { spaced } from "../../../web/parts/progress-plot.ts";

test("days under the line never run into each other, and the last is always named", () => {
  expect(spaced([0, 1, 4, 6, 8], 100)).toEqual([0, 1, 4, 6, 8]);
  expect(spaced([0, 1, 4, 6, 8], 30)).toEqual([1, 4, 8]);
  expect(spaced([0, 1, 4, 6, 8], 2)).toEqual([8]);
  expect(spaced([], 30)).toEqual([]);
});
