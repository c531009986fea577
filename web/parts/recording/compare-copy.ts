import { useEffect, useRef, useState } from "react";
import type { Recording } from "#dance/choreo/choreography.ts";
import type { SoundProblem } from "../../sound/index.ts";
import { type Comparison, compareCopy, takeCopy } from "../../state/own-song.ts";
import type { RecordingProblem } from "../../state/recordings.ts";

/** How comparing a chosen file stands. */
export type Comparing =
  | { readonly kind: "idle" }
  | { readonly kind: "hearing"; readonly share: number }
  | { readonly kind: "failed"; readonly code: SoundProblem; readonly detail: string }
  /** Another song, or too little sound to tell: the dancer is asked. */
  | { readonly kind: "doubtful"; readonly file: File; readonly comparison: Comparison }
  /** Taken; `kept` says why the device would not keep it, where it did not. */
  | { readonly kind: "taken"; readonly comparison: Comparison; readonly kept: RecordingProblem | null };

const IDLE: Comparing = { kind: "idle" };

/** Compares files with a version's recording; the same recording is taken at once, another only on wish. */
export function useComparing(version: string, recording: Recording) {
  const [comparing, setComparing] = useState<Comparing>(IDLE);
  const away = useRef<AbortController | null>(null);
  useEffect(() => () => away.current?.abort(), []);
  const take = async (file: File, comparison: Comparison) => {
    const kept = await takeCopy(version, file, recording, comparison.match);
    setComparing({ kind: "taken", comparison, kept: kept.ok ? null : kept.problem.code });
  };
  const choose = async (file: File) => {
    away.current?.abort();
    const mine = new AbortController();
    away.current = mine;
    const tell = (next: Comparing) => !mine.signal.aborted && setComparing(next);
    tell({ kind: "hearing", share: 0 });
    const onProgress = (share: number) => tell({ kind: "hearing", share });
    try {
      const outcome = await compareCopy(file, recording, { signal: mine.signal, onProgress });
      if (mine.signal.aborted) return;
      if (!outcome.ok) tell({ kind: "failed", code: outcome.problem.code, detail: outcome.problem.message });
      else if (outcome.value.match?.same) await take(file, outcome.value);
      else tell({ kind: "doubtful", file, comparison: outcome.value });
    } catch (cause) {
      tell({ kind: "failed", code: "sound-damaged", detail: String(cause) });
    }
  };
  return { comparing, choose, take, forget: () => setComparing(IDLE) };
}
