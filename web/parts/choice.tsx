import type { ReactElement } from "react";
import { Radio, RadioGroup } from "react-aria-components";

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

/** One of a few, as joined boxes; arrow keys move between them. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>): ReactElement {
  return (
    <RadioGroup
      className="seg"
      aria-label={label}
      value={value}
      orientation="horizontal"
      onChange={(next) => onChange(next as T)}
    >
      {options.map(([key, text]) => (
        <Radio key={key} value={key}>
          {text}
        </Radio>
      ))}
    </RadioGroup>
  );
}
