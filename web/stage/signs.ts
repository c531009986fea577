import type { Pen } from "./geometry.ts";

/** What stands in a ring: begin or go on, dance it again, back, slower, pause, the result. Unit = half its size. */
const SIGNS = {
  play: { filled: true, path: "M-.6-.95 1 0-.6.95Z" },
  again: { filled: false, path: "M-1-.1V-.6H.9M.5-1 .9-.6 .5-.2M1 .1V.6H-.9M-.5 1-.9.6-.5.2" },
  back: { filled: false, path: "M0-.8-.8 0 0 .8M.9-.8 .1 0 .9.8" },
  slower: { filled: false, path: "M-.8-.8 0-.1 .8-.8M-.8.1 0 .8 .8.1" },
  pause: { filled: true, path: "M-.75-.9H-.2V.9H-.75ZM.2-.9H.75V.9H.2Z" },
  result: { filled: true, path: "M-.9.2H-.4V.9H-.9ZM-.25-.9H.25V.9H-.25ZM.4-.3H.9V.9H.4Z" },
} as const;
export type RingSign = keyof typeof SIGNS;

/** Draws a sign about a point; `half` is half its size in pixels. */
export function drawSign(pen: Pen, sign: RingSign, x: number, y: number, half: number, colour: string): void {
  const { filled, path } = SIGNS[sign];
  pen.save();
  pen.translate(x, y);
  pen.scale(half, half);
  pen.lineWidth = 0.32;
  pen.lineCap = "square";
  pen.lineJoin = "miter";
  pen.fillStyle = pen.strokeStyle = colour;
  if (filled) pen.fill(new Path2D(path));
  else pen.stroke(new Path2D(path));
  pen.restore();
}
