import type { VideoSample } from "mediabunny";
import type { Backend } from "../../detector/types.ts";

/** Lines of the picture that the models look at: larger ones are brought to it before anything else is done. */
const LINES = 480;
/** Lines of what the eye is shown while it waits, and when it is to choose. */
const SHOWN = { glimpse: 240, still: 720 } as const;

/** A canvas that pictures are drawn on, at most so many lines high. */
class Paper {
  readonly canvas = new OffscreenCanvas(1, 1);
  private readonly context: OffscreenCanvasRenderingContext2D;

  constructor(read: boolean) {
    const context = this.canvas.getContext("2d", { alpha: false, willReadFrequently: read });
    if (!context) throw new Error("no 2d canvas in this thread");
    this.context = context;
  }

  /** Draws a picture upright, as its file asks for, and leaves it open. */
  draw(picture: VideoSample | ImageBitmap | OffscreenCanvas, lines: number): void {
    const [width, height] =
      "displayWidth" in picture ? [picture.displayWidth, picture.displayHeight] : [picture.width, picture.height];
    const scale = Math.min(1, lines / height);
    const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
    if (this.canvas.width !== w || this.canvas.height !== h) Object.assign(this.canvas, { width: w, height: h });
    if ("displayWidth" in picture) picture.draw(this.context, 0, 0, w, h);
    else this.context.drawImage(picture, 0, 0, w, h);
  }

  read(): ImageData {
    return this.context.getImageData(0, 0, this.canvas.width, this.canvas.height);
  }
}

const papers = { wasm: null as Paper | null, webgl: null as Paper | null, shown: null as Paper | null };

/** Pixels for the model, as its backend likes them best; `read` where they are looked at here too. Closes the picture. */
export function pixelsOf(picture: VideoSample | ImageBitmap, backend: Backend, read: boolean): ImageData | ImageBitmap {
  const reads = read || backend === "wasm";
  const name = reads ? "wasm" : "webgl";
  papers[name] ??= new Paper(reads);
  const paper = papers[name];
  paper.draw(picture, LINES);
  picture.close();
  return reads ? paper.read() : paper.canvas.transferToImageBitmap();
}

/** A small copy for the eye. */
export function copyOf(picture: VideoSample | ImageBitmap, size: keyof typeof SHOWN): ImageBitmap {
  papers.shown ??= new Paper(false);
  papers.shown.draw(picture, SHOWN[size]);
  return papers.shown.canvas.transferToImageBitmap();
}
