const keepPlaying = (video: HTMLVideoElement) => {
  if (video.srcObject && video.paused) video.play().catch(() => undefined);
};

/**
 * Hangs the camera's video right behind a canvas, as large as the canvas, mirrored. The browser paints it without any
 * work of ours, and at the camera's own pace; the canvas above stays clear but for what we draw. Returns how to take it down.
 */
export function hangMirror(video: HTMLVideoElement, canvas: HTMLCanvasElement): () => void {
  const before = canvas.style.position;
  if (getComputedStyle(canvas).position === "static") canvas.style.position = "relative";
  video.setAttribute("aria-hidden", "true");
  Object.assign(video.style, { position: "absolute", objectFit: "cover", transform: "scaleX(-1)" });
  canvas.before(video);
  keepPlaying(video);
  const align = () => {
    video.style.left = `${canvas.offsetLeft}px`;
    video.style.top = `${canvas.offsetTop}px`;
    video.style.width = `${canvas.clientWidth}px`;
    video.style.height = `${canvas.clientHeight}px`;
  };
  align();
  const observer = new ResizeObserver(align);
  observer.observe(canvas);
  if (canvas.parentElement) observer.observe(canvas.parentElement);
  return () => {
    observer.disconnect();
    video.remove();
    setTimeout(() => keepPlaying(video)); // a video that leaves the page is paused a moment later
    canvas.style.position = before;
  };
}
