import { ChevronLeft, ChevronRight, Play, Square } from "lucide-react";
import { type ReactElement, type ReactNode, useMemo, useState } from "react";
import type { Tempo } from "#dance/music/tempo.ts";
import { useCheck } from "../../state/choreo-lint.ts";
import type { Editor } from "../../state/editor.ts";
import type { Heard } from "../../state/hearing.ts";
import { useWords } from "../../state/language.ts";
import { PREVIEW_SPEEDS, usePreview } from "../../state/preview.ts";
import { useWatch } from "../../state/rig.ts";
import { Choice } from "../choice.tsx";
import { Eight } from "../marks.tsx";
import { EditorAdvice } from "./editor-advice.tsx";
import { chosenTime, type Desk, DeskContext, useDesk } from "./editor-context.ts";
import { EditorFiles } from "./editor-files.tsx";
import { EditorHead } from "./editor-head.tsx";
import { useEditorKeys } from "./editor-keys.ts";
import { KeepingTrouble } from "./keeping-said.tsx";
import { KeyHelp } from "./key-help.tsx";
import { KeyframeTools } from "./keyframe-tools.tsx";
import { CertaintyLane } from "./lane-certainty.tsx";
import { CountLane, KeyframeLane } from "./lane-keyframes.tsx";
import { MusicLane } from "./lane-music.tsx";
import { SectionLane } from "./lane-sections.tsx";
import { PoseStage } from "./pose-stage.tsx";
import { PositionChoice, RoutineTools } from "./routine-tools.tsx";
import { SectionTools } from "./section-tools.tsx";
import { TakeIn } from "./take-in.tsx";

interface EditorDeskProps {
  readonly editor: Editor;
  readonly tempo: Tempo;
  readonly heard: Heard;
  readonly tempoPanel: ReactNode;
  /** The way out: published, to a file. */
  readonly out: ReactNode;
}

/** The editor of a draft whose counts are known: timeline, the pose on the chosen count, what can be done with it. */
export function EditorDesk({ editor, tempo, heard, tempoPanel, out }: EditorDeskProps): ReactElement | null {
  const view = useWatch(editor.view);
  const draft = view.history.now;
  const preview = usePreview(draft);
  const checked = useCheck(draft, view.at);
  const [tempoOpen, setTempoOpen] = useState(false);
  const position = draft.positions[view.at];
  const desk = useMemo(
    () => position && { editor, view, draft, position, tempo, preview },
    [editor, view, draft, position, tempo, preview],
  );
  if (!desk) return null;
  return (
    <DeskContext value={desk}>
      <Keys desk={desk} />
      <div className="studio-desk">
        <div className="timeline">
          <EditorHead tempoOpen={tempoOpen} onTempo={() => setTempoOpen(!tempoOpen)}>
            {out}
          </EditorHead>
          <KeepingTrouble editor={editor} />
          {tempoOpen && <div className="panel">{tempoPanel}</div>}
          <PositionChoice />
          <SectionLane />
          <MusicLane peaks={heard.kind === "heard" ? heard.hearing.peaks : null} />
          <CountLane />
          <KeyframeLane />
          <CertaintyLane />
          <EditorAdvice checked={checked} />
        </div>
        <aside className="stack">
          <div className="panel stage-panel">
            <PoseStage />
            <StageFoot />
          </div>
          <KeyframeTools />
          <SectionTools />
        </aside>
        <div className="stack whole">
          <RoutineTools />
          <TakeIn />
          <EditorFiles lacks={checked && "lacks" in checked ? checked.lacks : null} />
          <KeyHelp />
        </div>
      </div>
    </DeskContext>
  );
}

function Keys({ desk }: { readonly desk: Desk }): null {
  useEditorKeys(desk);
  return null;
}

/** Below the picture: where in the eight-count, the way to the next, and the preview. */
function StageFoot(): ReactElement {
  const desk = useDesk();
  const { editor, view, draft, preview } = desk;
  const { editor: say, n } = useWords();
  const eight = Math.floor(view.count / 8);
  const all = Math.max(1, Math.ceil(draft.counts / 8));
  return (
    <div className="stack stage-foot">
      <Eight label={say.eight(eight + 1, all)} done={Math.floor(view.count) % 8} height={34} />
      <div className="row nowrap between">
        <button type="button" className="square" aria-label={say.before} onClick={() => editor.choose(eight * 8 - 8)}>
          <ChevronLeft aria-hidden />
        </button>
        <span className="note">{say.eight(eight + 1, all)}</span>
        <button type="button" className="square" aria-label={say.after} onClick={() => editor.choose(eight * 8 + 8)}>
          <ChevronRight aria-hidden />
        </button>
      </div>
      <button
        type="button"
        className="btn wide"
        disabled={preview.opening}
        onClick={() => preview.toggle(chosenTime(desk))}
      >
        {preview.playing ? <Square aria-hidden /> : <Play aria-hidden />}
        {preview.opening ? say.opening : preview.playing ? say.stop : say.preview}
      </button>
      <Choice
        label={say.speed}
        value={String(preview.speed)}
        options={PREVIEW_SPEEDS.map((speed) => [String(speed), n.speed(speed)] as const)}
        onChange={(text) => preview.setSpeed(PREVIEW_SPEEDS.find((speed) => String(speed) === text) ?? 1)}
      />
    </div>
  );
}
