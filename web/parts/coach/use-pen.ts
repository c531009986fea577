import { type PointerEvent, useRef } from "react";
import { DRAWING, type Drawing, type Frame, frameOf, nearestSegment, toBody } from "#dance/practice/drawing.ts";
import { momentAt, ownPlace } from "./review-draw.ts";
import type { DeskState } from "./use-desk.ts";

/** Trunks between two points of a stroke. */
const STEP = 0.02;

interface Line {
  readonly before: Drawing;
  readonly segment: number;
  readonly frame: Frame;
  readonly points: number[];
}

/** Draws on the dancer's body while the pen is out: the line belongs to the part of the body where it begins. */
export function usePen({ scene, view, pen, head, freeze, drawing, setDrawing }: DeskState) {
  const line = useRef<Line | null>(null);
  if (!pen) return {};
  const placeOf = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const canvas = event.currentTarget;
    const box = canvas.getBoundingClientRect();
    const place = ownPlace(scene, view.layout, canvas.width, canvas.height);
    const [cx, cy] = [
      ((event.clientX - box.left) / box.width) * canvas.width,
      ((event.clientY - box.top) / box.height) * canvas.height,
    ];
    return [(cx - place.x0) / (place.flip * place.size), (cy - place.y0) / place.size];
  };
  const add = (event: PointerEvent<HTMLCanvasElement>) => {
    const it = line.current;
    if (!it || it.points.length >= 2 * DRAWING.points) return;
    const [along, across] = toBody(it.frame, ...placeOf(event));
    const [x, y] = it.points.slice(-2);
    if (x !== undefined && y !== undefined && Math.hypot(along - x, across - y) < STEP) return;
    it.points.push(along, across);
    if (it.points.length >= 4) setDrawing([...it.before, { segment: it.segment, points: [...it.points] }]);
  };
  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
      if (drawing.length >= DRAWING.strokes) return;
      freeze();
      const { own } = momentAt(scene, head.time.current);
      const [x, y] = placeOf(event);
      const segment = own && nearestSegment(own, x, y, scene.own.trunk);
      const frame = own && segment !== null && frameOf(own, segment, scene.own.trunk);
      if (!frame || segment === null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      line.current = { before: drawing, segment, frame, points: [] };
      add(event);
    },
    onPointerMove: add,
    onPointerUp() {
      line.current = null;
    },
    onPointerCancel() {
      line.current = null;
    },
  };
}
