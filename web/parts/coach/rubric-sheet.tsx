import { type ReactElement, useState } from "react";
import type { Criterion } from "#dance/practice/rubric.ts";
import { problemOf, type Sheet, type TakeRubric } from "../../api.ts";
import { useSheets } from "../../state/coach/class.ts";
import { useWords } from "../../state/language.ts";
import { problemSentence } from "../../words/index.ts";

interface SheetsProps {
  readonly takeId: string;
  /** Whether somebody is signed in and the take judged. */
  readonly enabled: boolean;
}

/** What coaches gave a take by their rubrics, and the way to give it for who may. Nothing where there is neither. */
export function Sheets({ takeId, enabled }: SheetsProps): ReactElement | null {
  const { rubric: say, n } = useWords();
  const { sheets, mark } = useSheets(takeId, enabled);
  const { rubrics = [], sheets: given = [] } = sheets.data ?? {};
  const others = given.filter((it) => !it.mine || !rubrics.some(({ crew }) => crew.id === it.crew?.id));
  if (rubrics.length + others.length === 0) return null;
  return (
    <section className="panel stack sheets">
      <h2 className="h3">{say.marks}</h2>
      {rubrics.map((it) => (
        <MarkForm
          key={it.crew.id}
          it={it}
          before={given.find((s) => s.mine && s.crew?.id === it.crew.id)}
          mark={mark}
        />
      ))}
      {others.map((it) => (
        <div key={`${it.crew?.id}${it.by.id}`} className="stack">
          <p className="note">{say.by(it.by.name, n.day(it.at))}</p>
          {it.criteria.map((criterion, i) => (
            <Given key={criterion.name} criterion={criterion} level={it.levels[i] ?? null} />
          ))}
        </div>
      ))}
    </section>
  );
}

/** What was given for one criterion: four bars and the word. */
function Given({ criterion, level }: { readonly criterion: Criterion; readonly level: number | null }): ReactElement {
  const { rubric: say } = useWords();
  return (
    <div className="given">
      <b>{criterion.name}</b>
      <FourBars criterion={criterion} level={level} />
      <span aria-hidden="true">{level === null ? say.open : criterion.levels[level]}</span>
    </div>
  );
}

/** A level as bars: one to four, or none where it was left open. */
export function FourBars({ criterion, level }: { readonly criterion: Criterion; readonly level: number | null }) {
  const { rubric: say } = useWords();
  const said = level === null ? say.open : (criterion.levels[level] ?? "");
  return (
    <span className="bars4" role="img" aria-label={said} title={said}>
      {criterion.levels.map((it, i) => (
        <i key={it} className={level !== null && i <= level ? "on" : ""} />
      ))}
    </span>
  );
}

interface MarkFormProps {
  readonly it: TakeRubric["rubrics"][number];
  readonly before: Sheet | undefined;
  readonly mark: ReturnType<typeof useSheets>["mark"];
}

function MarkForm({ it, before, mark }: MarkFormProps): ReactElement {
  const words = useWords();
  const say = words.rubric;
  const [levels, setLevels] = useState<readonly (number | null)[]>(() =>
    it.criteria.map((_, i) => before?.levels[i] ?? null),
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        mark.mutate({ crew: it.crew.id, levels });
      }}
    >
      {it.criteria.map((criterion, at) => (
        <fieldset key={criterion.name} className="mark-row">
          <legend className="strong">{criterion.name}</legend>
          <div className="mark-levels">
            {criterion.levels.map((level, i) => (
              <button
                key={level}
                type="button"
                aria-pressed={levels[at] === i}
                onClick={() => setLevels(levels.map((old, k) => (k === at ? (old === i ? null : i) : old)))}
              >
                {level}
              </button>
            ))}
          </div>
        </fieldset>
      ))}
      {mark.error && (
        <p className="trouble" role="alert">
          {problemSentence(words, problemOf(mark.error))}
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn" disabled={mark.isPending || levels.every((level) => level === null)}>
          {say.give}
        </button>
        <span className="note" role="status">
          {mark.isSuccess && !mark.isPending ? say.given : ""}
        </span>
      </div>
    </form>
  );
}
