import type { Track } from "#dance/pose/pose.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import { readColours } from "./colours.ts";
import { type CrowdBody, paintCrowd } from "./draw-crowd.ts";
import { PicturePainter } from "./draw-picture.ts";
import { paintSpreads, SpreadBars } from "./draw-spreads.ts";
import { WordPainter } from "./draw-words.ts";
import { wholePlace } from "./geometry.ts";
import { Side } from "./side.ts";
import { Surface } from "./surface.ts";
import { Teacher } from "./teacher.ts";

/** Where a crew's floor is drawn; sized by CSS. */
export interface TogetherCanvases {
  readonly canvas: HTMLCanvasElement;
  readonly teacherCanvas: HTMLCanvasElement | null;
  readonly countsCanvas: HTMLCanvasElement;
}

/** All that is seen while a crew dances: everybody over the mirrored picture, the teacher beside, the spread by count. */
export class TogetherScene {
  readonly bars = new SpreadBars();
  bodies: readonly CrowdBody[] = [];
  /** 5..8 while they are counted in. */
  countIn: number | null = null;
  private readonly picture: Surface;
  private readonly counts: Surface;
  private readonly side: Side | null;
  private readonly teacher: Teacher;
  private readonly reference: Reference;
  private readonly colours;
  private readonly painter: PicturePainter;
  private readonly word: WordPainter;

  constructor({ canvas, teacherCanvas, countsCanvas }: TogetherCanvases, reference: Reference, track: Track) {
    this.picture = new Surface(canvas);
    this.counts = new Surface(countsCanvas);
    this.colours = readColours(canvas);
    this.side = teacherCanvas && new Side(teacherCanvas, this.colours);
    this.teacher = new Teacher(track, false);
    this.reference = reference;
    this.painter = new PicturePainter(this.picture, this.colours, wholePlace);
    this.word = new WordPainter(this.picture, this.colours);
  }

  /** The camera has a new picture, or what lies over it has changed. */
  touch(): void {
    this.picture.stale = true;
  }

  redraw(): void {
    this.touch();
    this.counts.stale = true;
  }

  /** Clean for the next dance. */
  clear(): void {
    this.countIn = null;
    this.bars.clear();
    this.redraw();
  }

  /** Paints what is out of date; the teacher always, for it moves. */
  paint(video: HTMLVideoElement, time: number): void {
    this.side?.paint(this.teacher, this.reference, time, true);
    if (this.counts.stale) {
      paintSpreads(this.counts, this.colours, this.bars);
      this.counts.stale = false;
    }
    if (!this.picture.stale) return;
    this.picture.stale = false;
    this.painter.clear(video);
    paintCrowd(this.picture, this.colours, this.painter.place, this.bodies);
    if (this.countIn !== null) this.word.paintCountIn(this.countIn);
  }

  close(): void {
    this.picture.close();
    this.counts.close();
    this.side?.close();
  }
}
