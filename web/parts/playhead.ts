import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Keeps the canvas as many pixels as it is shown with, and redraws when that changes. */
export function useSharpCanvas(canvas: RefObject<HTMLCanvasElement | null>, draw: () => void): void {
  useEffect(() => {
    const it = canvas.current;
    if (!it) return;
    const fit = new ResizeObserver(() => {
      const dense = Math.min(2, devicePixelRatio);
      it.width = Math.round(it.clientWidth * dense);
      it.height = Math.round(it.clientHeight * dense);
      draw();
    });
    fit.observe(it);
    return () => fit.disconnect();
  }, [canvas, draw]);
}

interface Span {
  /** Song time in seconds. */
  readonly from: number;
  readonly to: number;
}

/** Where a playhead begins, and the stretch that it goes round in. */
interface Way {
  /** Song time in seconds. */
  readonly first?: number;
  readonly rate?: number;
  /** Null: round in the whole span. */
  readonly loop?: Span | null;
}

/** Moves song time while playing; everything in a frame goes by refs, React hears of a new count only. */
export function usePlayhead(scene: Span, show: (time: number) => void, way: Way = {}) {
  const time = useRef(way.first ?? scene.from);
  const [playing, setPlaying] = useState(false);
  const [rate, setRate] = useState(way.rate ?? 0.5);
  const [from, to] = [way.loop?.from ?? scene.from, way.loop?.to ?? scene.to];
  const go = useCallback(
    (to: number) => {
      time.current = Math.min(scene.to, Math.max(scene.from, to));
      show(time.current);
    },
    [scene, show],
  );
  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const next = time.current + ((now - last) / 1000) * rate;
      last = now;
      go(next >= to || next < from ? from : next);
      frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, rate, from, to, go]);
  return { time, playing, setPlaying, rate, setRate, go };
}
