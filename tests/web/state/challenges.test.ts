import { expect, test } from "vitest";
import { besideAddress, ghostOf, stageAddress } from "../../../web/state/addresses.ts";
import { dayText, endOfDay, nextSunday } from "../../../web/state/challenges.ts";
import { stretch } from "../../../web/words/time-left.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

test("a day ends on its own last second, and is written as a date field writes it", () => {
  const end = endOfDay("2026-11-29");
  expect(end).toBe(new Date(2026, 10, 29, 23, 59, 59).getTime());
  expect(dayText(end as number)).toBe("2026-11-29");
  for (const nonsense of ["", "soon", "2026-1-1", "29.11.2026"]) expect(endOfDay(nonsense)).toBeNull();
});

test("a challenge ends on the Sunday that leaves two days to practise", () => {
  const sunday = (year: number, month: number, day: number) =>
    dayText(nextSunday(new Date(year, month, day, 19).getTime()));
  expect(sunday(2026, 10, 23)).toBe("2026-11-29"); // Monday
  expect(sunday(2026, 10, 27)).toBe("2026-11-29"); // Friday
  expect(sunday(2026, 10, 28)).toBe("2026-12-06"); // Saturday
  expect(sunday(2026, 10, 29)).toBe("2026-12-06"); // Sunday
});

test("time left is told in the largest unit that fits twice, and never as nothing", () => {
  expect(stretch("en", 3.9 * DAY_MS)).toBe("4 days");
  expect(stretch("en", 1.9 * DAY_MS)).toBe("46 hours");
  expect(stretch("en", 1.5 * HOUR_MS)).toBe("90 minutes");
  expect(stretch("en", 5)).toBe("1 minute");
  expect(stretch("ko", 3 * DAY_MS)).toBe("3일");
});

test("the address of a stage takes a ghost along, whatever else it says", () => {
  const plain = stageAddress({ slug: "lantern-season" }, 1, { rate: 1, view: "mirror" });
  const slow = stageAddress({ slug: "lantern-season" }, 1, { rate: 0.75, view: "filmed" });
  for (const stage of [plain, slow]) {
    const { pathname, search } = new URL(besideAddress(stage, "take-1"), "http://here");
    expect(pathname).toBe("/dance/lantern-season/1/stage");
    expect(ghostOf(search)).toBe("take-1");
  }
  expect(ghostOf("?ghost=")).toBeNull();
  expect(ghostOf("")).toBeNull();
});
