import { type ReactElement, useId, useState } from "react";
import { sectionsOf } from "#dance/choreo/edit/sections.ts";
import { writeCoco } from "#dance/choreo/formats/coco.ts";
import { writeCsv } from "#dance/choreo/formats/csv.ts";
import { writeChoreographyJson } from "#dance/choreo/formats/json.ts";
import { writeWebVtt } from "#dance/choreo/formats/webvtt.ts";
import { choreographyOf, type Unfinished } from "#dance/choreo/publication.ts";
import { useWords } from "../../state/language.ts";
import { useNotation } from "../../state/notation-out.ts";
import { saveFile } from "../../state/save-file.ts";
import { filedTempo, useDesk } from "./editor-context.ts";

/** What goes out to files; what cannot is told before anybody asks for it. `lacks`: what keeps it from being danced. */
export function EditorFiles({ lacks }: { readonly lacks: Unfinished | null }): ReactElement {
  const desk = useDesk();
  const { draft, view, position } = desk;
  const { files: say, editor: words } = useWords();
  const [open, setOpen] = useState(false);
  const notation = useNotation(draft, open);
  const why = useId();
  const name = (draft.title.en || draft.title.ko || "routine").replaceAll(/[^\p{L}\p{N} _-]/gu, "").trim() || "routine";
  const save = (ending: string, text: string, type = "text/plain") =>
    saveFile(`${name}.${ending}`, new Blob([text], { type }));
  const json = () => {
    const made = choreographyOf(draft, view.at);
    if (made.ok) save("json", writeChoreographyJson(made.value), "application/json");
  };
  const ways: readonly (readonly [name: string, act: (() => void) | null])[] = [
    [say.json, lacks === null ? json : null],
    ...(draft.notation === undefined
      ? []
      : [[say.notation, typeof notation === "string" ? () => save("txt", notation) : null] as const]),
    [say.coco, () => save("coco.json", writeCoco(position.track), "application/json")],
    [say.csv, () => save("csv", writeCsv(position.track), "text/csv")],
    [say.vtt, () => save("vtt", writeWebVtt(sectionsOf(draft), filedTempo(desk)), "text/vtt")],
  ];
  return (
    <details className="panel to-files" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary className="h3">{say.out}</summary>
      <p className="note">{say.outSay}</p>
      <div className="row">
        {ways.map(([label, act]) => (
          <button
            key={label}
            type="button"
            className="btn"
            disabled={act === null}
            {...(act === null && { "aria-describedby": why })}
            onClick={act ?? undefined}
          >
            {label}
          </button>
        ))}
      </div>
      <div id={why} role="status">
        {lacks !== null && <p className="note">{say.jsonNot(words.lacks[lacks])}</p>}
        {notation === null && <p className="note">{say.notationGone}</p>}
      </div>
    </details>
  );
}
