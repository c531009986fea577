import { expect, test } from "vitest";
import { BOARD_KINDS, BOARD_WINDOWS } from "#dance/practice/board.ts";
import { EVERYBODYS, searchOf, type Which, whichOf } from "../../../web/state/boards.ts";

test("the address of a board says which it is, and everybody's of all time needs no words", () => {
  expect(searchOf(EVERYBODYS, { slug: "x" })).toBe("");
  expect(whichOf("")).toEqual(EVERYBODYS);
  for (const kind of BOARD_KINDS)
    for (const window of BOARD_WINDOWS)
      for (const [scope, crew] of [
        ["everyone", ""],
        ["picks", ""],
        ["crew", "c-1"],
      ] as const) {
        const which: Which = { kind, window, scope, crew };
        expect(whichOf(searchOf(which, { slug: "x" }))).toEqual(which);
      }
});

test("an address that says nothing sensible leads to everybody's board", () => {
  expect(whichOf("?kind=flying&window=year&scope=world&crew=c-1")).toEqual(EVERYBODYS);
  expect(whichOf("?scope=crew")).toEqual(EVERYBODYS);
});
