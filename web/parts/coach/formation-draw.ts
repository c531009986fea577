import type { Choreography } from "#dance/choreo/choreography.ts";
import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { POSE_SIZE, type Track } from "#dance/pose/pose.ts";
import { drawBones } from "../../stage/bones.ts";
import type { Colours } from "../../stage/colours.ts";
import { type Bounds, boundsOf, fitBounds, hipsX } from "../../stage/geometry.ts";
import { drawFloor, laidPlace, poseAt } from "../replay-draw.ts";
import { type Laid, layOver, lowest, median, sample } from "../replay-scene.ts";

export const FORMATIONS = ["stood", "formation", "over"] as const;
export type Formation = (typeof FORMATIONS)[number];

/** Several dancers on one song time, each of the routine's size. */
export interface FormationScene {
  readonly from: number;
  readonly to: number;
  readonly tempo: Tempo;
  readonly dancers: readonly Laid[];
  readonly bounds: Bounds | null;
  readonly floor: number;
  /** What all of one picture take up in it, so that they may be drawn as they stood; null for separate takes. */
  readonly stood: Bounds | null;
}

/** How much smaller and higher those stand who stand behind. */
const BEHIND = { size: 0.82, up: 0.07 } as const;

/**
 * Builds the scene once; `lags` are the constant parts in seconds that are taken off each take. `together`: one camera saw
 * them all.
 */
export function formationOf(
  { track, tempo, sections, counts }: Choreography,
  section: number,
  takes: readonly { readonly track: Track }[],
  lags: readonly number[],
  together = false,
): FormationScene {
  const span = sections[section] ?? { from: 0, to: counts };
  const [from, to] = [timeOfCount(tempo, span.from), timeOfCount(tempo, span.to)];
  const poses = sample(track.filter((frame) => frame.time >= from && frame.time <= to));
  return {
    from,
    to,
    tempo,
    dancers: takes.map((take, i) => layOver(poses, take.track, lags[i] ?? 0)),
    bounds: boundsOf(poses),
    floor: median(poses.map(lowest)) + 0.03,
    stood: together ? boundsOf(takes.flatMap(({ track }) => sample(track))) : null,
  };
}

const room = new Float32Array(POSE_SIZE);

/**
 * Draws all at a song time, as in a mirror: as they stood, in a wedge with the first in front, or one over the other; `off`
 * colours a body.
 */
export function drawFormation(
  pen: CanvasRenderingContext2D,
  scene: FormationScene,
  time: number,
  look: { readonly layout: Formation; readonly colours: Colours; readonly off: readonly (string | null)[] },
): void {
  const { width, height } = pen.canvas;
  const { colours, layout } = look;
  const n = scene.dancers.length;
  if (layout === "stood") {
    drawStood(pen, scene, time, look);
    return;
  }
  const pane = layout === "over" ? width : (width / (n + 1)) * 2;
  const place = fitBounds(scene.bounds, pane, height * 0.94, -1, 0.06);
  const thick = Math.max(2.5, Math.min(pane, height) / 110);
  pen.clearRect(0, 0, width, height);
  drawFloor(pen, place.y0 + scene.floor * place.size, colours.line, thick);
  // Those behind first, so that whoever stands in front covers them.
  for (const behind of [true, false])
    scene.dancers.forEach((laid, i) => {
      const { slot, back } = standOf(i, n);
      if ((layout === "formation" && back) !== behind) return;
      const pose = poseAt(laid.track, time + laid.lag, room);
      if (!pose) return;
      const here = laidPlace(place, laid, layout === "over" ? 0 : (slot * width) / (n + 1));
      const far = behind ? { ...here, y0: here.y0 - BEHIND.up * height } : here;
      const colour = look.off[i] ?? null;
      drawBones(pen, pose, far, {
        line: colour ?? (behind ? colours["ink-2"] : colours.ink),
        edge: colours.raise,
        width: thick * (colour ? 1.8 : 1) * (behind ? BEHIND.size : 1),
      });
    });
}

type Look = Parameters<typeof drawFormation>[3];

/** Draws all where the one camera saw them, as in a mirror. */
function drawStood(pen: CanvasRenderingContext2D, scene: FormationScene, time: number, { colours, off }: Look): void {
  const { width, height } = pen.canvas;
  const place = fitBounds(scene.stood, width, height, -1, 0.06);
  const thick = Math.max(2.5, height / 140);
  pen.clearRect(0, 0, width, height);
  scene.dancers.forEach(({ track, lag }, i) => {
    const pose = poseAt(track, time + lag, room);
    if (!pose) return;
    const colour = off[i] ?? null;
    drawBones(pen, pose, place, {
      line: colour ?? colours.ink,
      edge: colours.raise,
      width: thick * (colour ? 1.8 : 1),
    });
  });
}

/** The dancers by their places from the left, as they are drawn. */
export function orderOf({ dancers }: FormationScene, layout: Formation): readonly number[] {
  const places = dancers.map(({ track }, i) =>
    layout === "stood" ? -median(sample(track).map(hipsX)) : standOf(i, dancers.length).slot,
  );
  return dancers.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
}

/** Where a dancer of so many stands: the slot from the left, every second one behind. The first stands in the middle. */
export function standOf(i: number, n: number): { readonly slot: number; readonly back: boolean } {
  const middle = (n - 1) >> 1;
  const step = Math.ceil(i / 2) * (i % 2 === 1 ? 1 : -1);
  return { slot: middle + step, back: Math.abs(step) % 2 === 1 };
}
