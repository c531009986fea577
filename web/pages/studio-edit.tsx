import type { ReactElement } from "react";
import { Link } from "wouter";
import type { Draft } from "#dance/choreo/draft.ts";
import { Loading, State } from "../parts/states.tsx";
import { DanceDraft } from "../parts/studio/dance-draft.tsx";
import { EditorDesk } from "../parts/studio/editor-desk.tsx";
import { EditorTempo } from "../parts/studio/editor-tempo.tsx";
import { Publish } from "../parts/studio/publish.tsx";
import "../styles/studio.css";
import "../styles/studio-edit.css";
import "../styles/studio-lanes.css";
import "../styles/studio-pose.css";
import type { Editor } from "../state/editor.ts";
import { useHearing } from "../state/hearing.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useWatch } from "../state/rig.ts";
import { useDraftFile, useEditor } from "../state/use-editor.ts";

/** The editor of one draft. */
export default function StudioEdit({ id }: { readonly id: string }): ReactElement {
  const { studio } = useWords();
  const editor = useEditor(id);
  if (editor === undefined) return <Loading />;
  if (typeof editor !== "string") return <Open editor={editor} />;
  const gone = editor === "gone";
  return (
    <div className="page">
      <State
        title={gone ? studio.gone : studio.unreadable}
        action={
          <Link className="btn go" href="/studio">
            {studio.title}
          </Link>
        }
      >
        <p>{gone ? studio.goneSay : studio.unreadableSay}</p>
      </State>
    </div>
  );
}

function Open({ editor }: { readonly editor: Editor }): ReactElement {
  const { studio, editor: say, language } = useWords();
  const draft = useWatch(editor.view).history.now;
  const file = useDraftFile(draft);
  const heard = useHearing(file);
  useTitle(draft.title[language] || studio.untitled);
  const tempoPanel = <EditorTempo {...{ editor, file, heard }} />;
  if (draft.tempo)
    return <EditorDesk {...{ editor, heard, tempoPanel }} tempo={draft.tempo} out={<Out {...{ editor, draft }} />} />;
  return (
    <div className="page stack">
      <h1>{say.tempoFirst}</h1>
      <p className="lead soft">{say.tempoFirstSay}</p>
      <div className="panel">{tempoPanel}</div>
    </div>
  );
}

interface OutProps {
  readonly editor: Editor;
  readonly draft: Draft;
}

/** Out of the editor: danced by its author, published for others. */
function Out({ editor, draft }: OutProps): ReactElement {
  return (
    <>
      <DanceDraft editor={editor} />
      <Publish draft={draft} />
    </>
  );
}
