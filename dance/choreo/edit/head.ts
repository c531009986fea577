import type { Level, Text } from "../choreography.ts";
import type { Draft } from "../draft.ts";
import { fitName } from "../head.ts";
import { onPosition } from "./position.ts";

/** Title or description in one language of the page; the other one goes along until it says something of its own. */
export function setText(draft: Draft, which: "title" | "about", language: keyof Text, text: string): Draft {
  const before = draft[which];
  const other = language === "en" ? "ko" : "en";
  const along = before[other] === before[language] || before[other] === "";
  const after = { ...before, [language]: text, ...(along && { [other]: text }) };
  return { ...draft, [which]: after };
}

/** How hard it is. */
export const setLevel = (draft: Draft, level: Level): Draft => ({ ...draft, level });

/** Whose part a position is. */
export const namePosition = (draft: Draft, at: number, name: string): Draft =>
  onPosition(draft, at, (position) => ({ ...position, name: fitName(name) }));

/** Without one of several positions. */
export const removePosition = (draft: Draft, at: number): Draft =>
  draft.positions.length > 1 && at in draft.positions
    ? { ...draft, positions: draft.positions.toSpliced(at, 1) }
    : draft;
