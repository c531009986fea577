import type { Draft } from "#dance/choreo/draft.ts";
import { packDraft } from "#dance/choreo/packed-draft.ts";
import type { Checked } from "./thread/worker.ts";

export type { Checked } from "./thread/worker.ts";

/** Checks drafts in a thread of its own, so that dragging stays smooth. */
export interface Linter {
  /** Told of the position asked about last; earlier ones that are not done yet are left out. */
  ask(draft: Draft, position: number, told: (checked: Checked) => void): void;
  close(): void;
}

/** One position, its poses in one piece: twenty minutes of them, one by one, would hold the page up for half a second. */
function packed(draft: Draft, position: number) {
  const only = packDraft({ ...draft, positions: draft.positions.slice(position, position + 1) });
  const move = only.positions.flatMap(({ track, keyframes }) => [track.poses.buffer, keyframes.poses.buffer]);
  return { only, move: move as ArrayBuffer[] };
}

/** Opens the thread. */
export function openLinter(): Linter {
  const thread = new Worker(new URL("./thread/worker.ts", import.meta.url), { type: "module", name: "lint" });
  let next: { draft: Draft; position: number; told: (checked: Checked) => void } | null = null;
  let asked: ((checked: Checked) => void) | null = null;
  const send = () => {
    if (asked || !next) return;
    const { only, move } = packed(next.draft, next.position);
    thread.postMessage(only, move);
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
