/** The longest age, in milliseconds, that a stated capture time may have before we disbelieve it. */
const OLDEST_MS = 1000;

/**
 * Capture time of a picture in milliseconds of performance.now(): as the camera states it, else when it is shown.
 * Some browsers state times of another clock; those are not believed.
 */
export function captureTime(
  now: number,
  stated: { readonly captureTime?: number | undefined; readonly expectedDisplayTime?: number | undefined },
): number {
  const { captureTime: captured, expectedDisplayTime: shown } = stated;
  if (captured !== undefined && captured <= now + 5 && captured > now - OLDEST_MS) return Math.min(captured, now);
  if (shown !== undefined && Math.abs(shown - now) < OLDEST_MS) return Math.min(shown, now);
  return now;
}

/** Calls `each` once for every new picture of the video until stopped. */
export function watchPictures(video: HTMLVideoElement, each: (at: number) => void): () => void {
  let stopped = false;
  if ("requestVideoFrameCallback" in video) {
    const next: VideoFrameRequestCallback = (now, metadata) => {
      if (stopped) return;
      video.requestVideoFrameCallback(next);
      each(captureTime(now, metadata));
    };
    video.requestVideoFrameCallback(next);
  } else {
    const page = video as HTMLVideoElement;
    let shown = -1;
    const next = (now: number) => {
      if (stopped) return;
      requestAnimationFrame(next);
      if (page.currentTime === shown || page.readyState < 2) return;
      shown = page.currentTime;
      each(now);
    };
    requestAnimationFrame(next);
  }
  return () => {
    stopped = true;
  };
}

let framesFromVideo = typeof VideoFrame === "function";

/** The picture the video shows now, for the taker to close. */
export async function grabPicture(video: HTMLVideoElement): Promise<ImageBitmap | VideoFrame | null> {
  if (video.readyState < 2 || video.videoWidth === 0) return null;
  if (framesFromVideo) {
    try {
      return new VideoFrame(video);
    } catch {
      framesFromVideo = false; // some browsers make frames only from decoders
    }
  }
  return createImageBitmap(video).catch(() => null);
}
