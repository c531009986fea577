import type { Choreography } from "../choreo/choreography.ts";
import { type Tempo, timeOfCount } from "../music/tempo.ts";
import { Cells } from "../pose/cells.ts";
import { type Directions, directionsOf, upperOf } from "../pose/directions.ts";
import { type Pose, snapTime } from "../pose/pose.ts";
import { Room } from "../pose/room.ts";
import { depthOf } from "./facing.ts";
import { type Velocities, velocitiesOf } from "./lag.ts";
import { type Mirrored, mirrorOf } from "./mirror.ts";
import { tremblingOf } from "./tremble.ts";
import { type Units, unitsOf } from "./units.ts";
import { type Weights, weigh } from "./weights.ts";

/** A keyframe of the section at its song time. */
export interface ReferenceKeyframe {
  /** Index in the section's keyframes. */
  readonly index: number;
  readonly count: number;
  readonly time: number;
  readonly weight: number;
  readonly pose: Pose;
}

/** A section made ready for judging; heavy to make, read only, made once for any number of takes. */
export interface Reference {
  /** Song seconds of the section's first and last moment. */
  readonly from: number;
  readonly to: number;
  readonly tempo: Tempo;
  readonly keyframes: readonly ReferenceKeyframe[];
  readonly directions: Directions;
  readonly units: Units;
  readonly velocities: Velocities;
  /** How far its segments come towards the camera (facing.ts). */
  readonly depth: Float64Array;
  readonly mirror: Mirrored;
  readonly weights: Weights;
  /** Of each segment, by the fault of the detector that saw the reference. */
  readonly trembling: Float64Array;
  /** The same section for dancers who sit: of its own weights, and without legs. Made when it is first asked for. */
  readonly seated: Reference;
}

/** Index of the whole choreography where a section is asked for. */
export const WHOLE = -1;

/** Makes a section ready (WHOLE, -1, for all of it). Throws RangeError where there is no such section. */
export function prepare(choreography: Choreography, section: number): Reference {
  const { tempo, track } = choreography;
  const span = section === WHOLE ? { from: 0, to: choreography.counts } : choreography.sections[section];
  if (span === undefined) throw new RangeError(`no section ${section} in ${choreography.slug}`);
  const from = timeOfCount(tempo, span.from);
  const to = timeOfCount(tempo, span.to);
  const cells = new Cells({ from, to, mirror: false, seated: false }, new Room());
  for (const frame of track) cells.add(snapTime(frame.time), frame.pose);
  const keyframes = choreography.keyframes
    .filter((keyframe) => keyframe.count >= span.from && keyframe.count < span.to)
    .map((keyframe, index) => ({ ...keyframe, index, time: timeOfCount(tempo, keyframe.count) }));
  return ready({ from, to, tempo, keyframes }, directionsOf(cells, new Room()));
}

type Section = Pick<Reference, "from" | "to" | "tempo" | "keyframes">;

function ready(section: Section, directions: Directions): Reference {
  const velocities = velocitiesOf(directions, new Room());
  let seated: Reference | undefined;
  return {
    ...section,
    directions,
    units: unitsOf(directions),
    velocities,
    depth: depthOf(directions),
    mirror: mirrorOf(directions, velocities),
    weights: weigh(directions, section.keyframes, section.from),
    trembling: tremblingOf(directions),
    get seated() {
      seated ??= ready(section, upperOf(directions));
      return seated;
    },
  };
}
