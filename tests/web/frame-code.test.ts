import { expect, test } from "vitest";
import { drawFrameIndex, readFrameIndex } from "../fixtures/frame-code.ts";

/** A picture `width` wide of which only the top row is kept, with a pen that fills rectangles. */
function picture(width: number) {
  const data = new Uint8ClampedArray(width * 4).fill(200);
  const pen = {
    fillStyle: "",
    fillRect(x: number, _: number, w: number) {
      const scale = width / 640;
      data.fill(this.fillStyle === "#fff" ? 255 : 0, Math.round(x * scale) * 4, Math.round((x + w) * scale) * 4);
    },
  };
  return { data, width, pen: pen as unknown as CanvasRenderingContext2D };
}

test("a frame's number is read back from the picture, at full and at half size", () => {
  for (const width of [640, 320, 1280])
    for (const index of [0, 1, 150, 1253, 8191]) {
      const { pen, ...image } = picture(width);
      drawFrameIndex(pen, index);
      expect(readFrameIndex(image)).toBe(index);
    }
});

test("a picture without a number, or with a bit lost, gives none", () => {
  const { pen, ...image } = picture(640);
  expect(readFrameIndex(image)).toBeNull();
  drawFrameIndex(pen, 5);
  image.data.fill(255, 30 * 4, 40 * 4);
  expect(readFrameIndex(image)).toBeNull();
});
