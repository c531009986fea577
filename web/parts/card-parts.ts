import { AT } from "#dance/pose/keypoints.ts";
import type { JudgementWord } from "#dance/scoring/result.ts";
import { DARK } from "../stage/colours.ts";
import { drawSolid } from "../stage/figure.ts";
import { fitPoses, type Pen, px, trunkLength, Y } from "../stage/geometry.ts";
import type { CardFacts } from "./card-facts.ts";
import { LOGO_STRIPS } from "./marks.tsx";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Share of the strip's height that each judgement's bar has, as on the page. */
const HEIGHT: Readonly<Record<JudgementWord, number>> = {
  perfect: 1,
  great: 0.82,
  good: 0.64,
  ok: 0.44,
  miss: 0.24,
  unseen: 1,
};

/** From an ankle to the floor, in trunks. */
const SOLE = 0.13;

/** Weights of type. */
export const [TEXT, HEAD, NUMBER] = [500, 780, 840];

/** Writes on a card in the page's font, and shrinks what would not fit. */
export class Writer {
  private readonly pen: Pen;
  private readonly family: string;
  constructor(pen: Pen, family: string) {
    this.pen = pen;
    this.family = family;
  }
  /** Writes at a base line; gives how wide it is. `align` says which end stands at x. */
  put(
    text: string,
    at: { x: number; y: number; size: number; weight: number; colour: string; width: number },
    end = false,
  ) {
    const { pen, family } = this;
    let { size } = at;
    const set = () => {
      pen.font = `${at.weight} ${size}px ${family}`;
      pen.letterSpacing = `${-0.028 * size}px`;
    };
    for (set(); size > 18 && pen.measureText(text).width > at.width; set()) size *= 0.94;
    pen.fillStyle = at.colour;
    pen.textAlign = end ? "right" : "left";
    pen.fillText(text, at.x, at.y);
    return pen.measureText(text).width;
  }
}

/** The dancer's pose instead of a photo: white on a coloured stage, with a cross of tape on the floor. */
export function drawStage(pen: Pen, { x, y, width, height }: Box, { pose, gel }: CardFacts): void {
  pen.fillStyle = gel;
  pen.fillRect(x, y, width, height);
  const floor = y + height * 0.93;
  pen.fillStyle = DARK.bg;
  pen.fillRect(x, floor, width, 4);
  const place = fitPoses(pose ? [pose] : [], width, height * 0.88, -1, 0.06);
  place.x0 += x;
  if (pose)
    place.y0 =
      floor - (Math.max(Y(pose, AT.left_ankle), Y(pose, AT.right_ankle)) + SOLE * trunkLength(pose)) * place.size;
  const feet = pose ? [px(pose, AT.left_ankle, place), px(pose, AT.right_ankle, place)] : [x + width / 2];
  const right = x + width - Math.max(...feet) > Math.min(...feet) - x;
  const [cross, arm] = [x + width * (right ? 0.89 : 0.11), width * 0.035];
  pen.strokeStyle = DARK.tape;
  pen.lineWidth = width * 0.014;
  pen.setLineDash([]);
  pen.beginPath();
  for (const way of [1, -1]) {
    pen.moveTo(cross - arm, floor - arm * 1.4 - arm * way);
    pen.lineTo(cross + arm, floor - arm * 1.4 + arm * way);
  }
  pen.stroke();
  if (pose) drawSolid(pen, pose, place, { body: DARK.ink, edge: gel });
}

/** The score on its base line at y, as tall as the box, and the grade in a frame at the right end. */
export function drawScore(
  pen: Pen,
  { score, of, grade }: CardFacts,
  writer: Writer,
  { x, y, width, height }: Box,
): void {
  const [ink, soft] = [DARK.ink, DARK["ink-2"]];
  const side = height * 0.52;
  const room = width - side - height * 0.2;
  const wide = writer.put(score, { x, y, size: height, weight: NUMBER, colour: ink, width: room * 0.8 });
  writer.put(of, {
    x: x + wide + height * 0.06,
    y,
    size: height * 0.26,
    weight: HEAD,
    colour: soft,
    width: room * 0.24,
  });
  pen.strokeStyle = ink;
  pen.lineWidth = Math.max(4, height * 0.022);
  pen.strokeRect(x + width - side, y - side - height * 0.05, side, side);
  pen.textAlign = "center";
  pen.font = pen.font.replace(/[\d.]+px/, `${side * 0.68}px`);
  pen.letterSpacing = "0px";
  pen.fillStyle = ink;
  pen.fillText(grade, x + width - side / 2, y - height * 0.05 - side * 0.26);
}

/** The judgements in a row: colour and height tell the word; the unseen are outlines. */
export function drawBars(pen: Pen, bars: readonly JudgementWord[], { x, y, width, height }: Box): void {
  const step = width / Math.max(1, bars.length);
  const gap = Math.min(6, step * 0.16);
  for (const [i, word] of bars.entries()) {
    const tall = height * HEIGHT[word];
    const box = [x + i * step + gap / 2, y + height - tall, step - gap, tall] as const;
    pen.fillStyle = pen.strokeStyle = DARK[word];
    pen.lineWidth = 3;
    if (word === "unseen") pen.strokeRect(box[0] + 2, box[1] + 2, Math.max(1, box[2] - 4), box[3] - 4);
    else pen.fillRect(...box);
  }
}

/** The mark, so many pixels tall, its first strip of tape. */
export function drawLogo(pen: Pen, x: number, y: number, height: number): void {
  const scale = height / 51;
  pen.lineWidth = 4.8 * scale;
  pen.lineCap = "butt";
  for (const [i, strip] of LOGO_STRIPS.entries()) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = strip.split(" ").map((n) => Number(n) * scale);
    pen.strokeStyle = i === 0 ? DARK.tape : DARK.ink;
    pen.beginPath();
    pen.moveTo(x + x1, y + y1);
    pen.lineTo(x + x2, y + y2);
    pen.stroke();
  }
}
