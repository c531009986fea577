import type { Draft } from "#dance/choreo/draft.ts";
import { packDraft } from "#dance/choreo/packed-draft.ts";
import type { Checked, Publication, ToThread } from "./thread/messages.ts";

export type { Checked, Publication } from "./thread/messages.ts";

/** Checks drafts in a thread of its own, so that dragging stays smooth. */
export interface Linter {
  /** Told of the position asked about last; earlier ones that are not done yet are left out. */
  ask(draft: Draft, position: number, told: (checked: Checked) => void): void;
  close(): void;
}

const openThread = (): Worker =>
  new Worker(new URL("./thread/worker.ts", import.meta.url), { type: "module", name: "lint" });

/** Asks of one position, its poses in one piece: twenty minutes of them, one by one, would hold the page up for half a second. */
function post(thread: Worker, kind: ToThread["kind"], whole: Draft, position: number): void {
  const draft = packDraft({ ...whole, positions: whole.positions.slice(position, position + 1) });
  const move = draft.positions.flatMap(({ track, keyframes }) => [track.poses.buffer, keyframes.poses.buffer]);
  thread.postMessage({ kind, draft } satisfies ToThread, move as ArrayBuffer[]);
}

/** Opens the thread. */
export function openLinter(): Linter {
  const thread = openThread();
  let next: { draft: Draft; position: number; told: (checked: Checked) => void } | null = null;
  let asked: ((checked: Checked) => void) | null = null;
  const send = () => {
    if (asked || !next) return;
    post(thread, "lint", next.draft, next.position);
    asked = next.told;
    next = null;
  };
  thread.onmessage = ({ data }: MessageEvent<Checked>) => {
    if (!next) asked?.(data);
    asked = null;
    send();
  };
  return {
    ask(draft, position, told) {
      next = { draft, position, told };
      send();
    },
    close: () => thread.terminate(),
  };
}

/**
 * Every position of a draft as others would get it, in order, checked in a thread that ends with the last or with the
 * signal. Rejects with the signal's reason, and where a position cannot be checked.
 */
export async function checkPublication(draft: Draft, signal: AbortSignal): Promise<readonly Publication[]> {
  signal.throwIfAborted();
  const thread = openThread();
  try {
    const told: Publication[] = [];
    for (const at of draft.positions.keys()) told.push(await answer(thread, draft, at, signal));
    return told;
  } finally {
    thread.terminate();
  }
}

function answer(thread: Worker, draft: Draft, at: number, signal: AbortSignal): Promise<Publication> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    thread.onerror = (event) => reject(new Error(event.message || "the thread that checks ended"));
    thread.onmessage = ({ data }: MessageEvent<Checked | Publication>) =>
      "bytes" in data ? resolve(data) : reject(new Error("the position cannot be danced yet"));
    post(thread, "publication", draft, at);
  });
}
