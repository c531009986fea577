import type { Pose } from "#dance/pose/pose.ts";
import type { Shown } from "#dance/practice/stand.ts";
import { readColours } from "./colours.ts";
import { CountBars, paintCounts } from "./draw-counts.ts";
import { PicturePainter } from "./draw-picture.ts";
import { type Ring, RingPainter } from "./draw-rings.ts";
import { WordPainter } from "./draw-words.ts";
import { shownPart } from "./geometry.ts";
import { Surface } from "./surface.ts";

/** All that is seen while a dance is danced in: the skeleton over the mirrored picture, the count-in, bars and rings. */
export class DanceInScene {
  readonly bars = new CountBars();
  dancer: Pose | null = null;
  /** 5..8 while the dancer is counted in. */
  countIn: number | null = null;
  rings: readonly Ring[] = [];
  /** Eighths of the time that arms have been crossed overhead. */
  crossed = 0;
  private readonly picture: Surface;
  private readonly counts: Surface;
  private readonly colours;
  private readonly painter: PicturePainter;
  private readonly word: WordPainter;
  private readonly ringPainter: RingPainter;

  constructor(canvas: HTMLCanvasElement, countsCanvas: HTMLCanvasElement) {
    this.picture = new Surface(canvas);
    this.counts = new Surface(countsCanvas);
    this.colours = readColours(canvas);
    this.painter = new PicturePainter(this.picture, this.colours);
    this.word = new WordPainter(this.picture, this.colours);
    this.ringPainter = new RingPainter(this.picture, this.colours);
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

  /** The part of the camera's picture that is shown; `aspect` is its width by its height. */
  shown(aspect: number): Shown {
    return shownPart(this.painter.place, this.picture.width, this.picture.height, aspect);
  }

  /** Paints what is out of date. */
  paint(video: HTMLVideoElement): void {
    if (this.counts.stale) {
      paintCounts(this.counts, this.colours, this.bars);
      this.counts.stale = false;
    }
    if (!this.picture.stale) return;
    this.picture.stale = false;
    this.painter.clear(video);
    if (this.dancer) this.painter.paintDancer(this.dancer);
    if (this.countIn !== null) this.word.paintCountIn(this.countIn);
    if (this.rings.length > 0) this.ringPainter.paint(this.rings, this.painter.place);
    if (this.crossed > 0) this.ringPainter.paintCrossed(this.crossed);
  }

  close(): void {
    this.picture.close();
    this.counts.close();
  }
}
