import { capture } from "#dance/choreo/capture.ts";
import type { Tempo } from "#dance/music/tempo.ts";
import { fail, type Outcome, ok, type Problem } from "#dance/outcome.ts";
import { inPictureHeights } from "#dance/pose/heights.ts";
import { LIMB_GROUPS } from "#dance/pose/keypoints.ts";
import type { PoseFrame } from "#dance/pose/pose.ts";
import { prepare, WHOLE } from "#dance/scoring/reference.ts";
import { FULL_SCORE, type TakeResult } from "#dance/scoring/result.ts";
import { round } from "#dance/scoring/round.ts";
import { Take, type TakeSettings } from "#dance/take/take.ts";
import { isObject, readTrack } from "./judge-track.ts";

/** As the line gave it. */
type Id = string | number;

export type Answer = { readonly id: Id | null } & (Readonly<Record<string, unknown>> | { readonly problem: Problem });

/** Judges one line of the contract in README.md: a reference track, a take, a tempo. */
export function judgeLine(line: string): Answer {
  const read = parse(line);
  if (!read.ok) return { id: idOf(line), problem: read.problem };
  const { id, reference, take, tempo, settings } = read.value;
  const captured = capture(reference, tempo, { slug: "reference" });
  if (!captured.ok) return { id, problem: captured.problem };
  const prepared = prepare(captured.value, WHOLE);
  if (prepared.directions.masks.every((mask) => mask === 0))
    return { id, problem: { code: "reference-unseen", message: "no keypoint of the reference was seen" } };
  const { motion } = (settings.seated ? prepared.seated : prepared).weights;
  if (!(motion > 0))
    return {
      id,
      problem: { code: "reference-still", message: "the reference never moves: there is nothing to judge" },
    };
  const run = new Take(prepared, settings);
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
  readonly id: Id;
  readonly reference: PoseFrame[];
  readonly take: PoseFrame[];
  readonly tempo: Tempo | null;
  readonly settings: TakeSettings;
}

function parse(line: string): Outcome<Line> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return fail("not-json", "the line is not JSON");
  }
  if (!isObject(raw)) return fail("not-an-object", "the line is not an object");
  const { id } = raw;
  if (!isId(id)) return fail("id-missing", "id must be a string or a number");
  const reference = readTrack(raw.reference, "reference");
  if (!reference.ok) return reference;
  const take = readTrack(raw.take, "take");
  if (!take.ok) return take;
  const tempo = readTempo(raw.tempo);
  if (!tempo.ok) return tempo;
  for (const name of ["mirror", "seated"] as const)
    if (raw[name] !== undefined && typeof raw[name] !== "boolean")
      return fail(`${name}-not-boolean`, `${name} must be true or false`);
  return ok({
    id,
    reference: inPictureHeights(reference.value),
    take: inPictureHeights(take.value),
    tempo: tempo.value,
    settings: { mirror: raw.mirror === true, seated: raw.seated === true },
  });
}

const isId = (value: unknown): value is Id => typeof value === "string" || typeof value === "number";

function idOf(line: string): Id | null {
  try {
    const raw: unknown = JSON.parse(line);
    return isObject(raw) && isId(raw.id) ? raw.id : null;
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
