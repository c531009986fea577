import { useEffect, useState } from "react";
import type { Draft } from "#dance/choreo/draft.ts";
import { type Checked as CheckedDraft, type Linter, openLinter } from "../lint/index.ts";

/** What is to be said of a draft as a choreography; null until it was looked at. */
export type Checked = CheckedDraft | null;

/** Quiet after an edit before it is looked at. */
const QUIET_MS = 700;

/** Checks a position of a draft as it is edited, off the main thread. */
export function useCheck(draft: Draft, at: number): Checked {
  const [linter, setLinter] = useState<Linter | null>(null);
  const [checked, setChecked] = useState<Checked>(null);
  useEffect(() => {
    const it = openLinter();
    setLinter(it);
    return () => it.close();
  }, []);
  useEffect(() => {
    if (!linter) return;
    const timer = setTimeout(() => linter.ask(draft, at, setChecked), QUIET_MS);
    return () => clearTimeout(timer);
  }, [linter, draft, at]);
  return checked;
}
