import type { Pose } from "#dance/pose/pose.ts";
import { type Drawing, frameOf, fromBody } from "#dance/practice/drawing.ts";
import type { Colours } from "../stage/colours.ts";
import type { Pen, Place } from "../stage/geometry.ts";

/** Draws strokes on a body: tape with a dark edge. */
export function drawStrokes(
  pen: Pen,
  drawing: Drawing,
  pose: Pose,
  trunk: number,
  place: Place,
  thick: number,
  colours: Colours,
): void {
  pen.lineCap = "round";
  pen.lineJoin = "round";
  for (const { segment, points } of drawing) {
    const frame = frameOf(pose, segment, trunk);
    if (!frame) continue;
    pen.beginPath();
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x, y] = fromBody(frame, points[i] as number, points[i + 1] as number);
      const [cx, cy] = [place.x0 + place.flip * x * place.size, place.y0 + y * place.size];
      if (i === 0) pen.moveTo(cx, cy);
      else pen.lineTo(cx, cy);
    }
    for (const [colour, width] of [[colours.bg, 2.4] as const, [colours.tape, 1.4] as const]) {
      pen.strokeStyle = colour;
      pen.lineWidth = thick * width;
      pen.stroke();
    }
  }
}
