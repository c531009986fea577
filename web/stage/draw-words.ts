import type { Judgement } from "#dance/scoring/result.ts";
import type { Colours } from "./colours.ts";
import { drawShape } from "./shapes.ts";
import type { Surface } from "./surface.ts";
import type { StageWords } from "./types.ts";

const clamp = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

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
  private line = "";
  private readonly box: Box = { x: 0, y: 0, width: 0, height: 0 };
  private size = 0;

  constructor(surface: Surface, colours: Colours) {
    this.surface = surface;
    this.colours = colours;
  }

  /** Lays out a judgement; it stays until the next. `crossed` tells whether the dancer is in a box. */
  show(judgement: Judgement | null, words: StageWords, crossed: (box: Box) => boolean): void {
    this.judgement = judgement;
    if (!judgement) return;
    const { pen, width, height, dot } = this.surface;
    const fault = judgement.faults[0];
    this.word = words.judgement[judgement.word];
    this.line = fault && judgement.word !== "perfect" ? words.fault(fault) : "";
    this.size = clamp(40 * dot, Math.min(height * 0.13, width * 0.115), 140 * dot);
    pen.font = this.surface.font(820, this.size);
    const across = this.size * 1.75 + pen.measureText(this.word).width;
    pen.font = this.surface.font(600, this.surface.body);
    const below = this.line ? pen.measureText(this.line).width + this.size * 0.75 : 0;
    const edge = Math.max(14 * dot, width * 0.026);
    this.box.width = Math.max(across, below);
    this.box.height = this.size * 1.3 + (this.line ? this.surface.body * 1.5 : 0);
    this.box.x = edge;
    this.box.y = edge;
    if (!crossed(this.box)) return;
    this.box.x = width - edge - this.box.width;
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
    if (!this.line) return;
    pen.fillStyle = this.colours.ink;
    pen.font = this.surface.font(600, this.surface.body);
    pen.fillText(this.line, x + this.size * 0.38, y + this.size * 1.3 + this.surface.body * 0.5);
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
