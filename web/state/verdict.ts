import { useEffect, useState } from "react";
import type { Draft } from "#dance/choreo/draft.ts";
import { checkPublication, type Publication } from "../lint/index.ts";

/** Each position of a draft as others would get it; `checking` until that is known, `unknown` where it cannot be. */
export type Verdict = readonly Publication[] | "checking" | "unknown";

/** What boards a draft can have and how large it is, looked at off the main thread: of twenty minutes that takes seconds. */
export function useVerdict(draft: Draft): Verdict {
  const [verdict, setVerdict] = useState<Verdict>("checking");
  useEffect(() => {
    setVerdict("checking");
    const here = new AbortController();
    const show = (told: Verdict) => !here.signal.aborted && setVerdict(told);
    checkPublication(draft, here.signal).then(show, () => show("unknown"));
    return () => here.abort();
  }, [draft]);
  return verdict;
}
