/** Screens finer than this are not drawn finer: a dancer stands 3 m away. */
const FINEST = 2;

/** A canvas that keeps its pixels at its size on the page. Sizes are read when they change, not in every frame. */
export class Surface {
  readonly pen: CanvasRenderingContext2D;
  /** Canvas pixels. */
  width = 0;
  height = 0;
  /** Canvas pixels for one CSS pixel. */
  dot = 1;
  /** Canvas pixels of text that is read at three metres: 4 % of the screen's height, and never tiny. */
  body = 20;
  /** Something on it is out of date. */
  stale = true;
  readonly family: string;
  private readonly canvas: HTMLCanvasElement;
  private readonly observer: ResizeObserver;

  constructor(canvas: HTMLCanvasElement) {
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("this browser has no 2d canvas");
    this.pen = pen;
    this.canvas = canvas;
    this.family = getComputedStyle(canvas).fontFamily || "sans-serif";
    this.measure();
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(canvas);
  }

  private measure(): void {
    this.dot = Math.min(FINEST, window.devicePixelRatio || 1);
    const width = Math.max(1, Math.round(this.canvas.clientWidth * this.dot));
    const height = Math.max(1, Math.round(this.canvas.clientHeight * this.dot));
    this.body = Math.max(20, window.innerHeight * 0.04) * this.dot;
    this.stale = true;
    if (width === this.width && height === this.height) return;
    this.width = this.canvas.width = width;
    this.height = this.canvas.height = height;
  }

  /** The page's font at a size in canvas pixels. */
  font(weight: number, size: number): string {
    return `${weight} ${Math.round(size)}px ${this.family}`;
  }

  /** Words in the pen's font, in as few lines as are no wider than `most` canvas pixels. */
  lines(words: string, most: number): string[] {
    const lines: string[] = [];
    for (const word of words.split(" ")) {
      const longer = `${lines.at(-1) ?? ""} ${word}`;
      if (lines.length > 0 && this.pen.measureText(longer).width <= most) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  /** How much of the width, in canvas pixels from the left, another element leaves free that lies over the right. */
  freeOf(other: Surface | null): number {
    const [own, its] = [this.canvas.getBoundingClientRect(), other?.canvas.getBoundingClientRect()];
    const crossed = its && its.width > 0 && its.left < own.right && its.top < own.bottom && its.bottom > own.top;
    return crossed ? Math.max(0, its.left - own.left) * this.dot : this.width;
  }

  close(): void {
    this.observer.disconnect();
  }
}
