import { fail, type Outcome, ok } from "#dance/outcome.ts";
import { POSE_SIZE, type PoseFrame } from "#dance/pose/pose.ts";

/** Whether a parsed JSON value is an object, no list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The pose frames of a track as README.md describes it; `name` is what its sender calls it. */
export function readTrack(raw: unknown, name: string): Outcome<PoseFrame[]> {
  if (!isObject(raw) || !Array.isArray(raw.frames)) return fail("track-malformed", `${name} must be { fps, frames }`);
  const times = readTimes(raw, name);
  if (!times.ok) return times;
  const frames: PoseFrame[] = [];
  for (const [i, frame] of raw.frames.entries()) {
    if (!Array.isArray(frame) || (frame.length !== POSE_SIZE && frame.length !== 0))
      return fail(
        "frame-malformed",
        `${name} frame ${i} must have ${POSE_SIZE} numbers, or none where nobody was seen`,
      );
    frames.push({
      time: times.value(i),
      pose: Float32Array.from({ length: POSE_SIZE }, (_, at) => numberAt(frame, at)),
    });
  }
  return ok(frames);
}

const numberAt = (frame: readonly unknown[], at: number): number => {
  const value = frame[at];
  return typeof value === "number" ? value : at % 3 === 2 ? 0 : Number.NaN;
};

function readTimes(raw: Record<string, unknown>, name: string): Outcome<(i: number) => number> {
  const { times, fps, frames } = raw;
  if (times !== undefined) {
    if (
      !Array.isArray(times) ||
      times.length !== (frames as unknown[]).length ||
      !times.every((time) => Number.isFinite(time))
    )
      return fail("times-malformed", `${name}.times must hold one number of seconds for each frame`);
    for (let i = 1; i < times.length; i++)
      if (times[i] < times[i - 1]) return fail("times-backwards", `${name}.times go backwards at frame ${i}`);
    return ok((i) => times[i] as number);
  }
  if (typeof fps !== "number" || !(fps > 0) || !(fps <= 1000))
    return fail("fps-out-of-range", `${name}.fps must be above 0 and at most 1000`);
  return ok((i) => i / fps);
}
