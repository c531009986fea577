import { ChevronLeft, ChevronRight, Trash2 } from "lucide-react";
import { type ReactElement, useId, useState } from "react";
import {
  addKeyframe,
  keyframeOn,
  moveKeyframe,
  removeKeyframe,
  setWeight,
  takePose,
  WEIGHTS,
} from "#dance/choreo/edit/keyframes.ts";
import { countName } from "#dance/music/tempo.ts";
import { useWords } from "../../state/language.ts";
import { chosenTime, useDesk } from "./editor-context.ts";

/** Seconds between two frames of a track. */
const FRAME = 1 / 30;
const CHOICES = ["light", "usual", "strong"] as const;

/** What can be done with the keyframe of the chosen count, or the way to add one. */
export function KeyframeTools(): ReactElement {
  const { editor, view, position } = useDesk();
  const { editor: say } = useWords();
  const id = useId();
  const keyframe = keyframeOn(position, view.count);
  const name = countName(view.count);
  if (!keyframe)
    return (
      <section className="panel stack">
        <p className="soft">{say.empty(name)}</p>
        <button type="button" className="btn" onClick={() => editor.edit((d, at) => addKeyframe(d, at, view.count))}>
          {say.add(name)}
        </button>
      </section>
    );
  const move = (by: number) => {
    const to = view.count + by;
    if (keyframeOn(position, to) || to < 0) return;
    editor.edit((d, at) => moveKeyframe(d, at, view.count, to));
    editor.choose(to);
  };
  return (
    <section className="panel stack" aria-labelledby={id}>
      <h2 className="h3" id={id}>
        {say.weight}
      </h2>
      <fieldset className="row chips" aria-labelledby={id}>
        {CHOICES.map((choice) => (
          <button
            key={choice}
            type="button"
            className="chip"
            aria-pressed={keyframe.weight === WEIGHTS[choice]}
            onClick={() => editor.edit((d, at) => setWeight(d, at, view.count, WEIGHTS[choice]))}
          >
            {say.weights[choice]}
          </button>
        ))}
      </fieldset>
      <label className="field">
        <span>{say.weighs(keyframe.weight)}</span>
        <input
          type="range"
          min={WEIGHTS.least}
          max={WEIGHTS.most}
          step={0.1}
          value={keyframe.weight}
          aria-label={say.weight}
          onChange={(e) => {
            const weight = e.currentTarget.valueAsNumber;
            editor.edit((d, at) => setWeight(d, at, view.count, weight), `weight ${view.count}`);
          }}
        />
      </label>
      <OtherFrame key={view.count} />
      <fieldset className="pair-buttons" aria-label={say.place}>
        <button
          type="button"
          className="btn"
          disabled={keyframeOn(position, view.count - 0.5) !== undefined}
          onClick={() => move(-0.5)}
        >
          <ChevronLeft aria-hidden />
          {say.sooner}
        </button>
        <button
          type="button"
          className="btn"
          disabled={keyframeOn(position, view.count + 0.5) !== undefined}
          onClick={() => move(0.5)}
        >
          {say.laterCount}
          <ChevronRight aria-hidden />
        </button>
      </fieldset>
      <button type="button" className="btn" onClick={() => editor.edit((d, at) => removeKeyframe(d, at, view.count))}>
        <Trash2 aria-hidden />
        {say.remove(name)}
      </button>
    </section>
  );
}

/** The pose of a frame before or behind: where the body is seen better, or hit late. */
function OtherFrame(): ReactElement {
  const desk = useDesk();
  const { editor, view } = desk;
  const { editor: say } = useWords();
  const [off, setOff] = useState(0);
  const take = (frames: number) => {
    setOff(frames);
    editor.edit((d, at) => takePose(d, at, view.count, chosenTime(desk) + frames * FRAME), `frame ${view.count}`);
  };
  return (
    <fieldset className="row nowrap between" aria-label={say.frame}>
      <button type="button" className="square" aria-label={say.frameBefore} onClick={() => take(off - 1)}>
        <ChevronLeft aria-hidden />
      </button>
      <span className="note">{off === 0 ? say.frame : say.frameOff(off)}</span>
      <button type="button" className="square" aria-label={say.frameAfter} onClick={() => take(off + 1)}>
        <ChevronRight aria-hidden />
      </button>
    </fieldset>
  );
}
