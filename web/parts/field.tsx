import { type ReactElement, useId } from "react";
import { dayText } from "../state/challenges.ts";

const DAY_MS = 86_400_000;

interface FieldProps {
  readonly label: string;
  /** The control, which takes the id. */
  readonly children: (id: string) => ReactElement;
}

/** A control with its label above it. */
export function Field({ label, children }: FieldProps): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label className="strong" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}

interface DayFieldProps {
  readonly label: string;
  /** As a date field writes it, as the days below. */
  readonly value: string;
  /** The first day; today where none is said. */
  readonly least?: string;
  /** Days from today at most. */
  readonly most: number;
  readonly onChange: (day: string) => void;
}

/** A day among those that come. */
export const DayField = ({ label, value, least, most, onChange }: DayFieldProps): ReactElement => (
  <Field label={label}>
    {(id) => (
      <input
        id={id}
        type="date"
        required
        value={value}
        min={least ?? dayText(Date.now())}
        max={dayText(Date.now() + most * DAY_MS)}
        onChange={(e) => onChange(e.currentTarget.value)}
      />
    )}
  </Field>
);
