import { expect, test } from "vitest";
import { ALL_TIME, boardWeek, kindOf, weekBegan } from "#dance/practice/board.ts";

test("a take enters one board: who sits is among who sits, mirrored or not", () => {
  expect(kindOf({ mirror: false, seated: false })).toBe("full");
  expect(kindOf({ mirror: true, seated: false })).toBe("mirrored");
  expect(kindOf({ mirror: false, seated: true })).toBe("seated");
  expect(kindOf({ mirror: true, seated: true })).toBe("seated");
});

test("a week of the boards goes from Monday to Sunday in UTC and is never mistaken for all time", () => {
  const monday = Date.UTC(2026, 10, 23);
  const week = boardWeek(monday);
  expect(week).toBeGreaterThan(ALL_TIME);
  expect(weekBegan(week)).toBe(monday);
  expect(boardWeek(monday - 1)).toBe(week - 1);
  expect(boardWeek(Date.UTC(2026, 10, 29, 23, 59, 59, 999))).toBe(week);
  expect(boardWeek(Date.UTC(2026, 10, 30))).toBe(week + 1);
});
