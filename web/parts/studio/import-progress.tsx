import type { ReactElement } from "react";
import { useAwake } from "../../state/awake.ts";
import type { ImportRun } from "../../state/import-run.ts";
import type { ImportState } from "../../state/import-types.ts";
import { useWords } from "../../state/language.ts";
import { stretch } from "../../words/time-left.ts";
import { Eight, Waiting } from "../marks.tsx";
import { ImportGlimpse } from "./import-glimpse.tsx";

/** Seconds below which a number would only run. */
const SOON = 30;

type Busy = Extract<ImportState, { kind: "opening" | "preparing" | "running" | "making" }>;

interface ImportProgressProps {
  readonly run: ImportRun;
  readonly state: Busy;
}

/** An import under way: what is done now, how far it is, how long it takes yet. */
export function ImportProgress({ run, state }: ImportProgressProps): ReactElement {
  const { bring } = useWords();
  useAwake();
  return (
    <section className="import-run panel">
      <ImportGlimpse run={run} />
      <div className="stack">
        <p className="h2" role="status">
          {titleOf(bring, state)}
        </p>
        {state.kind === "running" ? <Frames state={state} /> : <Before state={state} />}
        <div className="row">
          <button type="button" className="btn" onClick={() => run.stop()}>
            {bring.stop}
          </button>
        </div>
      </div>
    </section>
  );
}

function titleOf(bring: ReturnType<typeof useWords>["bring"], state: Busy): string {
  if (state.kind === "preparing") return bring[state.preparing.kind];
  if (state.kind === "running") return bring.judging;
  return state.kind === "making" ? bring.finishing : bring.opening;
}

function Before({ state }: { readonly state: Exclude<Busy, { kind: "running" }> }): ReactElement {
  const { bring, setup, n } = useWords();
  const preparing = state.kind === "preparing" ? state.preparing : null;
  if (preparing?.kind === "loading" && preparing.total > 0)
    return (
      <>
        <Eight label={bring.loading} done={Math.floor((preparing.loaded / preparing.total) * 8)} height={72} />
        <p className="num import-mb">
          {n.megabytes(preparing.loaded)} <small>{setup.ofMegabytes(n.megabytes(preparing.total))}</small>
        </p>
        <p className="soft">{bring.loadingSay}</p>
      </>
    );
  return (
    <>
      <Waiting label={titleOf(bring, state)} />
      {preparing?.kind === "warming" && <p className="soft">{bring.warmingSay}</p>}
      {preparing?.kind === "looking" && <p className="soft">{bring.lookingSay}</p>}
    </>
  );
}

function Frames({ state: { job, left } }: { readonly state: Extract<Busy, { kind: "running" }> }): ReactElement {
  const { bring, language, n } = useWords();
  const { read, frames } = job.facts;
  const share = Math.min(1, Math.max(0, job.judged) / Math.max(0.1, read));
  const time =
    left === null ? bring.leftUnknown : left < SOON ? bring.leftSoon : bring.left(stretch(language, left * 1000));
  return (
    <>
      <div
        role="progressbar"
        aria-label={bring.judging}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <Eight label="" done={Math.floor(share * 8)} height={72} />
      </div>
      <p className="import-share">
        <span className="num">{n.percent(share)}</span>
        <span>
          <b>{time}</b>
          <span className="note">{bring.frame(n.whole(job.frames), n.whole(Math.max(frames, job.frames)))}</span>
        </span>
      </p>
      {job.model && <p className="soft">{bring.models[job.model]}</p>}
      <p className="note">{bring.stay}</p>
    </>
  );
}
