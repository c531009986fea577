import { afterEach, expect, test, vi } from "vitest";
import { draftOf } from "#dance/choreo/draft.ts";
import { encodeChoreography } from "#dance/choreo/file.ts";
import { choreographyOf } from "#dance/choreo/publication.ts";
import { checkPublication, openLinter } from "../../../web/lint/index.ts";
import { check } from "../../../web/lint/thread/check.ts";
import type { ToThread } from "../../../web/lint/thread/messages.ts";
import { routine } from "../../fixtures/performance.ts";

/** The thread as it answers; one that was ended says nothing more. */
class Thread {
  static open: Thread[] = [];
  static broken = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  asked = 0;
  ended = false;
  constructor() {
    Thread.open.push(this);
  }
  postMessage(order: ToThread, transfer: ArrayBuffer[]): void {
    this.asked++;
    const sent = structuredClone(order, { transfer });
    setTimeout(() => {
      if (this.ended) return;
      if (Thread.broken) this.onerror?.({ message: "no room" });
      else this.onmessage?.({ data: structuredClone(check(sent)) });
    });
  }
  terminate(): void {
    this.ended = true;
  }
}
afterEach(() => {
  vi.unstubAllGlobals();
  Object.assign(Thread, { open: [], broken: false });
});

const easy = draftOf(routine(0), "5e7a11d0-draft");
const [first, second] = easy.sections;
if (!first || !second) throw new Error("too few sections");
/** A routine for two, the second of whom has nothing to dance in the second section. */
const two = {
  ...easy,
  positions: easy.positions.flatMap((it) => [
    { ...it, name: "Left" },
    {
      ...it,
      name: "Right",
      keyframes: it.keyframes.filter(({ count }) => count < second.from || count >= second.to),
    },
  ]),
};

test("what boards a draft can have is said in a thread, of each position, with the bytes that go up", async () => {
  vi.stubGlobal("Worker", Thread);
  const told = await checkPublication(two, new AbortController().signal);
  expect(told.map(({ unranked }) => unranked)).toEqual([[], [1]]);
  const bytes = two.positions.map((_, at) => {
    const made = choreographyOf(two, at);
    return made.ok ? encodeChoreography(made.value).length : 0;
  });
  expect(told.map((it) => it.bytes)).toEqual(bytes);
  expect(Thread.open.map(({ asked, ended }) => [asked, ended])).toEqual([[2, true]]);
  expect(two.positions[0]?.track[0]?.pose.length).toBe(51); // what was asked about is still whole
});

test("whoever closes the sheet ends the thread; one that fails is told", async () => {
  vi.stubGlobal("Worker", Thread);
  const here = new AbortController();
  const left = checkPublication(two, here.signal);
  here.abort(new Error("closed"));
  await expect(left).rejects.toThrow("closed");
  expect(Thread.open[0]?.ended).toBe(true);
  Thread.broken = true;
  await expect(checkPublication(two, new AbortController().signal)).rejects.toThrow("no room");
  Thread.broken = false;
  await expect(checkPublication({ ...two, tempo: null }, new AbortController().signal)).rejects.toThrow("yet");
  expect(Thread.open.every(({ ended }) => ended)).toBe(true);
});

test("after a check that failed the next edit is checked all the same", async () => {
  vi.stubGlobal("Worker", Thread);
  const linter = openLinter();
  const asked = (draft = easy) => new Promise((resolve) => linter.ask(draft, 0, resolve));
  Thread.broken = true;
  expect(await asked()).toBeNull();
  Thread.broken = false;
  expect(await asked()).toHaveProperty("lint");
  linter.close();
  expect(Thread.open.every(({ ended }) => ended)).toBe(true);
});
