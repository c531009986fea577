import { capture } from "#dance/choreo/capture.ts";
import type { Tempo } from "#dance/music/tempo.ts";
import { fail, type Outcome, ok, type Problem } from "#dance/outcome.ts";
import { LIMB_GROUPS } from "#dance/pose/keypoints.ts";
import { POSE_SIZE, type PoseFrame } from "#dance/pose/pose.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { FULL_SCORE, type TakeResult } from "#dance/scoring/result.ts";
import { round } from "#dance/scoring/round.ts";
import { Take } from "#dance/take/take.ts";
import { inPictureHeights } from "./judge-units.ts";

export type Answer = { readonly id: string | null } & (
  | Readonly<Record<string, unknown>>
  | { readonly problem: Problem }
);

/** Judges one line of the contract in README.md: a reference track, a take, a tempo. */
export function judgeLine(line: string): Answer {
  const read = parse(line);
  if (!read.ok) return { id: idOf(line), problem: read.problem };
  const { id, reference, take, tempo, mirror } = read.value;
  const captured = capture(reference, tempo, { slug: "reference" });
  if (!captured.ok) return { id, problem: captured.problem };
  const prepared = prepare(captured.value, WHOLE);
  if (prepared.directions.masks.every((mask) => mask === 0))
    return { id, problem: { code: "reference-unseen", message: "no keypoint of the reference was seen" } };
  if (!(prepared.weights.motion > 0))
    return {
      id,
      problem: { code: "reference-still", message: "the reference never moves: there is nothing to judge" },
    };
  const run = new Take(prepared, { mirror });
  for (const frame of take) run.feed(frame);
  return { id, ...output(run.result()) };
}

function output(result: TakeResult) {
  const percent = (share: number) => round(share * 100, 2);
  const limbs = LIMB_GROUPS.map((limb) => {
    const of = result.limbs[limb];
    return [limb, of && { shape: percent(of.shape), offset: of.offset, energy: percent(of.energy) }];
  });
  return {
    score: round((result.score / FULL_SCORE) * 100, 4),
    offset: result.lag,
    shape: percent(result.shape),
    energy: percent(result.energy),
    coverage: result.coverage,
    mirrored: result.mirrored,
    limbs: Object.fromEntries(limbs),
  };
}

interface Line {
  readonly id: string;
  readonly reference: PoseFrame[];
  readonly take: PoseFrame[];
  readonly tempo: Tempo | null;
  readonly mirror: boolean;
}

function parse(line: string): Outcome<Line> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return fail("not-json", "the line is not JSON");
  }
  if (!isObject(raw)) return fail("not-an-object", "the line is not an object");
  if (typeof raw.id !== "string") return fail("id-missing", "id must be a string");
  const reference = readTrack(raw.reference, "reference");
  if (!reference.ok) return reference;
  const take = readTrack(raw.take, "take");
  if (!take.ok) return take;
  const tempo = readTempo(raw.tempo);
  if (!tempo.ok) return tempo;
  if (raw.mirror !== undefined && typeof raw.mirror !== "boolean")
    return fail("mirror-not-boolean", "mirror must be true or false");
  return ok({
    id: raw.id,
    reference: inPictureHeights(reference.value),
    take: inPictureHeights(take.value),
    tempo: tempo.value,
    mirror: raw.mirror === true,
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function idOf(line: string): string | null {
  try {
    const raw: unknown = JSON.parse(line);
    return isObject(raw) && typeof raw.id === "string" ? raw.id : null;
  } catch {
    return null;
  }
}

function readTempo(raw: unknown): Outcome<Tempo | null> {
  if (raw === null || raw === undefined) return ok(null);
  if (!isObject(raw) || typeof raw.bpm !== "number" || typeof raw.firstBeat !== "number")
    return fail("tempo-malformed", "tempo must be null or { bpm, firstBeat }");
  return ok({ bpm: raw.bpm, firstBeat: raw.firstBeat });
}

function readTrack(raw: unknown, name: string): Outcome<PoseFrame[]> {
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
