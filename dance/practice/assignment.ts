export const ASSIGNMENT_STATES = ["open", "met", "overdue"] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/**
 * How an assignment stands for a dancer, in ms since 1970. `reachedAt` is when the first take that reached the target was
 * danced, not when it arrived: one from an outbox that was offline meets it afterwards. Danced too late, it stays overdue.
 */
export function assignmentState(dueAt: number, reachedAt: number | null, now: number): AssignmentState {
  if (reachedAt !== null && reachedAt < dueAt) return "met";
  return now < dueAt ? "open" : "overdue";
}
