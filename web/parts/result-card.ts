import { DARK } from "../stage/colours.ts";
import type { Pen } from "../stage/geometry.ts";
import type { CardFacts } from "./card-facts.ts";
import { drawBars, drawLogo, drawScore, drawStage, HEAD, NUMBER, TEXT, Writer } from "./card-parts.ts";

/** The shapes of a card, in pixels: for a story, and for the preview of a link. */
export const CARDS = { tall: { width: 1080, height: 1920 }, wide: { width: 1200, height: 630 } } as const;
export type CardShape = keyof typeof CARDS;

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

/** This browser draws no pictures, or gives none away. */
export class Undrawn extends Error {}

/** The card as a PNG, in the page's font, of which the needed letters are fetched first where they can be. Throws Undrawn. */
export async function cardPng(shape: CardShape, facts: CardFacts): Promise<Blob> {
  const family = getComputedStyle(document.body).fontFamily || "sans-serif";
  const text = [facts.routine, facts.section, facts.score, facts.of, facts.name, facts.day, "Eightcount"].join("");
  const weights = [TEXT, HEAD, NUMBER].map((weight) => document.fonts.load(`${weight} 48px ${family}`, text));
  await Promise.race([Promise.allSettled(weights), new Promise((late) => setTimeout(late, FONT_PATIENCE_MS))]);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, CARDS[shape]);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Undrawn("this browser has no 2d canvas");
  drawCard(pen, shape, facts, family);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Undrawn("the canvas gave no picture");
  return blob;
}

/** Without network a letter may never come; the system's face has it too. */
const FONT_PATIENCE_MS = 2500;
