import type { Choreography } from "#dance/choreo/choreography.ts";
import type { Lint } from "#dance/take/lint.ts";

/** Checks choreographies in a thread of its own, so that dragging stays smooth. */
export interface Linter {
  /** Told of the last choreography asked about; earlier ones that are not done yet are left out. */
  ask(choreography: Choreography, told: (lint: Lint) => void): void;
  close(): void;
}

/** Opens the thread. */
export function openLinter(): Linter {
  const thread = new Worker(new URL("./thread/worker.ts", import.meta.url), { type: "module", name: "lint" });
  let last = 0;
  let busy = false;
  let next: { choreography: Choreography; told: (lint: Lint) => void } | null = null;
  let waiting: ((lint: Lint) => void) | null = null;
  const send = () => {
    if (busy || !next) return;
    busy = true;
    waiting = next.told;
    thread.postMessage({ id: ++last, choreography: next.choreography });
    next = null;
  };
  thread.onmessage = ({ data }: MessageEvent<{ id: number; lint: Lint }>) => {
    busy = false;
    if (!next) waiting?.(data.lint);
    send();
  };
  return {
    ask(choreography, told) {
      next = { choreography, told };
      send();
    },
    close: () => thread.terminate(),
  };
}
