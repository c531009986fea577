import { type PointerEvent, type ReactElement, useCallback, useEffect, useMemo, useRef } from "react";
import { timeOfCount } from "#dance/music/tempo.ts";
import { PEAK_RATE } from "../../sound/index.ts";
import { readColours } from "../../stage/colours.ts";
import { useWords } from "../../state/language.ts";
import { useSharpCanvas } from "../playhead.ts";
import { useDesk } from "./editor-context.ts";
import { Lane } from "./lane.tsx";

/** Bars over one eight-count. */
const BARS = 160;

/** The eight-count's music as bars: what was played up to the chosen count is bright. A press chooses a count. */
export function MusicLane({ peaks }: { readonly peaks: Float32Array | null }): ReactElement {
  const { editor, draft, view, tempo, preview } = useDesk();
  const { editor: say } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const first = Math.floor(view.count / 8) * 8;
  const [from, to] = [timeOfCount(tempo, first), timeOfCount(tempo, first + 8)];
  const starts = draft.recording?.starts ?? 0;
  const bars = useMemo(
    () =>
      Array.from({ length: BARS }, (_, i) =>
        loudest(peaks, from - starts + ((to - from) * i) / BARS, (to - from) / BARS),
      ),
    [peaks, from, to, starts],
  );
  const draw = useCallback(() => {
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    const { width, height } = pen.canvas;
    const colours = readColours(pen.canvas);
    const time = preview.playing ? preview.time() : timeOfCount(tempo, view.count);
    const here = ((time - from) / (to - from)) * width;
    pen.clearRect(0, 0, width, height);
    const step = width / BARS;
    bars.forEach((peak, i) => {
      const tall = Math.max(2, peak * height);
      pen.fillStyle = i * step < here ? colours["ink-2"] : colours["line-strong"];
      pen.fillRect(i * step, (height - tall) / 2, Math.max(1, step * 0.6), tall);
    });
    pen.fillStyle = colours.tape;
    pen.fillRect(Math.min(width - 4, Math.max(0, here - 2)), 0, 4, height);
  }, [bars, from, to, tempo, view.count, preview]);
  useSharpCanvas(canvas, draw);
  useEffect(() => {
    draw();
    if (!preview.playing) return;
    let frame = requestAnimationFrame(function next() {
      draw();
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [draw, preview.playing]);
  const choose = (e: PointerEvent<HTMLCanvasElement>) => {
    const { left, width } = e.currentTarget.getBoundingClientRect();
    editor.choose(first + Math.floor(((e.clientX - left) / width) * 16) / 2);
  };
  return (
    <Lane name={say.music}>
      <canvas
        ref={canvas}
        className={peaks ? "wave" : "wave flat"}
        role="img"
        aria-label={peaks ? say.wave(first / 8 + 1) : say.noWave}
        onPointerDown={choose}
      />
    </Lane>
  );
}

/** The loudest of a stretch of file time, 0..1. */
function loudest(peaks: Float32Array | null, from: number, seconds: number): number {
  if (!peaks) return 0;
  const [a, b] = [
    Math.floor(from * PEAK_RATE),
    Math.max(Math.floor(from * PEAK_RATE) + 1, Math.ceil((from + seconds) * PEAK_RATE)),
  ];
  let most = 0;
  for (let i = Math.max(0, a); i < b; i++) most = Math.max(most, peaks[i] ?? 0);
  return most;
}
