import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../state/language.ts";

/** What stands below the picture; the picture makes room, so that the dancer sees all of herself. */
export function Foot({ hands, children }: { readonly hands: boolean; readonly children: ReactNode }): ReactElement {
  const foot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!foot.current) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(([entry]) => {
      style.setProperty("--foot", `${entry?.borderBoxSize[0]?.blockSize ?? 0}px`);
    });
    observer.observe(foot.current);
    return () => {
      observer.disconnect();
      style.removeProperty("--foot");
    };
  }, []);
  return (
    <div className="st-foot" ref={foot}>
      {hands && <HandsNote />}
      {children}
    </div>
  );
}

/** How hands are used, where the eyes are. */
export function HandsNote({ crossed = false }: { readonly crossed?: boolean }): ReactElement {
  const { hands } = useWords();
  return <p className={crossed ? "st-how over" : "st-how"}>{crossed ? hands.crossed : hands.how}</p>;
}
