import { fail, type Outcome, ok } from "../../outcome.ts";
import { KEYPOINTS } from "../../pose/keypoints.ts";
import { POSE_SIZE, type Pose, type Track } from "../../pose/pose.ts";
import { type Foreign, type FormatProblem, FRAMES_MAX, followAt, nobody } from "./foreign.ts";
import { fieldOf, jsonOf, listOf, numberOf } from "./loose.ts";

/** A labelled point counts as seen (2), as guessed behind something (1), or not at all (0). */
const FLAGS = [0, 0.5, 1] as const;

/**
 * Reads COCO keypoints: a data set (`images`, `annotations`, `categories`) or a list of results. Images are frames in the
 * order of their ids, `rate` a second (30 where null). Points are found by the names that the category gives, else must be
 * the seventeen in COCO's order.
 */
export function readCoco(text: string, rate: number | null): Outcome<Foreign, FormatProblem> {
  const root = jsonOf(text);
  if (root === undefined) return fail("not-json", "the file is not JSON");
  const bodies = listOf(root) ?? listOf(fieldOf(root, "annotations"));
  if (bodies === null) return fail("not-this-format", "there are no annotations and no list of results");
  const places = placesOf(root);
  const frames = new Map<number, Pose[]>();
  for (const image of listOf(fieldOf(root, "images")) ?? []) {
    const id = numberOf(fieldOf(image, "id"));
    if (Number.isFinite(id)) frames.set(id, []);
  }
  const flagged = isFlagged(bodies);
  for (const body of bodies) {
    const id = numberOf(fieldOf(body, "image_id"));
    const numbers = listOf(fieldOf(body, "keypoints"));
    if (!Number.isFinite(id) || numbers === null || numbers.length < places.length * 3) continue;
    const here = frames.get(id);
    const pose = poseOf(numbers, places, flagged);
    if (here === undefined) frames.set(id, [pose]);
    else here.push(pose);
  }
  const ids = [...frames.keys()].sort((a, b) => a - b);
  if (ids.every((id) => frames.get(id)?.length === 0)) return fail("no-poses", "no body has seventeen keypoints");
  if (ids.length > FRAMES_MAX) return fail("too-many-frames", `there are ${ids.length} frames, at most ${FRAMES_MAX}`);
  const extra = places.filter((place) => place < 0).length;
  const missing = Math.max(0, KEYPOINTS.length - (places.length - extra));
  const people = ids.map((id) => frames.get(id) ?? []);
  return ok(followAt(people, rate, { missing, extra }));
}

/** For each point of a body in the file, its index in KEYPOINTS, or -1 where we know no such point. */
function placesOf(root: unknown): number[] {
  const [category] = listOf(fieldOf(root, "categories")) ?? [];
  const names = listOf(fieldOf(category, "keypoints"));
  if (names === null || names.length === 0) return KEYPOINTS.map((_, k) => k);
  return names.map((name) =>
    KEYPOINTS.indexOf(
      String(name)
        .toLowerCase()
        .replaceAll(/[\s-]+/g, "_") as never,
    ),
  );
}

/** Whether the third numbers are COCO's 0, 1, 2 rather than confidences. */
const isFlagged = (bodies: readonly unknown[]): boolean => {
  let twos = 0;
  for (const body of bodies.slice(0, 200))
    for (const [i, value] of (listOf(fieldOf(body, "keypoints")) ?? []).entries())
      if (i % 3 === 2) {
        if (value === 2) twos++;
        else if (value !== 0 && value !== 1) return false;
      }
  return twos > 0;
};

function poseOf(numbers: readonly unknown[], places: readonly number[], flagged: boolean): Pose {
  const pose = nobody();
  places.forEach((place, i) => {
    if (place < 0) return;
    const [x, y, c] = [numberOf(numbers[i * 3]), numberOf(numbers[i * 3 + 1]), numberOf(numbers[i * 3 + 2])];
    if (Number.isNaN(x + y + c)) return;
    pose.set([x, y, flagged ? (FLAGS[c as 0 | 1 | 2] ?? 0) : Math.min(1, Math.max(0, c))], place * 3);
  });
  return pose;
}

/** Writes a track as a COCO data set, one image a frame, in thousandths of the picture's height. */
export function writeCoco(track: Track): string {
  const round = (value: number) => Math.round(value * 1e6) / 1e3;
  const images = track.map(({ time }, i) => ({
    id: i + 1,
    file_name: `${i + 1}.png`,
    height: 1000,
    width: 1000,
    time,
  }));
  const annotations = track.map(({ pose }, i) => ({
    id: i + 1,
    image_id: i + 1,
    category_id: 1,
    num_keypoints: KEYPOINTS.filter((_, k) => (pose[k * 3 + 2] as number) > 0).length,
    keypoints: Array.from({ length: POSE_SIZE }, (_, at) =>
      at % 3 === 2 ? Math.round((pose[at] as number) * 1e4) / 1e4 : round(pose[at] as number),
    ),
  }));
  return JSON.stringify({ images, annotations, categories: [{ id: 1, name: "person", keypoints: KEYPOINTS }] });
}
