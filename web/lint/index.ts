import type { Draft } from "#dance/choreo/draft.ts";
import { packDraft } from "#dance/choreo/packed-draft.ts";
import type { Checked, Publication, ToThread } from "./thread/messages.ts";

export type { Checked, Publication } from "./thread/messages.ts";

type Told = (checked: Checked | null) => void;

/** Checks drafts in a thread of its own, so that dragging stays smooth. */
export interface Linter {
  /** Told of the position asked about last, null where it cannot be checked; earlier ones that are not done yet are left out. */
  ask(draft: Draft, position: number, told: Told): void;
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

/** Opens the thread; after one that broke the next question opens another. */
export function openLinter(): Linter {
  let thread: Worker | null = null;
  let next: { draft: Draft; position: number; told: Told } | null = null;
  let asked: Told | null = null;
  const send = () => {
    if (asked || !next) return;
    thread ??= begin();
    post(thread, "lint", next.draft, next.position);
    asked = next.told;
    next = null;
  };
  const answered = (checked: Checked | null) => {
    if (!next) asked?.(checked);
    asked = null;
    send();
  };
  const begin = () => {
    const fresh = openThread();
    fresh.onmessage = ({ data }: MessageEvent<Checked>) => answered(data);
    fresh.onerror = () => {
      fresh.terminate();
      thread = null;
      answered(null);
    };
    return fresh;
  };
  thread = begin();
  return {
    ask(draft, position, told) {
      next = { draft, position, told };
      send();
    },
    close: () => thread?.terminate(),
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
