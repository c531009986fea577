import { fail, type Outcome, ok } from "../../outcome.ts";
import { GRID, POSE_SIZE, type Pose, snapPose, snapTime, type Track } from "../../pose/pose.ts";
import type { Choreography } from "../choreography.ts";
import { headOf, isHead } from "../head.ts";
import { type FormatProblem, FRAMES_MAX } from "./foreign.ts";
import { fieldOf, jsonOf, listOf } from "./loose.ts";

/** Name and version of the format; a reader refuses a version that it does not know. */
export const CHOREOGRAPHY_JSON = { format: "eightcount-choreography", version: 1 } as const;

/** A pose as its 51 numbers, with no more digits than the grid has. */
const numbersOf = (pose: Pose): number[] => Array.from(snapPose(pose), (value) => Math.round(value * 1e5) / 1e5);

/** Writes a choreography as JSON: format, version, head, poses of the keyframes, and the track as `times` and `frames`. */
export function writeChoreographyJson(choreography: Choreography): string {
  return JSON.stringify({
    ...CHOREOGRAPHY_JSON,
    ...headOf(choreography),
    poses: choreography.keyframes.map(({ pose }) => numbersOf(pose)),
    track: {
      times: choreography.track.map(({ time }) => snapTime(time)),
      frames: choreography.track.map(({ pose }) => numbersOf(pose)),
    },
  });
}

/** Reads what `writeChoreographyJson` wrote, as hostile text: poses come back on the grid. */
export function readChoreographyJson(text: string): Outcome<Choreography, FormatProblem> {
  const root = jsonOf(text);
  if (root === undefined) return fail("not-json", "the file is not JSON");
  if (fieldOf(root, "format") !== CHOREOGRAPHY_JSON.format || fieldOf(root, "version") !== CHOREOGRAPHY_JSON.version)
    return fail(
      "not-this-format",
      `format and version must be ${CHOREOGRAPHY_JSON.format} ${CHOREOGRAPHY_JSON.version}`,
    );
  const { format: _, version: __, poses: rawPoses, track: rawTrack, ...head } = root as Record<string, unknown>;
  if (!isHead(head))
    return fail("not-this-format", "title, tempo, counts, sections or keyframes are not as they must be");
  const poses = posesOf(rawPoses);
  const frames = posesOf(fieldOf(rawTrack, "frames"));
  const times = listOf(fieldOf(rawTrack, "times"));
  if (poses === null || frames === null || times === null || frames.length !== times.length)
    return fail("not-this-format", `every pose must have ${POSE_SIZE} numbers, and every frame a time`);
  if (frames.length > FRAMES_MAX)
    return fail("too-many-frames", `there are ${frames.length} frames, at most ${FRAMES_MAX}`);
  if (poses.length !== head.keyframes.length || frames.length === 0)
    return fail("no-poses", "there must be a pose for every keyframe, and a track");
  const track = frames.map((pose, i) => ({ time: snapTime(times[i] as number), pose }));
  if (!rises(track)) return fail("not-this-format", "times must be numbers that rise");
  const keyframes = head.keyframes.map(([count, weight], i) => ({ count, weight, pose: poses[i] as Pose }));
  return ok({ ...head, keyframes, track });
}

function posesOf(value: unknown): Pose[] | null {
  const list = listOf(value);
  if (list === null) return null;
  const poses: Pose[] = [];
  for (const numbers of list) {
    if (!Array.isArray(numbers) || numbers.length !== POSE_SIZE || !numbers.every((n) => Number.isFinite(n)))
      return null;
    poses.push(snapPose(Float32Array.from(numbers)));
  }
  return poses;
}

const rises = (track: Track): boolean =>
  track.every(
    ({ time }, i) => Number.isFinite(time) && (i === 0 || time - (track[i - 1]?.time ?? 0) >= GRID.seconds / 2),
  );
