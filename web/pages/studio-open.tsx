import { type ReactElement, useId, useState } from "react";
import { useLocation } from "wouter";
import type { Remark } from "#dance/choreo/formats/foreign.ts";
import type { Problem } from "#dance/outcome.ts";
import { useDrop } from "../parts/studio/use-drop.ts";
import "../styles/studio.css";
import { type DraftKeeping, DraftNotKept, saveDraft } from "../state/drafts.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { isOfText, type OpeningProblem, openFiles } from "../state/opened-files.ts";
import { notationSentence } from "../words/notation.ts";

type Stand =
  | { readonly kind: "choosing" }
  | { readonly kind: "reading" }
  | { readonly kind: "opened"; readonly id: string; readonly remarks: readonly Remark[] }
  | { readonly kind: "problem"; readonly problem: Problem<OpeningProblem> }
  | { readonly kind: "unkept"; readonly code: DraftKeeping };

/** A routine out of files: ours, notation, COCO, OpenPose or CSV. */
export default function StudioOpen(): ReactElement {
  const words = useWords();
  const { files: say, studio, language } = words;
  const [, navigate] = useLocation();
  const [stand, setStand] = useState<Stand>({ kind: "choosing" });
  const [rate, setRate] = useState("");
  const id = useId();
  useTitle(say.title);
  const take = async (chosen: readonly File[], folder?: string) => {
    if (chosen.length === 0) return;
    setStand({ kind: "reading" });
    const told = Number(rate);
    const opened = await openFiles(chosen, told >= 1 && told <= 240 ? told : null, folder || undefined);
    if (!opened.ok) return setStand({ kind: "problem", problem: opened.problem });
    const { draft, remarks } = opened.value;
    try {
      await saveDraft(draft);
    } catch (cause) {
      return setStand({ kind: "unkept", code: cause instanceof DraftNotKept ? cause.code : "draft-not-kept" });
    }
    if (remarks.length === 0) navigate(`/studio/${draft.id}`);
    else setStand({ kind: "opened", id: draft.id, remarks });
  };
  const refuse = (code: OpeningProblem) => setStand({ kind: "problem", problem: { code, message: "" } });
  const over = useDrop((dropped) => {
    if (!dropped) refuse("file-unreadable");
    else if (dropped.files.length === 0) refuse("file-empty");
    else void take(dropped.files, dropped.folder);
  });
  const input = (label: string, folder: boolean) => (
    <label className="btn">
      {label}
      <input
        className="vh"
        type="file"
        multiple
        {...(folder && { webkitdirectory: "" })}
        onChange={(e) => void take([...(e.currentTarget.files ?? [])])}
      />
    </label>
  );
  return (
    <div className="page stack studio-open">
      <h1>{say.title}</h1>
      <p className="lead soft">{say.lead}</p>
      <section className={over ? "panel stack drop over" : "panel stack drop"} aria-label={say.choose}>
        <div className="row">
          {input(say.choose, false)}
          {input(say.folder, true)}
        </div>
        <p className="note">{say.drop}</p>
        <div className="field">
          <label htmlFor={id}>{say.rate}</label>
          <input id={id} inputMode="decimal" placeholder="30" value={rate} onChange={(e) => setRate(e.target.value)} />
        </div>
      </section>
      {stand.kind === "reading" && <p role="status">{say.reading}</p>}
      {stand.kind === "problem" && (
        <p role="alert" className="strong">
          {isOfText(stand.problem)
            ? notationSentence(language, stand.problem)
            : say.opening[stand.problem.code as keyof typeof say.opening]}
        </p>
      )}
      {stand.kind === "unkept" && (
        <p role="alert" className="strong">
          {studio.keeping[stand.code]}
        </p>
      )}
      {stand.kind === "opened" && (
        <section className="panel stack" role="status">
          <p className="strong">{say.done}</p>
          <ul className="stack">
            {stand.remarks.map(({ code, count }) => (
              <li key={code}>{say.remarks[code](count)}</li>
            ))}
          </ul>
          <button type="button" className="btn go" onClick={() => navigate(`/studio/${stand.id}`)}>
            {say.go}
          </button>
        </section>
      )}
    </div>
  );
}
