import { type ReactElement, useEffect, useRef } from "react";
import { countAtTime, type Tempo } from "#dance/music/tempo.ts";

interface CountBarsProps {
  readonly tempo: Tempo | null;
  /** Song time now; null while nothing sounds. */
  readonly time: () => number | null;
}

/** The eight bars, the count that sounds now lit. They step by themselves, without React. */
export function CountBars({ tempo, time }: CountBarsProps): ReactElement {
  const bars = useRef<HTMLDivElement>(null);
  const now = useRef(time);
  now.current = time;
  useEffect(() => {
    let frame = 0;
    const step = () => {
      const at = now.current();
      const count = at === null || !tempo ? -1 : ((Math.floor(countAtTime(tempo, at)) % 8) + 8) % 8;
      for (const [i, bar] of [...(bars.current?.children ?? [])].entries())
        bar.className = count < 0 || i > count ? "next" : i === count ? "now" : "done";
      frame = requestAnimationFrame(step);
    };
    step();
    return () => cancelAnimationFrame(frame);
  }, [tempo]);
  return (
    <div className="eight" ref={bars} style={{ "--eh": "56px" } as React.CSSProperties} aria-hidden>
      {Array.from({ length: 8 }, (_, i) => (
        <i key={String(i)} className="next" />
      ))}
    </div>
  );
}
