import { type FormEvent, type ReactElement, useId, useState } from "react";
import { ApiProblem } from "../api.ts";
import { useRename } from "../state/dancer.ts";
import { useWords } from "../state/language.ts";
import { problemSentence } from "../words/index.ts";

interface NameFormProps {
  readonly name: string;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** Asks for the dancer's name and says plainly what is wrong with it. */
export function NameForm({ name, onDone, onCancel }: NameFormProps): ReactElement {
  const words = useWords();
  const id = useId();
  const [value, setValue] = useState(name);
  const rename = useRename();
  const code = rename.error instanceof ApiProblem ? rename.error.code : rename.error ? "unreachable" : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(value.trim(), { onSuccess: onDone });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="field">
        <label className="strong" htmlFor={id}>
          {words.result.nameLabel}
        </label>
        <input
          id={id}
          value={value}
          onChange={(e) => setValue(e.target.value)}
          autoComplete="nickname"
          aria-invalid={code !== null}
          aria-describedby={code ? `${id}-bad` : undefined}
        />
        {code && (
          <p className="bad" id={`${id}-bad`} role="alert">
            {problemSentence(words, code)}
          </p>
        )}
      </div>
      <div className="row">
        <button type="submit" className="btn go" disabled={rename.isPending}>
          {words.result.nameSave}
        </button>
        {onCancel && (
          <button type="button" className="btn plain" onClick={onCancel}>
            {words.result.nameCancel}
          </button>
        )}
      </div>
    </form>
  );
}
