import { expect, test } from "vitest";
import { type Ground, layGround } from "../../../web/parts/stage-ground.ts";

/** A stage that takes no other ground while something is danced on it. */
function stage(danced: boolean) {
  const laid: unknown[] = [];
  let under = danced;
  return {
    laid,
    giveUp: () => {
      under = false;
    },
    setSpan: (reference: unknown, song: unknown) => {
      if (under) return false;
      laid.push([reference, song]);
      return true;
    },
  };
}
const ground = { reference: "reference", song: "song" } as unknown as Ground;

test("other ground is always laid: what is danced on the one before, whose song is closed, is given up", () => {
  for (const danced of [false, true]) {
    const it = stage(danced);
    layGround(it, ground);
    expect(it.laid).toEqual([["reference", "song"]]);
  }
});
