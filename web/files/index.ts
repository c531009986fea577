import { unpackDraft } from "#dance/choreo/packed-draft.ts";
import { fail, type Outcome, ok } from "#dance/outcome.ts";
import type { FromThread, PackedOpening, ToThread } from "./thread/messages.ts";
import type { Opened, OpeningProblem } from "./thread/read.ts";

export { isOfText, type Opened, type OpeningProblem } from "./thread/read.ts";

export interface OpenOptions {
  /** Told the share of the bytes that are read, 0..1; at 1 the poses in them are still to be found. */
  readonly onProgress?: (share: number) => void;
  /** Aborted: the promise rejects with the signal's reason, and the thread ends. */
  readonly signal?: AbortSignal;
}

/** Opens a routine out of files (read.ts) in a thread of its own: tens of megabytes must not hold up the page. */
export async function openInThread(
  order: ToThread,
  { onProgress, signal }: OpenOptions = {},
): Promise<Outcome<Opened, OpeningProblem>> {
  signal?.throwIfAborted();
  const thread = new Worker(new URL("./thread/worker.ts", import.meta.url), { type: "module", name: "files" });
  try {
    const read = await new Promise<Outcome<PackedOpening, OpeningProblem>>((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      thread.onmessage = ({ data }: MessageEvent<FromThread>) => {
        if (data.kind === "progress") onProgress?.(data.share);
        else resolve(data.outcome);
      };
      thread.onerror = (event) => resolve(fail("file-unreadable", event.message || "the thread that reads ended"));
      thread.postMessage(order);
    });
    return read.ok ? ok({ ...read.value, draft: unpackDraft(read.value.draft) }) : read;
  } finally {
    thread.terminate();
  }
}
