import { coverPlace, type Place, type Placing } from "./geometry.ts";

const keepPlaying = (video: HTMLVideoElement) => {
  if (video.srcObject && video.paused) video.play().catch(() => undefined);
};

/** Puts the video where its poses are put, cut to the canvas. */
function align(video: HTMLVideoElement, canvas: HTMLCanvasElement, place: Place, placing: Placing): void {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const aspect = video.videoWidth > 0 ? video.videoWidth / video.videoHeight : 4 / 3;
  const { size: tall, x0, y0: top } = placing(aspect, width, height, place);
  const left = x0 - tall * aspect;
  video.style.left = `${canvas.offsetLeft + left}px`;
  video.style.top = `${canvas.offsetTop + top}px`;
  video.style.width = `${tall * aspect}px`;
  video.style.height = `${tall}px`;
  video.style.clipPath = `inset(${Math.max(0, -top)}px ${Math.max(0, -left)}px)`;
}

/**
 * Hangs the camera's video right behind a canvas, mirrored. The browser paints it without any work of ours, and at the
 * camera's own pace; the canvas above stays clear but for what we draw. Returns how to take it down.
 */
export function hangMirror(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  placing: Placing = coverPlace,
): () => void {
  const place: Place = { x0: 0, y0: 0, size: 1, flip: -1 };
  const before = canvas.style.position;
  if (getComputedStyle(canvas).position === "static") canvas.style.position = "relative";
  video.setAttribute("aria-hidden", "true");
  Object.assign(video.style, { position: "absolute", maxWidth: "none", objectFit: "fill", transform: "scaleX(-1)" });
  canvas.before(video);
  keepPlaying(video);
  const onChange = () => align(video, canvas, place, placing);
  onChange();
  video.addEventListener("resize", onChange);
  const observer = new ResizeObserver(onChange);
  observer.observe(canvas);
  if (canvas.parentElement) observer.observe(canvas.parentElement);
  return () => {
    observer.disconnect();
    video.removeEventListener("resize", onChange);
    video.remove();
    setTimeout(() => keepPlaying(video)); // a video that leaves the page is paused a moment later
    canvas.style.position = before;
  };
}
