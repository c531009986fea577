import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, WEEK, weekNow, weekOf } from "#dance/practice/week.ts";

const SEOUL = 540;
const DAY = 86_400_000;
const at = (text: string) => ({ atMs: Date.parse(text) });
/** Wednesday. */
const now = Date.parse("2026-11-25T12:00:00Z");
const weeksAgo = (...weeks: number[]) => weeks.map((n) => ({ atMs: now - n * 7 * DAY }));

describe("the dancer's week", () => {
  test("it begins on Monday and marks the days danced", () => {
    const week = weekNow([at("2026-11-23T08:00:00Z"), at("2026-11-25T11:00:00Z"), at("2026-11-22T23:00:00Z")], now, 0);
    expect(week.days).toEqual([true, false, true, false, false, false, false]);
    expect([week.today, week.danced]).toEqual([2, 2]);
  });
  test("late on Sunday in London is Monday in Seoul", () => {
    const takes = [at("2026-11-22T16:00:00Z")];
    expect(weekNow(takes, now, SEOUL).days[0]).toBe(true);
    expect(weekNow(takes, now, 0).days[0]).toBe(false);
  });
  test("west of London the day begins later", () => {
    expect(weekNow([at("2026-11-23T03:00:00Z")], now, -300).danced).toBe(0);
  });
  test("one looped section is a day danced, ten are one day as well", () => {
    const takes = Array.from({ length: 10 }, (_, i) => ({ atMs: now - i * 60_000 }));
    expect(weekNow(takes, now, 0).danced).toBe(weekNow(takes.slice(0, 1), now, 0).danced);
  });
  test("the goal is the dancer's own, between one day and seven", () => {
    expect(weekNow([{ atMs: now }], now, 0, 1)).toMatchObject({ goal: 1, reached: true, greeting: "reached" });
    expect(weekNow([{ atMs: now }], now, 0, 40)).toMatchObject({ goal: 7, reached: false, greeting: "on-the-way" });
    expect(weekNow([], now, 0, Number.NaN).goal).toBe(WEEK.goalDays);
  });
  test("a clock that ran ahead danced today, not next year", () => {
    expect(weekNow([{ atMs: now + 400 * DAY }], now, 0)).toMatchObject({ danced: 1, streak: 1 });
  });
});

describe("the streak is kind", () => {
  test("weeks in a row count, this one as soon as one section was danced", () => {
    expect(weekNow(weeksAgo(1, 2, 3), now, 0).streak).toBe(3);
    expect(weekNow(weeksAgo(0, 1, 2, 3), now, 0).streak).toBe(4);
  });
  test("two weeks of exams are frozen by themselves and cost nothing", () => {
    expect(weekNow(weeksAgo(0, 3, 4), now, 0)).toMatchObject({ streak: 3, frozen: 2 });
  });
  test("freezes are not used up: any number of short pauses is outlived", () => {
    expect(weekNow(weeksAgo(0, 3, 6, 9, 12), now, 0)).toMatchObject({ streak: 5, frozen: 8 });
  });
  test("after a long pause a new streak begins with a welcome, not with a loss", () => {
    expect(weekNow(weeksAgo(9, 10), now, 0)).toMatchObject({ streak: 0, greeting: "welcome-back" });
    expect(weekNow(weeksAgo(0, 9, 10), now, 0)).toMatchObject({ streak: 1, greeting: "on-the-way" });
  });
  test("in the pause itself the streak still stands", () => {
    expect(weekNow(weeksAgo(2, 3), now, 0)).toMatchObject({ streak: 2, greeting: "welcome-back" });
    expect(weekNow(weeksAgo(1, 2), now, 0)).toMatchObject({ streak: 2, greeting: "on-the-way" });
  });
  test("who never danced is greeted", () => {
    expect(weekNow([], now, 0)).toMatchObject({ greeting: "hello", streak: 0, danced: 0 });
  });
  test("dancing once more never makes a streak or a week smaller", () => {
    const days = fc.array(fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 200 }), (list, more) => {
        const takes = list.map((d) => ({ atMs: now - d * DAY }));
        const was = weekNow(takes, now, SEOUL);
        const is = weekNow([...takes, { atMs: now - more * DAY }], now, SEOUL);
        expect(is.streak >= was.streak && is.danced >= was.danced).toBe(true);
      }),
    );
  });
});

test("every Monday begins a week, before 1970 as well", () => {
  for (const monday of ["2026-11-23", "1970-01-05", "1969-12-29", "2000-01-03"]) {
    const day = dayOf(Date.parse(monday), 0);
    expect([weekOf(day) - weekOf(day - 1), weekOf(day + 6) - weekOf(day)]).toEqual([1, 0]);
  }
});
