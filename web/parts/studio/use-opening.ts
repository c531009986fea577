import { useCallback, useEffect, useRef, useState } from "react";
import type { Problem } from "#dance/outcome.ts";
import { type Opened, type OpeningProblem, openInThread } from "../../files/index.ts";

/** How the opening of files stands; `share` of their bytes is read, at 1 the poses in them are looked for. */
export type Opening =
  | { readonly kind: "choosing" }
  | { readonly kind: "reading"; readonly share: number }
  | { readonly kind: "problem"; readonly problem: Problem<OpeningProblem> };

const CHOOSING: Opening = { kind: "choosing" };

/** Opens files in a thread, one choice at a time; told of what was opened. Whoever cancels, or leaves, ends it. */
export function useOpening(onOpened: (opened: Opened) => void) {
  const [opening, setOpening] = useState<Opening>(CHOOSING);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const take = async (files: readonly File[], rate: number | null = null, folder?: string) => {
    if (files.length === 0) return;
    running.current?.abort();
    const here = new AbortController();
    running.current = here;
    setOpening({ kind: "reading", share: 0 });
    const order = { files, rate, folder: folder ?? files[0]?.webkitRelativePath?.split("/")[0] ?? "" };
    const onProgress = (share: number) => setOpening({ kind: "reading", share });
    const read = await openInThread(order, { onProgress, signal: here.signal }).catch(() => null);
    if (read === null || running.current !== here) return; // cancelled, or another choice was sooner
    if (!read.ok) return setOpening({ kind: "problem", problem: read.problem });
    setOpening(CHOOSING);
    onOpened(read.value);
  };
  return {
    opening,
    take,
    refuse: (code: OpeningProblem) => setOpening({ kind: "problem", problem: { code, message: "" } }),
    cancel: useCallback(() => {
      running.current?.abort();
      running.current = null;
      setOpening(CHOOSING);
    }, []),
  };
}
