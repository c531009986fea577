import { SEGMENTS } from "../pose/body.ts";
import type { Assessment } from "./assess.ts";
import type { Reference } from "./reference.ts";
import { round } from "./round.ts";
import { RULES } from "./rules.ts";

/** Cells on either side of a keyframe in which the reference must move: 0.27 s. */
const ABOUT = 4;
/** Share of a keyframe's points that must have been kept: what was not danced came neither early nor late. */
const DANCED = 0.1;

/** Seconds early (-) or late (+) at every keyframe, by which it was judged; null where nothing tells: hidden, still, or another dance. */
export const timedOffsets = (reference: Reference, of: Assessment): (number | null)[] =>
  Array.from(of.offsets, (offset, k) => {
    const told =
      of.inStep && (of.marks.coverage[k] as number) >= RULES.coverage && (of.marks.kept[k] as number) >= DANCED;
    return told && moves(reference, reference.weights.cells[k] as number) ? round(offset, 4) : null;
  });

/** Whether the reference moves about a cell by more than a detector trembles. */
function moves({ velocities: { squares, count } }: Reference, cell: number): boolean {
  const [first, last] = [Math.max(0, cell - ABOUT), Math.min(count - 1, cell + ABOUT)];
  let sum = 0;
  for (let s = 0; s < SEGMENTS.length; s++) for (let i = first; i <= last; i++) sum += squares[s * count + i] as number;
  return sum > 2 * RULES.holding * (last - first + 1);
}
