import type { ReactElement } from "react";
import type { ImportRun } from "../../state/import-run.ts";
import type { ImportJob } from "../../state/imports.ts";
import { useWords } from "../../state/language.ts";
import { Eight, Glyph } from "../marks.tsx";
import { State } from "../states.tsx";

interface ImportStoppedProps {
  readonly run: ImportRun;
  readonly job: ImportJob;
}

/** An import that was stopped: it goes on where it was. */
export function ImportStopped({ run, job }: ImportStoppedProps): ReactElement {
  const { bring, n } = useWords();
  const title = bring.stopped(n.duration(Math.max(0, job.judged)));
  const done = Math.floor((Math.max(0, job.judged) / Math.max(0.1, job.facts.read)) * 8);
  return (
    <State
      within
      title={title}
      picture={<Eight label={title} done={done} height={80} />}
      action={
        <div className="row">
          <button type="button" className="btn go" onClick={() => void run.goOn()}>
            {bring.goOn}
          </button>
          <Other run={run} />
        </div>
      }
    >
      {bring.stoppedSay}
    </State>
  );
}

/** Problems after which trying again may help. */
const PASSING: readonly string[] = ["video-weights", "video-stopped", "not-drafted", "import-unread"];

interface ImportProblemProps {
  readonly run: ImportRun;
  readonly problem: string;
  readonly detail: string;
}

/** Why nothing comes of a file, and what to do about it. */
export function ImportProblem({ run, problem, detail }: ImportProblemProps): ReactElement {
  const { bring, videoProblems } = useWords();
  const passing = PASSING.includes(problem);
  const say = (videoProblems as Readonly<Record<string, (detail: string) => string>>)[problem];
  return (
    <div role="alert">
      <State
        within
        title={passing ? bring.notNow : bring.failed}
        picture={
          <span className="import-glyph">
            <Glyph word="miss" />
          </span>
        }
        action={
          <div className="row">
            {passing && (
              <button type="button" className="btn go" onClick={() => void run.goOn()}>
                {bring.retry}
              </button>
            )}
            <Other run={run} main={!passing} />
          </div>
        }
      >
        {say ? say(detail) : ownSentence(bring, problem, detail)}
      </State>
    </div>
  );
}

function ownSentence(bring: ReturnType<typeof useWords>["bring"], problem: string, detail: string): string {
  if (problem === "import-unread") return bring.unread;
  return detail === "draft-not-kept" ? bring.keepsNothing : bring.notDrafted;
}

function Other({ run, main = false }: { readonly run: ImportRun; readonly main?: boolean }): ReactElement {
  const { bring } = useWords();
  return (
    <button type="button" className={main ? "btn go" : "btn"} onClick={() => void run.discard()}>
      {bring.other}
    </button>
  );
}
