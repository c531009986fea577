import { expect, test } from "vitest";
import { type ReviewView, reviewAddress, viewOf } from "../../../web/state/coach/view.ts";

const searchOf = (address: string) => new URL(address, "http://x").search;

test("a link leads to the very view", () => {
  const view: ReviewView = {
    at: 10.217,
    layout: "onion",
    rate: 0.1,
    beside: "take-2",
    limb: "right_arm",
    note: "note-9",
    loop: { from: 16, to: 24 },
    nudge: -3,
    besideNudge: 2,
  };
  const address = reviewAddress("take-1", view);
  expect(address).toMatch(/^\/review\/take-1\?/);
  expect(viewOf(searchOf(address), "side")).toEqual(view);
});

test("a bare link is the usual view from the beginning", () => {
  expect(reviewAddress("take-1")).toBe("/review/take-1");
  expect(viewOf("", "side")).toEqual({
    at: null,
    layout: "side",
    rate: 0.5,
    beside: null,
    limb: null,
    note: null,
    loop: null,
    nudge: 0,
    besideNudge: 0,
  });
});

test("nonsense in a link is as if it were not said", () => {
  const odd = "?at=soon&view=3d&rate=9&beside=<b>&limb=tail&note=a%20b&loop=9-3&nudge=1e9&nudge2=x";
  expect(viewOf(odd, "side")).toEqual({ ...viewOf("", "side"), nudge: 30 });
});
