import { REVIEW_SPEEDS } from "../../state/coach/view.ts";
import { isWriting, type KeyAimed, type KeyPressed, keyOf } from "../key-of.ts";
import { type Move, moveOf, type Pressed } from "../replay-keys.ts";

/** What a key asks of a review. */
export type ReviewMove =
  | Move
  | { readonly kind: "nudge"; readonly way: 1 | -1; readonly beside: boolean }
  | { readonly kind: "other-note"; readonly way: 1 | -1 }
  | { readonly kind: "loop" | "layout" | "limb" | "write" | "link" | "help" };

const MOVES: Readonly<Record<string, ReviewMove>> = {
  l: { kind: "loop" },
  v: { kind: "layout" },
  b: { kind: "limb" },
  n: { kind: "write" },
  c: { kind: "link" },
  "?": { kind: "help" },
  ",": { kind: "nudge", way: -1, beside: false },
  ".": { kind: "nudge", way: 1, beside: false },
  "<": { kind: "nudge", way: -1, beside: true },
  ">": { kind: "nudge", way: 1, beside: true },
  j: { kind: "other-note", way: 1 },
  k: { kind: "other-note", way: -1 },
};

/** What a key asks for; nothing while somebody writes, and never a key that the focused control needs itself. */
export function reviewMoveOf(event: Pressed & KeyPressed & KeyAimed): ReviewMove | null {
  const target = event.target as HTMLElement | null;
  if (event.ctrlKey || event.metaKey || event.altKey || !target?.matches) return null;
  if (isWriting(event) || target.closest("dialog, [role=dialog]")) return null;
  if (target.matches("select") && event.key.length === 1) return null;
  const rate = REVIEW_SPEEDS[Number(event.key) - 1];
  if (rate !== undefined) return { kind: "speed", rate };
  const own = MOVES[keyOf(event)];
  return own ?? moveOf(event);
}
