import { LIMB_MASKS } from "../pose/body.ts";
import { CELL_PAD } from "../pose/cells.ts";
import type { Directions } from "../pose/directions.ts";
import { LIMB_GROUPS } from "../pose/keypoints.ts";
import { CELL_RATE } from "../pose/pieces.ts";
import type { UnseenSpan } from "./result.ts";
import { round } from "./round.ts";

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
  const shown = (reference.masks[cell] as number) & (LIMB_MASKS[g] as number);
  return shown !== 0 && (shown & (take.masks[cell] ?? 0)) === 0;
}
