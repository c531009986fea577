import { type InputHTMLAttributes, type ReactElement, useId } from "react";

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  /** What is wrong with it, in words; null where nothing is. */
  readonly bad: string | null;
}

/** A line to write in, and what is wrong with it. */
export function TextField({ label, bad, ...input }: TextFieldProps): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label className="strong" htmlFor={id}>
        {label}
      </label>
      <input
        autoComplete="off"
        {...input}
        id={id}
        aria-invalid={bad !== null}
        aria-describedby={bad ? `${id}-bad` : undefined}
      />
      {bad && (
        <p className="bad" id={`${id}-bad`} role="alert">
          {bad}
        </p>
      )}
    </div>
  );
}
