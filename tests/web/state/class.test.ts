import { describe, expect, test, vi } from "vitest";
import type { Pupil } from "../../../web/api.ts";
import { cellTrend, classSheet, rowsOf } from "../../../web/state/coach/class.ts";

const take = (score: number) => ({ id: `t${score}`, score, rate: 1, at: 0 });
const cell = (section: number, ...scores: number[]): Pupil["cells"][number] => ({
  section,
  best: scores.length > 0 ? { ...take(Math.max(...scores)), grade: "B" } : null,
  recent: scores.map(take),
});
const pupil = (name: string, more: Partial<Pupil> = {}): Pupil => ({
  dancer: { id: name, name },
  role: "dancer",
  joinedAt: 0,
  shares: "practice",
  whole: false,
  until: 1,
  minutes: 0,
  takes: 0,
  lastAt: null,
  sheet: null,
  cells: [],
  ...more,
});

const levels = ["Floor", "Mirror", "Room", "Audience"];
const criteria = [
  { name: "Facing", levels },
  { name: "Dynamics", levels },
];
const sheet = { takeId: "t", criteria, levels: [2, null], at: 0 };

const all = [
  pupil("Sora", {
    minutes: 40.4,
    takes: 9,
    lastAt: new Date(2026, 10, 21, 8).getTime(),
    cells: [cell(0, 800_000, 912_345)],
    sheet,
  }),
  pupil("Jun", { minutes: 5, takes: 1, lastAt: new Date(2026, 10, 2, 8).getTime(), cells: [cell(0, 400_000)] }),
  pupil("Ana", { shares: null, until: null }),
  pupil("민지"),
];
const names = (rows: readonly Pupil[]) => rows.map((it) => it.dancer.name);

describe("the rows of a class", () => {
  test("are sorted by name, minutes, last seen or a section's best; the least first, and turned about", () => {
    expect(names(rowsOf(all, "all", "", "name", false))).toEqual(["Ana", "Jun", "Sora", "민지"]);
    expect(names(rowsOf(all, "all", "", "minutes", true))[0]).toBe("Sora");
    expect(names(rowsOf(all, "all", "", "last", true)).slice(0, 2)).toEqual(["Sora", "Jun"]);
    expect(names(rowsOf(all, "all", "", "section0", false)).slice(-2)).toEqual(["Jun", "Sora"]);
  });
  test("are found by a part of the name, and by who practised", () => {
    expect(names(rowsOf(all, "all", " or", "name", false))).toEqual(["Sora"]);
    expect(names(rowsOf(all, "practised", "", "name", false))).toEqual(["Jun", "Sora"]);
    expect(names(rowsOf(all, "resting", "", "name", false))).toEqual(["민지"]);
    expect(names(rowsOf(all, "unshared", "", "name", false))).toEqual(["Ana"]);
  });
});

test("a section's trend is told by its last takes", () => {
  expect(cellTrend(cell(0, 500_000, 600_000))).toBe("up");
  expect(cellTrend(cell(0, 600_000, 500_000))).toBe("down");
  expect(cellTrend(cell(0, 600_000))).toBeNull();
});

const plain = { title: "", first: ["Dancer", "Minutes", "Takes", "Last seen"], sections: [], last: "By eye" };

test("the spreadsheet tells the day of whoever saves it: a morning in Seoul is not the day before", () => {
  vi.stubEnv("TZ", "Asia/Seoul");
  const morning = Date.UTC(2026, 10, 20, 22);
  const sheet = classSheet([pupil("Sora", { lastAt: morning })], plain);
  vi.unstubAllEnvs();
  expect(sheet).toContain("Sora,0,0,2026-11-21");
});

test("the spreadsheet holds numbers as numbers, and names that would be formulas as text", () => {
  const heads = {
    title: "등불의 계절",
    first: ["Dancer", "Minutes", "Takes", "Last seen"],
    sections: [{ section: 0, name: "Verse" }],
    last: "By eye",
  };
  const rows = [all[0] as Pupil, pupil('=HYPERLINK("http://x")', { shares: null })];
  const lines = classSheet(rows, heads).replace("\ufeff", "").split("\r\n");
  expect(lines[0]).toBe("등불의 계절");
  expect(lines[1]).toBe("Dancer,Minutes,Takes,Last seen,Verse,By eye");
  expect(lines[2]).toBe(`Sora,40,9,2026-11-21,91.2,"Facing: Room; Dynamics: –"`);
  expect(lines[3]).toBe(`"'=HYPERLINK(""http://x"")",,,,,`);
});
