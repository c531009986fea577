import { expect, test } from "vitest";
import type { TakeResult } from "#dance/scoring/result.ts";
import { ApiProblem, type ClosedTake, Unreachable } from "../../../web/api.ts";
import { type Doors, deliver } from "../../../web/state/deliver.ts";
import type { KeptTake } from "../../../web/state/outbox.ts";

const take = (opened: boolean): KeptTake => ({
  id: "0d4f2c7e-3c1b-4a55-9a64-8f6b0f5d1c11",
  version: "a".repeat(64),
  slug: "lantern-season",
  section: 0,
  rate: 1,
  mirror: false,
  endedAt: 1,
  replay: new Uint8Array([1]),
  result: {} as TakeResult,
  opened,
  refused: null,
});
const judged = {} as ClosedTake;

/** A Worker that answers closings in this order, and what it was asked for. */
function doorsOf(...closings: readonly (ClosedTake | Error)[]) {
  const asked: string[] = [];
  const left = [...closings];
  const doors: Doors = {
    openLate: async () => void asked.push("open late"),
    close: async () => {
      asked.push("close");
      const next = left.shift() ?? judged;
      if (next instanceof Error) throw next;
      return next;
    },
  };
  return { doors, asked };
}

test("a take opened before the dance is only closed, so that it keeps its place on the board", async () => {
  const { doors, asked } = doorsOf(judged);
  expect(await deliver(take(true), doors)).toBe(judged);
  expect(asked).toEqual(["close"]);
});

test("a take danced without network is opened before it is closed", async () => {
  const { doors, asked } = doorsOf(judged);
  await deliver(take(false), doors);
  expect(asked).toEqual(["open late", "close"]);
});

test.each(["take-expired", "take-unknown"])(
  "a take refused as %s is opened anew as a late one, not lost",
  async (code) => {
    const { doors, asked } = doorsOf(new ApiProblem(code, 410, ""), judged);
    expect(await deliver(take(true), doors)).toBe(judged);
    expect(asked).toEqual(["close", "open late", "close"]);
  },
);

test.each([
  ["the network goes", new Unreachable("cut")],
  ["the replay is damaged", new ApiProblem("replay-damaged", 422, "")],
])("where %s nothing is opened anew", async (_, failure) => {
  const { doors, asked } = doorsOf(failure);
  await expect(deliver(take(true), doors)).rejects.toBe(failure);
  expect(asked).toEqual(["close"]);
});

test("a take that is refused as a late one too is refused", async () => {
  const gone = new ApiProblem("take-unknown", 404, "");
  const { doors } = doorsOf(gone, gone);
  await expect(deliver(take(true), doors)).rejects.toBe(gone);
});
