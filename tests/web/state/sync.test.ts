import { expect, test } from "vitest";
import { standOf } from "../../../web/parts/coach/formation-draw.ts";
import { wordOf } from "../../../web/state/coach/sync.ts";

test("a spread is called by how far apart it looks", () => {
  expect([0, 0.03, 0.031, 0.05, 0.08, 0.2].map(wordOf)).toEqual(["one", "one", "tight", "tight", "loose", "apart"]);
});

test("in a formation of any size everybody has a place of their own, the first in the middle and in front", () => {
  for (let n = 1; n <= 8; n++) {
    const places = Array.from({ length: n }, (_, i) => standOf(i, n));
    expect(places.map(({ slot }) => slot).sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
    expect(places[0]).toEqual({ slot: (n - 1) >> 1, back: false });
    for (const [i, { slot, back }] of places.entries())
      for (const other of places.slice(i + 1)) if (Math.abs(other.slot - slot) === 1) expect(other.back).toBe(!back);
  }
});
