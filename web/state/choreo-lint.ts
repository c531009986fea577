import { useEffect, useState } from "react";
import type { Draft } from "#dance/choreo/draft.ts";
import { type Checked as CheckedDraft, type Linter, openLinter } from "../lint/index.ts";

/** What is to be said of a draft as a choreography; null until it was looked at, and where it cannot be. */
export type Checked = CheckedDraft | null;

/** Quiet after an edit before it is looked at. */
const QUIET_MS = 700;

/** Checks a position of a draft as it is edited, off the main thread. */
export function useCheck(draft: Draft, at: number): Checked {
  const [linter, setLinter] = useState<Linter | null>(null);
  const [told, setTold] = useState<{ readonly at: number; readonly checked: Checked } | null>(null);
  useEffect(() => {
    const it = openLinter();
    setLinter(it);
    return () => it.close();
  }, []);
  useEffect(() => {
    if (!linter) return;
    const timer = setTimeout(() => linter.ask(draft, at, (checked) => setTold({ at, checked })), QUIET_MS);
    return () => clearTimeout(timer);
  }, [linter, draft, at]);
  return told?.at === at ? told.checked : null; // of another position nothing is said
}
