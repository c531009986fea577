import { expect, test } from "vitest";
import type { Camera } from "../../../web/camera/types.ts";
import type { PoseSource, Sighting } from "../../../web/detector/types.ts";
import { pumpPictures } from "../../../web/stage/pump.ts";

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A camera and a detector worked by hand. */
function studio() {
  const frames = { open: 0, grabbed: 0, seen: [] as number[] };
  const listeners: ((at: number) => void)[] = [];
  const camera = {
    pictureAt: null as number | null,
    onPicture: (listener: (at: number) => void) => {
      listeners.push(listener);
      return () => listeners.splice(listeners.indexOf(listener), 1);
    },
    broken: false,
    grab: async () => {
      if (camera.broken) throw new DOMException("", "InvalidStateError");
      frames.open++;
      frames.grabbed++;
      return { close: () => frames.open-- };
    },
  };
  let hear: ((sighting: Sighting) => void) | null = null;
  const source = {
    busy: false,
    onSighting: (listener: (sighting: Sighting) => void) => {
      hear = listener;
      return () => {
        hear = null;
      };
    },
    detect: (frame: { close: () => void }, at: number) => {
      frame.close();
      source.busy = true;
      frames.seen.push(at);
    },
  };
  const show = async (at: number) => {
    camera.pictureAt = at;
    for (const listener of listeners) listener(at);
    await settled();
  };
  const finish = async (at: number) => {
    source.busy = false;
    hear?.({ at, pose: null, workMs: 1, tensors: 0 });
    await settled();
  };
  const stop = pumpPictures(camera as unknown as Camera, source as unknown as PoseSource, () => undefined);
  return { frames, camera, show, finish, stop };
}

test("one picture is in flight; those that come meanwhile are dropped, and only the newest is taken after", async () => {
  const { frames, show, finish } = studio();
  for (const at of [1, 2, 3, 4]) await show(at);
  expect(frames.seen).toEqual([1]);
  await finish(1);
  expect(frames.seen).toEqual([1, 4]);
});

test("the same picture is never looked at twice", async () => {
  const { frames, show, finish } = studio();
  await show(1);
  await finish(1);
  await finish(1);
  expect(frames.seen).toEqual([1]);
});

test("every picture grabbed is closed, also when the stage closes in between", async () => {
  const { frames, show, finish, stop } = studio();
  for (let at = 0; at < 20; at++) {
    await show(at);
    await finish(at);
  }
  const last = show(99);
  stop();
  await last;
  expect(frames.grabbed).toBeGreaterThan(15);
  expect(frames.open).toBe(0);
  await show(100);
  expect(frames.seen.at(-1)).toBeLessThan(99);
});

test("a picture that cannot be grabbed is one dropped: the next is looked at", async () => {
  const { frames, camera, show } = studio();
  camera.broken = true;
  await show(1);
  camera.broken = false;
  await show(2);
  expect(frames.seen).toEqual([2]);
});
