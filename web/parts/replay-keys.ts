import type { Words } from "../words/index.ts";
import { isWriting } from "./key-of.ts";
import type { Unit } from "./replay-scene.ts";

export const REPLAY_SPEEDS = [0.25, 0.5, 1] as const;

/** What a key asks of a replay. */
export type Move =
  | { readonly kind: "play" }
  | { readonly kind: "step"; readonly unit: Unit; readonly way: 1 | -1 }
  | { readonly kind: "speed"; readonly rate: number }
  | { readonly kind: "end"; readonly way: 1 | -1 };

const step = (unit: Unit, way: 1 | -1): Move => ({ kind: "step", unit, way });

const MOVES: Readonly<Record<string, Move>> = {
  " ": { kind: "play" },
  ArrowLeft: step("frame", -1),
  ArrowDown: step("frame", -1),
  ArrowRight: step("frame", 1),
  ArrowUp: step("frame", 1),
  "Shift ArrowLeft": step("count", -1),
  "Shift ArrowRight": step("count", 1),
  "[": step("eight", -1),
  "]": step("eight", 1),
  PageDown: step("eight", -1),
  PageUp: step("eight", 1),
  Home: { kind: "end", way: -1 },
  End: { kind: "end", way: 1 },
  "1": { kind: "speed", rate: REPLAY_SPEEDS[0] },
  "2": { kind: "speed", rate: REPLAY_SPEEDS[1] },
  "3": { kind: "speed", rate: REPLAY_SPEEDS[2] },
};

/** A key that went down: of React or of the browser itself. */
export type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "target">;

/** What a key asks for, but for keys that the focused control itself needs. */
export function moveOf(event: Pressed): Move | null {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event)) return null;
  const move = MOVES[event.shiftKey && event.key.startsWith("Arrow") ? `Shift ${event.key}` : event.key] ?? null;
  const target = event.target as HTMLElement;
  if (target.matches("input[type=range]")) return move;
  if (target.matches("select") && event.key.length === 1) return null; // letters and digits choose in its list
  const needed = target.matches("input, select") ? /^( |Arrow.*|Home|End|Page.*)$/ : /^ $/;
  const presses = target.matches("button, summary, a, input, select");
  return presses && needed.test(event.key) ? null : move;
}

/** What a key is called; signs are their own names. */
export const keyName = ({ keyNames }: Words["watch"], key: string): string =>
  (keyNames as Readonly<Record<string, string>>)[key] ?? key;
