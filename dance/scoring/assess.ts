import { LIMB_OF } from "../pose/body.ts";
import type { Directions } from "../pose/directions.ts";
import { LIMB_GROUPS } from "../pose/keypoints.ts";
import { CELL_RATE } from "../pose/pieces.ts";
import type { Room } from "../pose/room.ts";
import { meanTrunk, turn } from "../pose/upright.ts";
import { turnAs } from "./facing.ts";
import { ALL_SEGMENTS, correlate, findLag, type Lag, velocitiesOf } from "./lag.ts";
import { type Marks, mark } from "./marks.ts";
import { mirrorShare } from "./mirror.ts";
import { findPath } from "./path.ts";
import type { Reference } from "./reference.ts";
import { windowsOf } from "./windows.ts";

/** Sine of the greatest camera roll that is taken out: 12 degrees. */
const ROLL = 0.208;
/** Cells on either side over which a keyframe's offset is averaged. */
const OFFSET_REACH = 4;
/** Cells by which a limb's own lag may differ from that of the whole. */
const LIMB_REACH = 4;
/** Synchrony below which a lag tells nothing. */
const IN_STEP = 0.15;

/** All that a take's motion says, before it is added up. */
export interface Assessment {
  readonly lag: Lag;
  /** Whether the two move together at all, so that a lag has a meaning. */
  readonly inStep: boolean;
  /** Lag of each limb group in seconds, null where it does not move or not together. */
  readonly limbLags: readonly (number | null)[];
  /** Share kept for not being the mirror image. */
  readonly mirror: number;
  readonly marks: Marks;
  /** Seconds early (-) or late (+) at each keyframe. */
  readonly offsets: Float64Array;
  /** The take's directions, turned as the reference's, and for every cell of the reference the cells by which the take lags. */
  readonly take: Directions;
  readonly lags: Int8Array;
}

/** What of a reference a take is compared with. */
export type Judged = Pick<Reference, "directions" | "velocities" | "depth" | "mirror" | "trembling" | "weights">;

/** Compares a take's directions (which it turns in place: upright, and to face the camera as the reference does) with the reference. */
export function assess(reference: Judged, take: Directions, room: Room): Assessment {
  level(reference.directions, take);
  const velocity = velocitiesOf(take, room);
  const correlation = correlate(reference.velocities, velocity);
  const lag = findLag(correlation, ALL_SEGMENTS);
  const lags = findPath(reference.directions, take, lag.cells);
  for (let i = 0; i < lags.length; i++) (lags[i] as number) += lag.cells;
  turnAs(reference.directions, reference.depth, take, lags);
  const windows = windowsOf(
    {
      reference: reference.directions,
      take,
      referenceVelocity: reference.velocities,
      takeVelocity: velocity,
      trembling: reference.trembling,
      lags,
    },
    reference.weights.cells,
    room,
  );
  const limbLags = LIMB_GROUPS.map((_, g) => {
    const found = findLag(correlation, segmentsOf(g), lag.cells, LIMB_REACH);
    return found.synchrony >= IN_STEP ? found.seconds : null;
  });
  return {
    lag,
    inStep: lag.synchrony >= IN_STEP,
    limbLags,
    mirror: mirrorShare(reference.directions, reference.mirror, take, velocity, lag),
    marks: mark(windows, reference.weights, room),
    offsets: offsetsOf(lags, lag, reference.weights.cells),
    take,
    lags,
  };
}

const segmentsOf = (g: number): number[] => ALL_SEGMENTS.filter((s) => LIMB_OF[s] === g);

function offsetsOf(lags: Int8Array, lag: Lag, cells: Int32Array): Float64Array {
  const part = lag.seconds - lag.cells / CELL_RATE;
  const out = new Float64Array(cells.length);
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k] as number;
    let [sum, n] = [0, 0];
    for (let i = Math.max(0, cell - OFFSET_REACH); i <= Math.min(lags.length - 1, cell + OFFSET_REACH); i++) {
      sum += lags[i] as number;
      n++;
    }
    out[k] = n > 0 ? sum / n / CELL_RATE + part : 0;
  }
  return out;
}

/** Takes out the camera's roll: turns the take so that its trunk stands as the reference's does. */
function level(reference: Directions, take: Directions): void {
  const a = meanTrunk(reference);
  const b = meanTrunk(take);
  if (a === null || b === null) return;
  const sin = Math.min(ROLL, Math.max(-ROLL, b[0] * a[1] - b[1] * a[0]));
  turn(take, Math.sqrt(1 - sin * sin), sin);
}
