import type { JudgementWord } from "#dance/scoring/result.ts";
import type { Pen } from "./geometry.ts";

/** Eight-point star about 0,0: outer radius 0.92, inner 0.46. */
const STAR = Array.from({ length: 16 }, (_, i) => {
  const radius = i % 2 ? 0.46 : 0.92;
  const turn = (i * Math.PI) / 8 - Math.PI / 2;
  return [radius * Math.cos(turn), radius * Math.sin(turn)] as const;
});

type Draw = (pen: Pen, x: number, y: number, r: number) => void;

const polygon =
  (points: readonly (readonly [number, number])[]): Draw =>
  (pen, x, y, r) => {
    pen.beginPath();
    for (const [px, py] of points) pen.lineTo(x + px * r, y + py * r);
    pen.closePath();
    pen.fill();
  };

const cross: Draw = (pen, x, y, r) => {
  pen.beginPath();
  pen.moveTo(x - 0.65 * r, y - 0.65 * r);
  pen.lineTo(x + 0.65 * r, y + 0.65 * r);
  pen.moveTo(x + 0.65 * r, y - 0.65 * r);
  pen.lineTo(x - 0.65 * r, y + 0.65 * r);
  pen.lineWidth = 0.46 * r;
  pen.lineCap = "butt";
  pen.stroke();
};

const disc: Draw = (pen, x, y, r) => {
  pen.beginPath();
  pen.arc(x, y, 0.8 * r, 0, 2 * Math.PI);
  pen.fill();
};

const dashedRing: Draw = (pen, x, y, r) => {
  pen.beginPath();
  pen.arc(x, y, 0.7 * r, 0, 2 * Math.PI);
  pen.lineWidth = 0.26 * r;
  pen.lineCap = "butt";
  pen.setLineDash([0.34 * r, 0.39 * r]);
  pen.stroke();
  pen.setLineDash([]);
};

const SHAPES: Readonly<Record<JudgementWord, Draw>> = {
  perfect: polygon(STAR),
  great: disc,
  good: polygon([
    [-0.7, -0.7],
    [0.7, -0.7],
    [0.7, 0.7],
    [-0.7, 0.7],
  ]),
  ok: polygon([
    [0, -0.8],
    [0.9, 0.8],
    [-0.9, 0.8],
  ]),
  miss: cross,
  unseen: dashedRing,
};

/** Draws the shape of a judgement about a middle, `r` half its side; no judgement is told by colour alone. */
export function drawShape(pen: Pen, word: JudgementWord, x: number, y: number, r: number, colour: string): void {
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  SHAPES[word](pen, x, y, r);
}
