import { useEffect, useRef, useState } from "react";

/** Whether my own row is on the screen, so that it need not be pinned; and the ref that the row is given. */
export function useMineSeen(): [boolean, (row: HTMLElement | null) => void] {
  const [seen, setSeen] = useState(false);
  const observer = useRef<IntersectionObserver | null>(null);
  useEffect(() => () => observer.current?.disconnect(), []);
  const watch = (row: HTMLElement | null) => {
    observer.current?.disconnect();
    if (!row) return setSeen(false);
    observer.current = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false));
    observer.current.observe(row);
  };
  const [stable] = useState(() => watch);
  return [seen, stable];
}
