import type { ReactElement } from "react";
import { SCALES } from "#dance/practice/scale.ts";
import { hasVoice } from "../song/voice.ts";
import type { Stage } from "../stage/index.ts";
import { VIEWS } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { useWatch } from "../state/rig.ts";
import { teacherPlaces, turn, useSwitches } from "../state/switches.ts";
import type { KeptVideo } from "../state/teacher-video.ts";
import { Choice } from "./choice.tsx";
import { OnOff } from "./on-off.tsx";
import { DelayRows } from "./stage-latency.tsx";
import { StageModal } from "./stage-modal.tsx";
import { VideoRows } from "./stage-video.tsx";

interface SwitchSheetProps {
  readonly stage: Stage;
  readonly kept: KeptVideo;
  readonly onClose: () => void;
}

/** Teacher, view, metronome and counts; what belongs to a whole take is changed between takes only. */
export default function SwitchSheet({ stage, kept, onClose }: SwitchSheetProps): ReactElement {
  const { practice, choreography, keys, language } = useWords();
  const { metronome, counting, hints, seated, scale } = useSwitches();
  const { state, mirror, teacher, video } = useWatch(stage.view);
  const between = state === "setup" || state === "given-up";
  return (
    <StageModal title={practice.settings} className="st-switches" onClose={onClose}>
      <div className="row between">
        <span className="strong">{practice.teacher}</span>
        <Choice
          label={practice.teacher}
          value={teacher}
          options={teacherPlaces(video).map((place) => [place, practice.teacherAt[place]] as const)}
          onChange={(place) => turn({ teacher: place })}
        />
      </div>
      <VideoRows kept={kept} />
      {between && (
        <div className="row between">
          <span className="strong">{choreography.view}</span>
          <Choice
            label={choreography.view}
            value={mirror ? "filmed" : "mirror"}
            options={VIEWS.map((v) => [v, choreography[v]] as const)}
            onChange={(view) => void stage.setMirror(view === "filmed")}
          />
        </div>
      )}
      <p className="note">{between ? choreography[mirror ? "filmedNote" : "mirrorNote"] : practice.locked}</p>
      <div className="row between">
        <span className="strong">{practice.scale}</span>
        <Choice
          label={practice.scale}
          value={scale}
          options={SCALES.map((s) => [s, practice.scales[s]] as const)}
          onChange={(s) => turn({ scale: s })}
        />
      </div>
      <p className="note">{practice.scaleNote}</p>
      {between && <OnOff label={practice.seated} on={seated} onTurn={(on) => turn({ seated: on })} />}
      <p className="note">{between ? practice.seatedNote : practice.lockedSeated}</p>
      <OnOff label={practice.metronome} on={metronome} onTurn={(on) => turn({ metronome: on })} />
      <OnOff label={practice.counting} on={counting} onTurn={(on) => turn({ counting: on })} />
      <p className="note">{practice.countingSay}</p>
      <OnOff label={practice.hints} on={hints} onTurn={(on) => turn({ hints: on })} />
      <p className="note">{hasVoice(language) ? practice.hintsSay : practice.noVoice}</p>
      <DelayRows stage={stage} onClose={onClose} />
      {/* biome-ignore lint/a11y/noAutofocus: the way out of a sheet that was asked for */}
      <button type="button" className="btn big" autoFocus onClick={onClose}>
        {keys.close}
      </button>
    </StageModal>
  );
}
