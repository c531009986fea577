import type { Draft } from "../draft.ts";

/** A draft with all that it was before and all that was undone. Drafts share what they have in common. */
export interface History {
  readonly past: readonly Draft[];
  readonly now: Draft;
  readonly future: readonly Draft[];
  /** Which gesture made `now`: its next step takes its place instead of adding one more to undo. */
  readonly gesture: string | null;
}

/** A draft that nothing was done to yet. */
export const historyOf = (draft: Draft): History => ({ past: [], now: draft, future: [], gesture: null });

/** After an edit; nothing happens where it changed nothing. Steps of one gesture (a drag, typing) are one to undo. */
export function edited(history: History, now: Draft, gesture: string | null = null): History {
  if (now === history.now) return history;
  const goesOn = gesture !== null && gesture === history.gesture;
  return { past: goesOn ? history.past : [...history.past, history.now], now, future: [], gesture };
}

/** One step back; the same where there is none. */
export function undone(history: History): History {
  const now = history.past.at(-1);
  if (!now) return history;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future], gesture: null };
}

/** One step forward again; the same where there is none. */
export function redone(history: History): History {
  const [now, ...future] = history.future;
  return now ? { past: [...history.past, history.now], now, future, gesture: null } : history;
}
