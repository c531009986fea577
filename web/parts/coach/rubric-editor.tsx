import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, type ReactElement, type RefObject, useState } from "react";
import { type Criterion, RUBRIC } from "#dance/practice/rubric.ts";
import { problemOf } from "../../api.ts";
import { useRubric } from "../../state/coach/class.ts";
import { useWords } from "../../state/language.ts";
import { problemSentence } from "../../words/index.ts";

interface RubricDialogProps {
  readonly crew: string;
  readonly dialog: RefObject<HTMLDialogElement | null>;
}

/** By what the crew's coaches look at takes: up to six criteria of four levels each. */
export function RubricDialog({ crew, dialog }: RubricDialogProps): ReactElement {
  const { rubric: say } = useWords();
  const { rubric, keep } = useRubric(crew);
  return (
    <dialog className="sheet rubric-sheet" ref={dialog} aria-label={say.title}>
      <div className="stack">
        <h2>{say.title}</h2>
        <p className="soft">{say.say}</p>
        {rubric.data && (
          <Editor
            key={JSON.stringify(rubric.data)}
            first={rubric.data}
            keep={keep}
            onClose={() => dialog.current?.close()}
          />
        )}
      </div>
    </dialog>
  );
}

interface EditorProps {
  readonly first: readonly Criterion[];
  readonly keep: ReturnType<typeof useRubric>["keep"];
  readonly onClose: () => void;
}

function Editor({ first, keep, onClose }: EditorProps): ReactElement {
  const words = useWords();
  const say = words.rubric;
  const fresh = (): Criterion => ({ name: "", levels: [...say.usual] });
  const [criteria, setCriteria] = useState<readonly Criterion[]>(first.length > 0 ? first : [fresh()]);
  const change = (at: number, it: Criterion) => setCriteria(criteria.map((old, i) => (i === at ? it : old)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(criteria, { onSuccess: onClose });
  };
  return (
    <form className="stack" onSubmit={submit}>
      {criteria.map((it, at) => (
        <fieldset key={String(at)} className="criterion">
          <legend className="vh">{say.criterion(at + 1)}</legend>
          <div className="row nowrap">
            <input
              required
              aria-label={say.name(at + 1)}
              placeholder={say.name(at + 1)}
              value={it.name}
              maxLength={RUBRIC.characters}
              onChange={(e) => change(at, { ...it, name: e.currentTarget.value })}
            />
            <button
              type="button"
              className="btn plain"
              aria-label={say.drop(at + 1)}
              title={say.drop(at + 1)}
              onClick={() => setCriteria(criteria.filter((_, i) => i !== at))}
            >
              <Trash2 aria-hidden />
            </button>
          </div>
          <div className="levels">
            {it.levels.map((level, i) => (
              <input
                key={String(i)}
                required
                aria-label={say.level(i + 1, it.name)}
                value={level}
                maxLength={RUBRIC.characters}
                onChange={(e) =>
                  change(at, { ...it, levels: it.levels.map((old, k) => (k === i ? e.currentTarget.value : old)) })
                }
              />
            ))}
          </div>
        </fieldset>
      ))}
      {criteria.length < RUBRIC.criteria && (
        <button type="button" className="btn" onClick={() => setCriteria([...criteria, fresh()])}>
          <Plus aria-hidden />
          {say.add}
        </button>
      )}
      {keep.error && (
        <p className="trouble" role="alert">
          {problemSentence(words, problemOf(keep.error))}
        </p>
      )}
      <div className="row">
        <button type="submit" className="btn go" disabled={keep.isPending}>
          {say.keep}
        </button>
        <button type="button" className="btn plain" onClick={onClose}>
          {words.challenges.cancel}
        </button>
      </div>
    </form>
  );
}
