import { afterEach, expect, test, vi } from "vitest";
import { openVideo } from "../../../web/video/index.ts";
import type { FromThread, ToThread } from "../../../web/video/thread/messages.ts";
import { factsOf } from "../../fixtures/import-tools.ts";

/** A thread that does one order at a time, as the real one does; the picture of a moment is its number. */
class Thread {
  onmessage: ((event: { data: FromThread }) => void) | null = null;
  onerror = null;
  postMessage(order: ToThread): void {
    const answer = order.kind === "still" ? { kind: "still", picture: order.at } : { kind: "facts", facts: factsOf(5) };
    setTimeout(() => this.onmessage?.({ data: answer as unknown as FromThread }), 5);
  }
  terminate(): void {}
}
afterEach(() => vi.unstubAllGlobals());
const player = vi.hoisted(() => ({ open: async (): Promise<unknown> => null }));
vi.mock("../../../web/video/player.ts", () => ({ openPlayer: () => player.open() }));
const nothing = () => undefined;
const opened = (play = false) =>
  openVideo(new File([], "a.mp4"), { onPreparing: nothing, onFrames: nothing, onGlimpse: nothing }, play);

test("pictures that are asked for quickly after one another all come, each the one that was asked for", async () => {
  vi.stubGlobal("Worker", Thread);
  const video = opened();
  const facts = video.open();
  const stills = Promise.all([1, 2, 3].map((at) => video.still(at)));
  expect(await facts).toMatchObject({ ok: true });
  expect(await stills).toEqual([1, 2, 3]);
});

test("a player that opens only after its video was closed is closed too", async () => {
  vi.stubGlobal("Worker", Thread);
  let ready = (_: unknown): void => undefined;
  const asked = new Promise<void>((resolve) => {
    player.open = () => {
      resolve();
      return new Promise((answer) => {
        ready = answer;
      });
    };
  });
  const video = opened(true);
  const facts = video.open();
  await asked;
  video.close();
  const close = vi.fn();
  ready({ close, facts: () => factsOf(5) });
  await facts;
  expect(close).toHaveBeenCalled();
});

test("whoever waits for an answer when a video is closed is told", async () => {
  vi.stubGlobal("Worker", Thread);
  const video = opened();
  const [facts, still] = [video.open(), video.still(1)];
  video.close();
  expect(await facts).toMatchObject({ ok: false, problem: { code: "video-stopped" } });
  expect(await still).toBeNull();
});
