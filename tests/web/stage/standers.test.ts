import { expect, test } from "vitest";
import type { Crowd } from "#dance/pose/bodies.ts";
import { Standers } from "../../../web/stage/standers.ts";
import { filmCrowd } from "../../fixtures/crowd-dance.ts";

const film = filmCrowd([
  { stands: () => 0.4, shirt: [0.8, 0.2, 0.2] },
  { stands: () => -0.4, shirt: [0.2, 0.3, 0.8], seen: (t) => t < 4 || t > 6 },
]);
const start = (film[0] as Crowd).time;

/** Sees the film from one moment to another, in its seconds; the poses of the last look. */
function watch(standers: Standers, from: number, to: number, dancing: boolean) {
  let poses: ReturnType<Standers["see"]> = [];
  for (const { time, bodies } of film)
    if (time - start >= from && time - start < to)
      poses = standers.see({ at: time * 1000, bodies, workMs: 0, tensors: 0 }, 4 / 3, dancing);
  return poses;
}

test("who leaves in the dance is told to be gone, unseen meanwhile, and is the same when they are back", () => {
  const standers = new Standers();
  watch(standers, 0, 2, false);
  expect(standers.look(false).map(({ number, gone }) => [number, gone])).toEqual([
    [1, false],
    [2, false],
  ]);
  expect(standers.lock()).toBe(true);
  const away = watch(standers, 2, 5.5, true);
  expect(standers.look(true).map(({ gone }) => gone)).toEqual([false, true]);
  expect(away.map((pose) => pose.some((value) => value !== 0))).toEqual([true, false]);
  expect(standers.smooth(away, 5_500)[1]).toBeNull();
  const back = watch(standers, 5.5, 7, true);
  expect(standers.look(true).map(({ number, gone }) => [number, gone])).toEqual([
    [1, false],
    [2, false],
  ]);
  expect(back[1]?.some((value) => value !== 0)).toBe(true);
});

test("one alone, or one who has just left, makes no crew", () => {
  const standers = new Standers();
  watch(standers, 4.2, 5.8, false);
  expect(standers.numbers).toEqual([1]);
  expect(standers.lock()).toBe(false);
  standers.forget();
  watch(standers, 0, 5, false);
  expect(standers.numbers).toEqual([1, 2]);
  expect(standers.lock()).toBe(false);
});
