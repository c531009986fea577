import { LIMB_OF, SEGMENTS } from "../pose/body.ts";
import { CELL_PAD, CELL_RATE } from "../pose/cells.ts";
import type { Directions } from "../pose/directions.ts";
import { LIMB_GROUPS } from "../pose/keypoints.ts";
import type { UnseenSpan } from "./result.ts";
import { round } from "./round.ts";

const S = SEGMENTS.length;
/** Cells (0.5 s) that a limb must be out of sight for a word about it. */
const SHORTEST = 8;

/** The stretches of song time in which the take did not show a limb that the reference shows. */
export function unseenSpans(reference: Directions, take: Directions, from: number): UnseenSpan[] {
  return LIMB_GROUPS.flatMap((limb, g) => {
    const spans: UnseenSpan[] = [];
    let start = -1;
    for (let i = CELL_PAD; i <= reference.count - CELL_PAD; i++) {
      const hidden = i < reference.count - CELL_PAD && isHidden(reference, take, i, g);
      if (hidden && start < 0) start = i;
      if (hidden || start < 0) continue;
      if (i - start >= SHORTEST) spans.push({ limb, from: timeOf(start, from), to: timeOf(i, from) });
      start = -1;
    }
    return spans;
  });
}

const timeOf = (cell: number, from: number): number => round(from + (cell - CELL_PAD) / CELL_RATE, 3);

/** Whether every segment of the limb that the reference shows is out of sight. */
function isHidden(reference: Directions, take: Directions, cell: number, g: number): boolean {
  let hidden = false;
  for (let s = 0; s < S; s++) {
    if (LIMB_OF[s] !== g || reference.seen[cell * S + s] === 0) continue;
    if (take.seen[cell * S + s] === 1) return false;
    hidden = true;
  }
  return hidden;
}
