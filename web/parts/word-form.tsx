import type { UseMutationResult } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { useWords } from "../state/language.ts";
import { accountSentence } from "./account-panel.tsx";
import { TextField } from "./text-field.tsx";

interface WordFormProps<Out> {
  readonly label: string;
  readonly first?: string;
  /** What sends it. */
  readonly go: string;
  /** What is done with the word; says why it could not be. */
  readonly change: UseMutationResult<Out, Error, string>;
  readonly onDone?: (out: Out) => void;
  readonly onCancel?: () => void;
  /** True where the word is a code, to be typed letter by letter. */
  readonly code?: boolean;
  /** True where it is the one thing to do on the page. */
  readonly main?: boolean;
}

/** Asks for one word and says plainly what is wrong with it. */
export function WordForm<Out>({
  label,
  first = "",
  go,
  change,
  onDone,
  onCancel,
  code,
  main,
}: WordFormProps<Out>): ReactElement {
  const words = useWords();
  const [value, setValue] = useState(first);
  const bad = accountSentence(words, change.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(value.trim(), { onSuccess: (out) => onDone?.(out) });
  };
  const spelling = code ? { autoCapitalize: "characters", spellCheck: false, autoComplete: "one-time-code" } : {};
  return (
    <form className="stack grow" onSubmit={submit}>
      <TextField {...{ label, bad, value }} {...spelling} onChange={(e) => setValue(e.target.value)} />
      <div className="row">
        <button
          type="submit"
          className={main ? "btn go" : "btn"}
          disabled={change.isPending || (code && value.trim() === "")}
        >
          {go}
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
