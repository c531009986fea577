import type { Backend } from "./types.ts";

/** Taller pictures are brought to this many lines: the model looks at 192. */
const TALLEST = 480;

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext("2d", { willReadFrequently: true, alpha: false });

/** Pixels of a frame as the backend likes them best; `done` frees what must be freed, the frame too. */
export async function readPicture(
  frame: ImageBitmap | VideoFrame,
  backend: Backend,
): Promise<{ picture: ImageData | ImageBitmap; done: () => void }> {
  if (backend === "webgl") {
    const bitmap = frame instanceof ImageBitmap ? frame : await createImageBitmap(frame);
    if (bitmap !== frame) frame.close();
    return { picture: bitmap, done: () => bitmap.close() };
  }
  const width = frame instanceof ImageBitmap ? frame.width : frame.displayWidth;
  const height = frame instanceof ImageBitmap ? frame.height : frame.displayHeight;
  const scale = Math.min(1, TALLEST / height);
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  if (!context) throw new Error("no 2d canvas in this thread");
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
  }
  context.drawImage(frame, 0, 0, w, h);
  frame.close();
  return { picture: context.getImageData(0, 0, w, h), done: () => undefined };
}
