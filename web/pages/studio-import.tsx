import { type ReactElement, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { Loading } from "../parts/states.tsx";
import { ChooseDancer } from "../parts/studio/choose-dancer.tsx";
import { ChooseVideo } from "../parts/studio/choose-video.tsx";
import { ImportElsewhere } from "../parts/studio/import-elsewhere.tsx";
import { ImportNotices } from "../parts/studio/import-notices.tsx";
import { ImportProblem, ImportStopped } from "../parts/studio/import-over.tsx";
import { ImportProgress } from "../parts/studio/import-progress.tsx";
import "../styles/studio-import.css";
import { useTitle } from "../state/hooks.ts";
import { ImportRun } from "../state/import-run.ts";
import { importTools } from "../state/import-tools.ts";
import { useWords } from "../state/language.ts";
import { useWatch } from "../state/rig.ts";

/** A video on its way to the draft of the same id. */
export default function StudioImport({ id }: { readonly id: string }): ReactElement {
  const { bring } = useWords();
  const [run, setRun] = useState<ImportRun | null>(null);
  useTitle(bring.title);
  useEffect(() => {
    const mine = new ImportRun(id, importTools);
    setRun(mine);
    void mine.begin();
    return () => mine.close();
  }, [id]);
  return run ? <Importing run={run} /> : <Loading />;
}

function Importing({ run }: { readonly run: ImportRun }): ReactElement {
  const { bring } = useWords();
  const state = useWatch(run.state);
  const [, navigate] = useLocation();
  useEffect(() => {
    if (state.kind === "done") navigate(`/studio/${state.draft}`, { replace: true });
  }, [state, navigate]);
  return (
    <div className="page import">
      <div className="stack">
        <h1>{state.kind === "who" ? bring.who : bring.title}</h1>
        <p className="lead soft">{state.kind === "who" ? bring.whoSay : bring.lead}</p>
      </div>
      {state.kind === "choosing" && <ChooseVideo again={state.again} onFile={(file) => run.take(file)} />}
      {state.kind === "elsewhere" && <ImportElsewhere />}
      {state.kind === "stopped" && <ImportStopped run={run} job={state.job} />}
      {state.kind === "failed" && <ImportProblem run={run} problem={state.problem} detail={state.detail} />}
      {state.kind === "who" && <ChooseDancer run={run} dancers={state.dancers} />}
      {(state.kind === "opening" ||
        state.kind === "preparing" ||
        state.kind === "running" ||
        state.kind === "making") && <ImportProgress run={run} state={state} />}
      <ImportNotices run={run} />
    </div>
  );
}
