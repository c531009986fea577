import { useEffect, useState } from "react";
import type { Outcome } from "#dance/outcome.ts";
import type { Hearing, HearOptions, SoundProblem } from "../sound/index.ts";

/** How listening to a file stands; `none` where there is no file. */
export type Heard =
  | { readonly kind: "none" }
  | { readonly kind: "hearing"; readonly share: number }
  | { readonly kind: "heard"; readonly hearing: Hearing }
  /** `detail` names the codec where that is what is not known. */
  | { readonly kind: "failed"; readonly code: SoundProblem; readonly detail: string };

/** The last few that were heard: going back to a draft does not listen again. */
const CACHE_SIZE = 3;
const cache = new Map<string, Hearing>();

const keyOf = (file: File): string => JSON.stringify([file.name, file.size, file.lastModified]);

/** Hears a file, or remembers it from a moment ago. */
export async function hearOnce(file: File, options: HearOptions = {}): Promise<Outcome<Hearing, SoundProblem>> {
  const known = cache.get(keyOf(file));
  if (known) return { ok: true, value: known };
  const { hearFile } = await import("../sound/index.ts"); // with its thread only where there is a file to hear
  const outcome = await hearFile(file, options);
  if (outcome.ok) cache.set(keyOf(file), outcome.value);
  const [oldest] = cache.keys();
  if (cache.size > CACHE_SIZE && oldest !== undefined) cache.delete(oldest);
  return outcome;
}

/** Listens to a file; another one ends listening to the first. */
export function useHearing(file: File | null): Heard {
  const [heard, setHeard] = useState<Heard>({ kind: "none" });
  useEffect(() => {
    if (!file) return setHeard({ kind: "none" });
    const away = new AbortController();
    setHeard({ kind: "hearing", share: 0 });
    const onProgress = (share: number) => !away.signal.aborted && setHeard({ kind: "hearing", share });
    void hearOnce(file, { signal: away.signal, onProgress }).then(
      (outcome) => {
        if (away.signal.aborted) return;
        if (outcome.ok) setHeard({ kind: "heard", hearing: outcome.value });
        else setHeard({ kind: "failed", code: outcome.problem.code, detail: outcome.problem.message });
      },
      (cause: unknown) => {
        if (!away.signal.aborted) setHeard({ kind: "failed", code: "sound-damaged", detail: String(cause) });
      },
    );
    return () => away.abort();
  }, [file]);
  return heard;
}
