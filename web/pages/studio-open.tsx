import { type ReactElement, useId, useState } from "react";
import { useLocation } from "wouter";
import type { Summary } from "../api.ts";
import type { Opened } from "../files/index.ts";
import { NotationExample } from "../parts/studio/notation-example.tsx";
import { OpeningSaid, Remarks } from "../parts/studio/opening-said.tsx";
import { useDrop } from "../parts/studio/use-drop.ts";
import { useOpening } from "../parts/studio/use-opening.ts";
import "../styles/studio.css";
import { type DraftKeeping, DraftNotKept } from "../state/drafts.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useMine } from "../state/routines.ts";
import { keepOpened, mineOf } from "../state/take-in.ts";

type Stand =
  | { readonly kind: "choosing" }
  | { readonly kind: "known"; readonly opened: Opened; readonly routine: Summary }
  | { readonly kind: "kept"; readonly id: string; readonly opened: Opened }
  | { readonly kind: "unkept"; readonly code: DraftKeeping };

/** A routine out of files: ours, notation, COCO, OpenPose or CSV. */
export default function StudioOpen(): ReactElement {
  const { files: say, studio, language } = useWords();
  const [, navigate] = useLocation();
  const [stand, setStand] = useState<Stand>({ kind: "choosing" });
  const [rate, setRate] = useState("");
  const id = useId();
  const { today } = useMine();
  useTitle(say.title);
  const keep = async (opened: Opened, goesOn: string | null) => {
    try {
      const draft = await keepOpened(opened, goesOn);
      if (opened.remarks.length === 0) navigate(`/studio/${draft.id}`);
      else setStand({ kind: "kept", id: draft.id, opened });
    } catch (cause) {
      setStand({ kind: "unkept", code: cause instanceof DraftNotKept ? cause.code : "draft-not-kept" });
    }
  };
  const { opening, take, refuse, cancel } = useOpening((opened) => {
    const routine = mineOf(opened, today);
    if (routine) setStand({ kind: "known", opened, routine });
    else void keep(opened, null);
  });
  const choose = (files: readonly File[], folder?: string) => {
    setStand({ kind: "choosing" });
    const told = Number(rate);
    void take(files, told >= 1 && told <= 240 ? told : null, folder || undefined);
  };
  const over = useDrop((dropped) => {
    if (!dropped) refuse("file-unreadable");
    else if (dropped.files.length === 0) refuse("file-empty");
    else choose(dropped.files, dropped.folder);
  });
  const input = (label: string, folder: boolean) => (
    <label className="btn">
      {label}
      <input
        className="vh"
        type="file"
        multiple
        {...(folder && { webkitdirectory: "" })}
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])];
          currentTarget.value = ""; // the same file may be chosen again, at another rate
          choose(chosen);
        }}
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
      <OpeningSaid opening={opening} onCancel={cancel} />
      {stand.kind === "choosing" && <NotationExample />}
      {stand.kind === "known" && (
        <section className="panel stack" role="status">
          <h2 className="h3">{say.known(stand.routine.title[language])}</h2>
          <p>{say.knownSay}</p>
          <div className="row">
            <button type="button" className="btn go" onClick={() => void keep(stand.opened, stand.routine.slug)}>
              {say.goOn}
            </button>
            <button type="button" className="btn" onClick={() => void keep(stand.opened, null)}>
              {say.ofItsOwn}
            </button>
          </div>
        </section>
      )}
      {stand.kind === "unkept" && (
        <p role="alert" className="strong">
          {studio.keeping[stand.code]}
        </p>
      )}
      {stand.kind === "kept" && (
        <section className="panel stack" role="status">
          <p className="strong">{say.done}</p>
          <Remarks remarks={stand.opened.remarks} />
          <button type="button" className="btn go" onClick={() => navigate(`/studio/${stand.id}`)}>
            {say.go}
          </button>
        </section>
      )}
    </div>
  );
}
