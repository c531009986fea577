import { type ReactElement, useId } from "react";
import { LEVELS, type Level } from "#dance/choreo/choreography.ts";
import { namePosition, removePosition, setLevel, setText } from "#dance/choreo/edit/head.ts";
import { mirrorAll } from "#dance/choreo/edit/mirror.ts";
import { suggestAgain } from "#dance/choreo/edit/tempo.ts";
import { positionsProblem } from "#dance/choreo/publishable.ts";
import { useWords } from "../../state/language.ts";
import { ChooseAgain } from "./choose-again.tsx";
import { useDesk } from "./editor-context.ts";

/** The whole routine: how hard, what about, its positions, mirrored, keyframes suggested anew. */
export function RoutineTools(): ReactElement {
  const { editor, draft, view, position } = useDesk();
  const words = useWords();
  const { editor: say, language } = words;
  const id = useId();
  return (
    <details className="panel stack">
      <summary className="h3" id={id}>
        {words.choreography.whole}
      </summary>
      <label className="field">
        {say.level}
        <select value={draft.level} onChange={(e) => editor.edit((d) => setLevel(d, e.currentTarget.value as Level))}>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {words.names.level[level]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {say.about}
        <textarea
          rows={3}
          maxLength={500}
          value={draft.about[language]}
          onChange={(e) => {
            const text = e.currentTarget.value.replaceAll(/\s*\n\s*/g, " ");
            editor.edit((d) => setText(d, "about", language, text), "about");
          }}
        />
      </label>
      <label className="field">
        {say.positionName}
        <input
          value={position.name}
          maxLength={60}
          onChange={(e) => {
            const name = e.currentTarget.value;
            editor.edit((d, at) => namePosition(d, at, name), `position ${view.at}`);
          }}
        />
      </label>
      {positionsProblem(draft.positions.map(({ name }) => name)) && (
        <p className="note" role="status">
          {words.problems["position-names"]}
        </p>
      )}
      <div className="row">
        {draft.positions.length > 1 && (
          <button type="button" className="btn" onClick={() => editor.edit((d, at) => removePosition(d, at))}>
            {say.positionRemove}
          </button>
        )}
        <button type="button" className="btn" onClick={() => editor.edit((d, at) => suggestAgain(d, at))}>
          {say.suggest}
        </button>
        <button type="button" className="btn" title={say.mirrorSay} onClick={() => editor.edit(mirrorAll)}>
          {say.mirror}
        </button>
        <ChooseAgain draft={draft.id} />
      </div>
    </details>
  );
}

/** Which position is worked on, where there are several. */
export function PositionChoice(): ReactElement | null {
  const { editor, draft, view } = useDesk();
  const { editor: say } = useWords();
  if (draft.positions.length < 2) return null;
  return (
    <fieldset className="row chips" aria-label={say.position}>
      {draft.positions.map(({ name }, at) => (
        <button
          key={String(at)}
          type="button"
          className="chip"
          aria-pressed={at === view.at}
          onClick={() => editor.choosePosition(at)}
        >
          {name || say.positionNumber(at + 1)}
        </button>
      ))}
    </fieldset>
  );
}
