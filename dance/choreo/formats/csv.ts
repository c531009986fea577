import { fail, type Outcome, ok } from "../../outcome.ts";
import { inPictureHeights } from "../../pose/heights.ts";
import { KEYPOINTS } from "../../pose/keypoints.ts";
import type { PoseFrame, Track } from "../../pose/pose.ts";
import { type Foreign, type FormatProblem, FRAMES_MAX, nobody, remarks, USUAL_RATE } from "./foreign.ts";

const AXES = ["x", "y", "c"] as const;
const COLUMNS = KEYPOINTS.flatMap((name) => AXES.map((axis) => `${name}_${axis}`));
/** Names that others use for a column of ours. */
const ALSO: Readonly<Record<string, string>> = {
  score: "c",
  confidence: "c",
  conf: "c",
  likelihood: "c",
  visibility: "c",
};

/** Writes a track as CSV: `time` in seconds, then x, y, c of every keypoint, lengths in picture heights. */
export function writeCsv(track: Track): string {
  const rows = track.map(({ time, pose }) => [time, ...Array.from(pose, (value) => Math.round(value * 1e5) / 1e5)]);
  return [["time", ...COLUMNS], ...rows]
    .map((row) => row.join(","))
    .join("\r\n")
    .concat("\r\n");
}

/**
 * Reads CSV with a line of column names: `time` (seconds) or `frame` (a number, `rate` a second), and `left_wrist_x`,
 * `left_wrist_y`, `left_wrist_c` of any COCO keypoints; without a `_c` a point counts as seen where it has numbers. Separated
 * by comma, semicolon or tab; a decimal comma is read where the separator is another.
 */
export function readCsv(text: string, rate: number | null): Outcome<Foreign, FormatProblem> {
  const [first = "", ...lines] = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const separator = [",", ";", "\t"].sort((a, b) => first.split(b).length - first.split(a).length)[0] as string;
  const names = first.split(separator).map(columnName);
  const places = new Map(names.map((name, i) => [name, i]));
  const known = KEYPOINTS.filter((name) => places.has(`${name}_x`) && places.has(`${name}_y`));
  if (known.length === 0) return fail("columns-missing", "no column is named like left_wrist_x");
  if (lines.length > FRAMES_MAX)
    return fail("too-many-frames", `there are ${lines.length} frames, at most ${FRAMES_MAX}`);
  const clock = places.get("time") ?? places.get("t") ?? null;
  const counter = places.get("frame") ?? null;
  const used = rate ?? USUAL_RATE;
  const frames: PoseFrame[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (const [i, line] of lines.entries()) {
    const cells = line.split(separator).map((cell) => toNumber(cell, separator));
    const time = clock !== null ? cells[clock] : counter !== null ? (cells[counter] ?? Number.NaN) / used : i / used;
    if (time === undefined || !Number.isFinite(time) || time <= latest) continue;
    latest = time;
    frames.push({ time, pose: poseOf(cells, places) });
  }
  const empty = frames.filter(({ pose }) => pose.every((value) => value === 0)).length;
  if (frames.length === empty) return fail("no-poses", "no line holds a time and a point that was seen");
  const ours = new Set(["time", "t", "frame", ...COLUMNS]);
  return ok({
    track: inPictureHeights(frames),
    remarks: remarks({
      "points-missing": KEYPOINTS.length - known.length,
      "points-extra": Math.ceil(names.filter((name) => name !== "" && !ours.has(name)).length / AXES.length),
      "rate-assumed": clock === null && rate === null ? USUAL_RATE : 0,
      "frames-empty": empty,
    }),
  });
}

function columnName(raw: string): string {
  const name = raw
    .trim()
    .replace(/^"|"$/g, "")
    .toLowerCase()
    .replaceAll(/[\s.-]+/g, "_");
  const last = name.split("_").at(-1) ?? "";
  return ALSO[last] === undefined ? name : `${name.slice(0, -last.length)}${ALSO[last]}`;
}

function toNumber(cell: string, separator: string): number {
  const text = cell.trim().replace(/^"|"$/g, "");
  return text === "" ? Number.NaN : Number(separator === "," ? text : text.replace(",", "."));
}

function poseOf(cells: readonly number[], places: ReadonlyMap<string, number>) {
  const pose = nobody();
  KEYPOINTS.forEach((name, k) => {
    const cell = (axis: string): number | undefined => {
      const place = places.get(`${name}_${axis}`);
      return place === undefined ? undefined : (cells[place] ?? Number.NaN);
    };
    const [x, y, c = 1] = [cell("x") ?? Number.NaN, cell("y") ?? Number.NaN, cell("c")];
    if (!Number.isNaN(x + y + c)) pose.set([x, y, Math.min(1, Math.max(0, c))], k * 3);
  });
  return pose;
}
