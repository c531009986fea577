import type { Page } from "playwright-core";
import { timeOfCount } from "#dance/music/tempo.ts";
import { builtIn, type CameraKind, clipOf } from "../fixtures/dancer.ts";
import { readFrameIndex } from "../fixtures/frame-code.ts";

/** Seconds from the tap on start to the section's first count: the count-in of four. */
export function countIn(slug: string): number {
  const { tempo } = builtIn(slug);
  return timeOfCount(tempo, 4) - timeOfCount(tempo, 0);
}

/**
 * Taps `button` when the camera shows the frame from which a count-in leads to the clip's first count, so that the
 * dancer in the camera and the song begin together. Rejects after 90 seconds.
 */
export const tapOnTheBeat = (page: Page, button: string, kind: CameraKind): Promise<void> =>
  tapAtFrame(page, button, clipOf(kind).firstCount - Math.round(countIn(kind.slug) * 30));

/** Taps `button` when the camera shows this frame of its film or one of the three after it. */
export async function tapAtFrame(page: Page, button: string, frame: number): Promise<void> {
  await page.evaluate(
    async ({ read, frame, button }) => {
      const readIndex = new Function(`return ${read}`)() as typeof readFrameIndex;
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });
      const video = Object.assign(document.createElement("video"), { srcObject: stream, muted: true });
      await video.play();
      const canvas = new OffscreenCanvas(640, 10);
      const pen = canvas.getContext("2d", { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
      const until = performance.now() + 90_000;
      for (;;) {
        await new Promise((seen) => video.requestVideoFrameCallback(seen));
        pen.drawImage(video, 0, 0, 640, 10, 0, 0, 640, 10);
        const index = readIndex({ data: pen.getImageData(0, 0, 640, 10).data, width: 640 });
        if (index !== null && index >= frame && index < frame + 4) break;
        if (performance.now() > until) throw new Error(`frame ${frame} never came; the last was ${index}`);
      }
      (document.querySelector(button) as HTMLButtonElement).click();
      for (const track of stream.getTracks()) track.stop();
    },
    { read: readFrameIndex.toString(), frame, button },
  );
}
