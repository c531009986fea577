import type { Judgement } from "#dance/scoring/result.ts";
import type { Colours } from "./colours.ts";
import { drawShape } from "./shapes.ts";
import type { Surface } from "./surface.ts";
import type { StageWords } from "./types.ts";

const clamp = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

/** Height of a line, of its letters. */
const LINE = 1.15;

/** A box of the canvas in its pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What moves and is read: the judgement word with its shape, the limb's line, the combo, the count-in. */
export class WordPainter {
  private readonly surface: Surface;
  private readonly colours: Colours;
  private judgement: Judgement | null = null;
  private word = "";
  /** What the worst limb is told, in as many lines as it takes beside what else lies over the picture. */
  private lines: readonly string[] = [];
  private readonly box: Box = { x: 0, y: 0, width: 0, height: 0 };
  private size = 0;

  constructor(surface: Surface, colours: Colours) {
    this.surface = surface;
    this.colours = colours;
  }

  /**
   * Lays out a judgement; it stays until the next. `room` is how much of the width nothing else lies over, from the
   * left; `crossed` tells whether the dancer is in a box.
   */
  show(judgement: Judgement | null, words: StageWords, room: number, crossed: (box: Box) => boolean): void {
    this.judgement = judgement;
    if (!judgement) return;
    const { width, height, dot } = this.surface;
    const fault = judgement.faults[0];
    this.word = words.judgement[judgement.word];
    this.size = clamp(40 * dot, Math.min(height * 0.13, width * 0.115), 140 * dot);
    const edge = Math.max(14 * dot, width * 0.026);
    const most = room - edge * 1.5;
    const wide = () => this.size * 1.75 + this.widthOf(this.word, 820, this.size);
    this.size = Math.max(this.surface.body, this.size * Math.min(1, most / wide()));
    const bare = this.size * 0.75;
    const { body, pen } = this.surface;
    pen.font = this.surface.font(600, body);
    this.lines = fault && judgement.word !== "perfect" ? this.surface.lines(words.fault(fault), most - bare) : [];
    const across = Math.max(0, ...this.lines.map((line) => pen.measureText(line).width + bare));
    this.box.width = Math.max(wide(), across);
    this.box.height = this.size * 1.3 + this.lines.length * body * LINE + (this.lines.length > 0 ? body * 0.35 : 0);
    this.box.x = edge;
    this.box.y = edge;
    if (!crossed(this.box)) return;
    this.box.x = room - edge - this.box.width;
    if (crossed(this.box)) this.box.x = edge;
  }

  paintJudgement(): void {
    const { pen } = this.surface;
    const { x, y, width, height } = this.box;
    if (!this.judgement) return;
    const colour = this.colours[this.judgement.word];
    const bar = this.size * 0.14;
    pen.fillStyle = this.colours.scrim;
    pen.fillRect(x, y, width, height);
    pen.fillStyle = colour;
    pen.fillRect(x, y, bar, height);
    drawShape(pen, this.judgement.word, x + this.size * 0.72, y + this.size * 0.66, this.size * 0.36, colour);
    pen.fillStyle = colour;
    pen.textBaseline = "middle";
    pen.textAlign = "left";
    pen.font = this.surface.font(820, this.size);
    pen.fillText(this.word, x + this.size * 1.25, y + this.size * 0.7);
    const { body } = this.surface;
    pen.fillStyle = this.colours.ink;
    pen.font = this.surface.font(600, body);
    this.lines.forEach((line, i) => {
      pen.fillText(line, x + this.size * 0.38, y + this.size * 1.3 + body * (0.5 + i * LINE));
    });
  }

  private widthOf(text: string, weight: number, size: number): number {
    this.surface.pen.font = this.surface.font(weight, size);
    return this.surface.pen.measureText(text).width;
  }

  /** The combo in the lower left corner. */
  paintCombo(combo: number, word: string): void {
    if (combo < 2) return;
    const { pen, height, width, dot } = this.surface;
    const size = clamp(48 * dot, Math.min(height * 0.14, width * 0.16), 150 * dot);
    this.paintEdged(String(combo), 16 * dot, height - size * 0.62, size, this.colours.ink, "left");
    const across = pen.measureText(String(combo)).width;
    this.paintEdged(
      word,
      16 * dot + across + size * 0.16,
      height - size * 0.42,
      size * 0.36,
      this.colours["ink-2"],
      "left",
    );
  }

  /** 5, 6, 7, 8 above the dancer, as large as can be without hiding her. */
  paintCountIn(count: number): void {
    const { width, height } = this.surface;
    const size = Math.min(height * 0.36, width * 0.42);
    this.paintEdged(String(count), width / 2, height * 0.22, size, this.colours.tape, "center");
  }

  private paintEdged(text: string, x: number, y: number, size: number, colour: string, align: CanvasTextAlign): void {
    const { pen } = this.surface;
    pen.font = this.surface.font(820, size);
    pen.textAlign = align;
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.strokeStyle = this.colours.bg;
    pen.lineWidth = size * 0.12;
    pen.strokeText(text, x, y);
    pen.fillStyle = colour;
    pen.fillText(text, x, y);
  }
}
