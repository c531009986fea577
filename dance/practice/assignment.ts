export const ASSIGNMENT_STATES = ["open", "met", "overdue"] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** When the first take was danced that did what an assignment asks, in ms since 1970; null where none did. */
export interface Reached {
  /** By what it asks now, in time or not. */
  readonly now: number | null;
  /** In time, by what it asked when that take was danced and asks no more. */
  readonly before: number | null;
}

/**
 * How an assignment stands for a dancer, in ms since 1970. What counts is when a take was danced, not when it arrived: one
 * from an outbox that was offline meets it afterwards. Danced too late, it stays overdue. What was met by what it asked
 * before it was changed stays met.
 */
export function assignmentState(dueAt: number, reached: Reached, now: number): AssignmentState {
  if (meetsNow(dueAt, reached) || reached.before !== null) return "met";
  return now < dueAt ? "open" : "overdue";
}

/** Whether it is met by what it asked before, and not by what it asks now. */
export const metBefore = (dueAt: number, reached: Reached): boolean =>
  reached.before !== null && !meetsNow(dueAt, reached);

const meetsNow = (dueAt: number, { now }: Reached): boolean => now !== null && now < dueAt;
