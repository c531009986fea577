import { StepBack, StepForward } from "lucide-react";
import type { ReactElement } from "react";
import { useWords } from "../../state/language.ts";

interface NudgeProps {
  readonly name: string;
  /** Frames. */
  readonly value: number;
  readonly onNudge: (way: 1 | -1) => void;
}

/** Moves somebody against the song by a frame. */
export function Nudge({ name, value, onNudge }: NudgeProps): ReactElement {
  const { review } = useWords();
  const [back, on] = [review.nudgeBack(name), review.nudgeOn(name)];
  return (
    <fieldset className="nudge" aria-label={review.nudgeWhom(name)}>
      <span className="strong">{name}</span>
      <div className="row nowrap">
        <button type="button" className="btn" aria-label={back} title={back} onClick={() => onNudge(-1)}>
          <StepBack aria-hidden />
        </button>
        <output className="num">{review.nudged(value)}</output>
        <button type="button" className="btn" aria-label={on} title={on} onClick={() => onNudge(1)}>
          <StepForward aria-hidden />
        </button>
      </div>
    </fieldset>
  );
}
