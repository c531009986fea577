import { useEffect, useState } from "react";
import type { Draft } from "#dance/choreo/draft.ts";
import { notationOf } from "#dance/choreo/formats/kept-notation.ts";

/** Quiet after an edit before the notation is made: it takes a moment. */
const QUIET_MS = 400;

/**
 * The notation of a draft as it is now, made while `wanted`: null where it can no longer be written as one, undefined until
 * that is known.
 */
export function useNotation(draft: Draft, wanted: boolean): string | null | undefined {
  const [made, setMade] = useState<{ readonly of: Draft; readonly text: string | null } | null>(null);
  useEffect(() => {
    if (!wanted || draft.notation === undefined) return;
    const timer = setTimeout(() => setMade({ of: draft, text: notationOf(draft) }), QUIET_MS);
    return () => clearTimeout(timer);
  }, [draft, wanted]);
  return made?.of === draft ? made.text : undefined;
}
