import { useLayoutEffect, useRef } from "react";

/** Hears the keys that are pressed anywhere on the page, from the moment on in which it is seen; none while `off`. */
export function usePageKeys(onKey: (event: KeyboardEvent) => void, off = false): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useLayoutEffect(() => {
    if (off) return;
    const hear = (event: KeyboardEvent) => latest.current(event);
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, [off]);
}
