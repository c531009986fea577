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

test("pictures that are asked for quickly after one another all come, each the one that was asked for", async () => {
  vi.stubGlobal("Worker", Thread);
  const nothing = () => undefined;
  const video = openVideo(new File([], "a.mp4"), { onPreparing: nothing, onFrames: nothing, onGlimpse: nothing });
  const opened = video.open();
  const stills = Promise.all([1, 2, 3].map((at) => video.still(at)));
  expect(await opened).toMatchObject({ ok: true });
  expect(await stills).toEqual([1, 2, 3]);
});
