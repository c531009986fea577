import type { Pose } from "#dance/pose/pose.ts";
import { drawBones } from "./bones.ts";
import type { Colours } from "./colours.ts";
import { type Place, seen, trunkLength, X, Y } from "./geometry.ts";
import type { Surface } from "./surface.ts";

/** The colour of a dancer's number, 1..6; number and name stand beside it, so that it never tells alone. */
const colourOf = (colours: Colours, number: number): string => colours[`who-${number as 1 | 2 | 3 | 4 | 5 | 6}`];

/** Somebody in the picture. */
export interface CrowdBody {
  readonly number: number;
  readonly name: string;
  readonly pose: Pose;
  /** "+120": how late, where it is worth telling; null else. */
  readonly told: string | null;
}

/** How much of the picture's height a head may reach under the edge and still have its tag above it. */
const EDGE = 0.02;

/** Draws everybody's skeleton in the colour of their number, and over each head number, name and how late. */
export function paintCrowd(surface: Surface, colours: Colours, place: Place, bodies: readonly CrowdBody[]): void {
  const { pen, dot } = surface;
  for (const { number, pose, told } of bodies) {
    const width = Math.max(3 * dot, 0.05 * trunkLength(pose) * place.size) * (told ? 1.6 : 1);
    drawBones(pen, pose, place, { line: colourOf(colours, number), edge: colours.bg, width });
  }
  const boxes: Box[] = [];
  for (const body of bodies) paintTag(surface, colours, place, body, boxes);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const cross = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a head is: canvas pixels of the highest keypoint that is seen, above the head's ring. */
function headOf(pose: Pose, place: Place): readonly [number, number] {
  let [x, y] = [X(pose, 0), Number.POSITIVE_INFINITY];
  for (let k = 0; k < 5; k++) if (seen(pose, k)) y = Math.min(y, Y(pose, k));
  if (!Number.isFinite(y)) [x, y] = [X(pose, 5), Y(pose, 5)];
  return [place.x0 + place.flip * x * place.size, place.y0 + (y - 0.28 * trunkLength(pose)) * place.size];
}

function paintTag(surface: Surface, colours: Colours, place: Place, body: CrowdBody, boxes: Box[]): void {
  const { pen, width, height, body: size } = surface;
  const [x, y] = headOf(body.pose, place);
  const pad = size * 0.28;
  const high = size * 1.3;
  pen.font = surface.font(820, size);
  const digit = pen.measureText(String(body.number)).width + 2 * pad;
  const said = body.told ?? body.name;
  const wide = digit + (said ? pen.measureText(said).width + 2 * pad : 0);
  const left = Math.max(0, Math.min(width - wide, x - wide / 2));
  let box = { left, right: left + wide, top: 0, bottom: 0 };
  // Two tags never lie on each other: the later one goes up, or down from the edge.
  let top = Math.max(height * EDGE, y - high);
  for (let tries = 0; tries < 6; tries++) {
    box = { ...box, top, bottom: top + high };
    const met = boxes.find((other) => cross(box, other));
    if (!met) break;
    top = met.top - high - 2 >= 0 ? met.top - high - 2 : met.bottom + 2;
  }
  boxes.push(box);
  pen.fillStyle = colours.scrim;
  pen.fillRect(box.left, box.top, wide, high);
  pen.fillStyle = colourOf(colours, body.number);
  pen.fillRect(box.left, box.top, digit, high);
  pen.textBaseline = "middle";
  pen.textAlign = "center";
  pen.fillStyle = colours["on-who"];
  pen.fillText(String(body.number), box.left + digit / 2, box.top + high / 2);
  pen.textAlign = "left";
  pen.fillStyle = colours.ink;
  pen.fillText(said, box.left + digit + pad, box.top + high / 2);
}
