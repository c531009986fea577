import { spanOf } from "#dance/choreo/summary.ts";
import { assignmentState, metBefore } from "#dance/practice/assignment.ts";
import type { AssignmentRow } from "../db/assignments.ts";
import { choreographiesOf, type VersionedSummary } from "../db/choreographies.ts";
import type { EffortRow } from "../db/efforts.ts";
import type { Db } from "../db/open.ts";
import { now } from "../env.ts";
import { LIMITS } from "../limits.ts";

/** An assignment as everybody whom it concerns sees it. */
export const assignmentView = (row: AssignmentRow) => ({ ...row, finalAt: row.dueAt + LIMITS.deliveryMs });

/** The summaries of what some assignments ask for. */
export const summariesFor = (db: Db, rows: readonly AssignmentRow[], asker: string): Promise<VersionedSummary[]> =>
  choreographiesOf(db, [...new Set(rows.map(({ version }) => version))], asker);

/** How assignments stand for those whom they ask, told by assignment. */
export function standsBy(efforts: readonly EffortRow[], summaries: readonly VersionedSummary[]) {
  const at = now();
  return ({ id, version, section, dueAt }: AssignmentRow) => {
    const summary = summaries.find((it) => it.version === version);
    const span = summary && spanOf(summary, section);
    const seconds = span ? span.to - span.from : 0;
    return efforts
      .filter(({ assignmentId }) => assignmentId === id)
      .map(({ assignmentId: _, lengths, reached, ...effort }) => ({
        ...effort,
        reachedAt: metBefore(dueAt, reached) ? reached.before : reached.now,
        minutes: Math.round((lengths * seconds) / 6) / 10,
        state: assignmentState(dueAt, reached, at),
        before: metBefore(dueAt, reached),
      }));
  };
}
