import type { DancedTake } from "#dance/practice/progress.ts";
import type { Span } from "#dance/practice/span.ts";
import { recall, remember } from "./stored.ts";

/**
 * A pass through a loop as this device remembers it: it counts for minutes. One through a whole section at full speed is
 * a take too, under the same id; no other is sent. A take of a draft counts as a pass.
 */
export interface PractisedPass extends DancedTake {
  readonly span: Span;
}

/** Passes beyond which the oldest are forgotten: some weeks of practice, 80 KB. */
const KEPT = 500;

/** The passes danced on this device, oldest first. */
export function practised(): readonly PractisedPass[] {
  try {
    const kept: unknown = JSON.parse(recall("practised") ?? "[]");
    // Passes of before anybody could sit or mirror in a loop say nothing of it.
    return Array.isArray(kept) ? (kept as PractisedPass[]).map((pass) => ({ ...pass, kind: pass.kind ?? "full" })) : [];
  } catch {
    return [];
  }
}

/** Remembers a pass, once; where the browser refuses storage, the dance goes on without. */
export function rememberPass(pass: PractisedPass): void {
  const others = practised().filter(({ id }) => id !== pass.id);
  remember("practised", JSON.stringify([...others, pass].slice(-KEPT)));
}
