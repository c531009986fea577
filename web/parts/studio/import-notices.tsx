import type { ReactElement } from "react";
import type { ImportRun } from "../../state/import-run.ts";
import { useWords } from "../../state/language.ts";
import { useWatch } from "../../state/rig.ts";

/** What is told beside an import and stops nothing. */
export function ImportNotices({ run }: { readonly run: ImportRun }): ReactElement {
  const { bring, n } = useWords();
  const state = useWatch(run.state);
  const { notKept, notSaved } = useWatch(run.notes);
  const job = state.kind === "running" || state.kind === "stopped" || state.kind === "who" ? state.job : null;
  const said = [
    job?.cut && bring.cut(n.duration(job.judged)),
    job && job.facts.seconds > job.facts.read + 0.5 && bring.long(n.duration(job.facts.seconds)),
    job && !job.facts.sound && bring.noSound,
    notSaved ? bring.notSaved : notKept && bring.notKept,
  ].filter((sentence): sentence is string => typeof sentence === "string");
  return (
    <div className="import-notes" role="status">
      {said.map((sentence) => (
        <p key={sentence} className="note">
          {sentence}
        </p>
      ))}
    </div>
  );
}
