import { AT } from "#dance/pose/keypoints.ts";
import type { JudgementWord } from "#dance/scoring/result.ts";
import { DARK } from "../stage/colours.ts";
import { drawSolid } from "../stage/figure.ts";
import { fitPoses, type Pen, px, trunkLength, Y } from "../stage/geometry.ts";
import type { CardFacts } from "./card-facts.ts";
import { LOGO_STRIPS } from "./marks.tsx";

/** The shapes of a card, in pixels: for a story, and for the preview of a link. */
export const CARDS = { tall: { width: 1080, height: 1920 }, wide: { width: 1200, height: 630 } } as const;
export type CardShape = keyof typeof CARDS;

interface Box {
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
const [TEXT, HEAD, NUMBER] = [500, 780, 840];

/** Writes on a card in the page's font, and shrinks what would not fit. */
class Writer {
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

/** Draws a card, whole. The pen's canvas has the shape's pixels; `family` is the page's font. */
export function drawCard(pen: Pen, shape: CardShape, facts: CardFacts, family: string): void {
  const { width, height } = CARDS[shape];
  pen.fillStyle = DARK.bg;
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = "alphabetic";
  const writer = new Writer(pen, family);
  if (shape === "tall") drawTall(pen, facts, writer);
  else drawWide(pen, facts, writer);
}

function drawTall(pen: Pen, facts: CardFacts, writer: Writer): void {
  const [left, right] = [84, 1080 - 84];
  const width = right - left;
  drawLogo(pen, left, 104, 96);
  writer.put("Eightcount", { x: left + 76, y: 170, size: 54, weight: HEAD, colour: DARK.ink, width: 480 });
  writer.put(facts.day, { x: right, y: 168, size: 36, weight: TEXT, colour: DARK["ink-2"], width: 320 }, true);
  drawStage(pen, { x: left, y: 248, width, height: 830 }, facts);
  writer.put(facts.routine, { x: left, y: 1194, size: 76, weight: HEAD, colour: DARK.ink, width });
  writer.put(facts.section, { x: left, y: 1254, size: 42, weight: TEXT, colour: DARK["ink-2"], width });
  drawScore(pen, facts, writer, { x: left, y: 1530, width, height: 300 });
  drawBars(pen, facts.bars, { x: left, y: 1610, width, height: 110 });
  if (facts.name !== null)
    writer.put(facts.name, { x: left, y: 1818, size: 50, weight: HEAD, colour: DARK.ink, width });
}

function drawWide(pen: Pen, facts: CardFacts, writer: Writer): void {
  drawStage(pen, { x: 0, y: 0, width: 440, height: 630 }, facts);
  const [left, right] = [492, 1200 - 52];
  const width = right - left;
  drawLogo(pen, left, 46, 56);
  writer.put("Eightcount", { x: left + 46, y: 85, size: 32, weight: HEAD, colour: DARK.ink, width: 260 });
  writer.put(facts.day, { x: right, y: 84, size: 26, weight: TEXT, colour: DARK["ink-2"], width: 200 }, true);
  writer.put(facts.routine, { x: left, y: 186, size: 56, weight: HEAD, colour: DARK.ink, width });
  writer.put(facts.section, { x: left, y: 230, size: 32, weight: TEXT, colour: DARK["ink-2"], width });
  drawScore(pen, facts, writer, { x: left, y: 420, width, height: 190 });
  drawBars(pen, facts.bars, { x: left, y: 466, width, height: 60 });
  if (facts.name !== null) writer.put(facts.name, { x: left, y: 584, size: 34, weight: HEAD, colour: DARK.ink, width });
}

/** The dancer's pose instead of a photo: white on a coloured stage, with a cross of tape on the floor. */
function drawStage(pen: Pen, { x, y, width, height }: Box, { pose, gel }: CardFacts): void {
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
function drawScore(pen: Pen, { score, of, grade }: CardFacts, writer: Writer, { x, y, width, height }: Box): void {
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
function drawBars(pen: Pen, bars: readonly JudgementWord[], { x, y, width, height }: Box): void {
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
function drawLogo(pen: Pen, x: number, y: number, height: number): void {
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

/** The card as a PNG, in the page's font, of which the needed letters are fetched first where they can be. */
export async function cardPng(shape: CardShape, facts: CardFacts): Promise<Blob> {
  const family = getComputedStyle(document.body).fontFamily || "sans-serif";
  const text = [facts.routine, facts.section, facts.score, facts.of, facts.name, facts.day, "Eightcount"].join("");
  const weights = [TEXT, HEAD, NUMBER].map((weight) => document.fonts.load(`${weight} 48px ${family}`, text));
  await Promise.race([Promise.allSettled(weights), new Promise((late) => setTimeout(late, FONT_PATIENCE_MS))]);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, CARDS[shape]);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("this browser has no 2d canvas");
  drawCard(pen, shape, facts, family);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("the canvas gave no picture");
  return blob;
}

/** Without network a letter may never come; the system's face has it too. */
const FONT_PATIENCE_MS = 2500;
