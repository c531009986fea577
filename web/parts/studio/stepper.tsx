import { Minus, Plus } from "lucide-react";
import type { ReactElement } from "react";

interface StepperProps {
  readonly label: string;
  /** As it is shown. */
  readonly value: string;
  /** What the two buttons do, for who does not see them; null where they can't. */
  readonly less: readonly [label: string, act: (() => void) | null];
  readonly more: readonly [label: string, act: (() => void) | null];
}

/** A value with a button on either side. */
export function Stepper({ label, value, less, more }: StepperProps): ReactElement {
  return (
    <div className="di-step">
      <span className="strong">{label}</span>
      <span className="di-steps">
        <button type="button" className="btn" aria-label={less[0]} disabled={!less[1]} onClick={less[1] ?? undefined}>
          <Minus aria-hidden />
        </button>
        <output className="num" aria-live="polite">
          {value}
        </output>
        <button type="button" className="btn" aria-label={more[0]} disabled={!more[1]} onClick={more[1] ?? undefined}>
          <Plus aria-hidden />
        </button>
      </span>
    </div>
  );
}
