import type { Draft, DraftPosition } from "../draft.ts";

/** The draft with one of its positions changed; the same draft where nothing changes or there is no such position. */
export function onPosition(draft: Draft, at: number, change: (position: DraftPosition) => DraftPosition): Draft {
  const before = draft.positions[at];
  if (before === undefined) return draft;
  const after = change(before);
  return after === before ? draft : { ...draft, positions: draft.positions.with(at, after) };
}
