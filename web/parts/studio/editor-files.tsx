import { type ReactElement, useState } from "react";
import { sectionsOf, setSections } from "#dance/choreo/edit/sections.ts";
import { writeCoco } from "#dance/choreo/formats/coco.ts";
import { writeCsv } from "#dance/choreo/formats/csv.ts";
import { writeChoreographyJson } from "#dance/choreo/formats/json.ts";
import { notationOf } from "#dance/choreo/formats/kept-notation.ts";
import { readWebVtt, writeWebVtt } from "#dance/choreo/formats/webvtt.ts";
import { choreographyOf } from "#dance/choreo/publication.ts";
import { useWords } from "../../state/language.ts";
import { saveFile } from "../../state/save-file.ts";
import { useDesk } from "./editor-context.ts";

/** What goes out to files, and sections from one. */
export function EditorFiles(): ReactElement {
  const { editor, draft, view, position, tempo } = useDesk();
  const { files: say, editor: words } = useWords();
  const [told, setTold] = useState("");
  const name = (draft.title.en || draft.title.ko || "routine").replaceAll(/[^\p{L}\p{N} _-]/gu, "").trim() || "routine";
  const save = (ending: string, text: string, type = "text/plain") => {
    setTold("");
    saveFile(`${name}.${ending}`, new Blob([text], { type }));
  };
  /** Chapters lie in the time of the recording, where there is one. */
  const filed = { bpm: tempo.bpm, firstBeat: tempo.firstBeat - (draft.recording?.starts ?? 0) };
  const json = () => {
    const made = choreographyOf(draft, view.at);
    if (made.ok) save("json", writeChoreographyJson(made.value), "application/json");
    else setTold(words.lacks[made.problem.code as keyof typeof words.lacks]);
  };
  const notation = () => {
    const text = notationOf(draft);
    if (text === null) setTold(say.notationGone);
    else save("txt", text);
  };
  const sectionsFrom = async (file: File | undefined) => {
    if (!file) return;
    const read = readWebVtt(await file.text(), filed, draft.counts);
    if (!read.ok) return setTold(read.problem.code === "no-sections" ? say.vttNone : say.vttUnknown);
    editor.edit((d) => setSections(d, read.value.sections));
    setTold(read.value.unnamed.length > 0 ? say.vttUnnamed(read.value.unnamed.join(", ")) : "");
  };
  return (
    <details className="panel">
      <summary className="h3">{say.out}</summary>
      <p className="note">{say.outSay}</p>
      <div className="row">
        <button type="button" className="btn" onClick={json}>
          {say.json}
        </button>
        {draft.notation !== undefined && (
          <button type="button" className="btn" onClick={notation}>
            {say.notation}
          </button>
        )}
        <button
          type="button"
          className="btn"
          onClick={() => save("coco.json", writeCoco(position.track), "application/json")}
        >
          {say.coco}
        </button>
        <button type="button" className="btn" onClick={() => save("csv", writeCsv(position.track), "text/csv")}>
          {say.csv}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => save("vtt", writeWebVtt(sectionsOf(draft), filed), "text/vtt")}
        >
          {say.vtt}
        </button>
        <label className="btn">
          {say.vttIn}
          <input
            className="vh"
            type="file"
            accept=".vtt,text/vtt"
            onChange={(e) => {
              void sectionsFrom(e.currentTarget.files?.[0]);
              e.currentTarget.value = "";
            }}
          />
        </label>
      </div>
      <p className="strong" role="status">
        {told}
      </p>
    </details>
  );
}
