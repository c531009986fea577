import { ChevronsLeft, ChevronsRight, Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from "lucide-react";
import { memo, type ReactElement } from "react";
import { REVIEW_SPEEDS } from "../../state/coach/view.ts";
import { useWords } from "../../state/language.ts";
import { Choice } from "../choice.tsx";
import type { ReviewMove } from "./review-keys.ts";

interface ControlsProps {
  readonly playing: boolean;
  readonly rate: number;
  readonly onMove: (move: ReviewMove) => void;
}

/** Play, steps by eight-count, count and frame, and the speed. */
export const ReviewControls = memo(({ playing, rate, onMove }: ControlsProps): ReactElement => {
  const { replay, watch, review, n } = useWords();
  const steps = [
    ["eight", -1, review.eightBack, SkipBack],
    ["count", -1, watch.countBack, ChevronsLeft],
    ["frame", -1, replay.back, StepBack],
    ["frame", 1, replay.forward, StepForward],
    ["count", 1, watch.countOn, ChevronsRight],
    ["eight", 1, review.eightOn, SkipForward],
  ] as const;
  return (
    <div className="row controls">
      <button type="button" className="btn go" onClick={() => onMove({ kind: "play" })}>
        {playing ? <Pause fill="currentColor" aria-hidden /> : <Play fill="currentColor" aria-hidden />}
        {playing ? replay.pause : replay.play}
      </button>
      <div className="row nowrap steps">
        {steps.map(([unit, way, label, Icon]) => (
          <button
            key={label}
            type="button"
            className="btn"
            aria-label={label}
            title={label}
            onClick={() => onMove({ kind: "step", unit, way })}
          >
            <Icon aria-hidden />
          </button>
        ))}
      </div>
      <Choice
        label={review.speed}
        value={String(rate)}
        options={REVIEW_SPEEDS.map((it) => [String(it), n.speed(it)] as const)}
        onChange={(it) => onMove({ kind: "speed", rate: Number(it) })}
      />
    </div>
  );
});

interface NudgeProps {
  readonly name: string;
  /** Frames. */
  readonly value: number;
  readonly onNudge: (way: 1 | -1) => void;
}

/** Moves somebody against the song by a frame. */
export function Nudge({ name, value, onNudge }: NudgeProps): ReactElement {
  const { review, n } = useWords();
  const [back, on] = [review.nudgeBack(name), review.nudgeOn(name)];
  const sign = value > 0 ? "+" : value < 0 ? "−" : "";
  return (
    <fieldset className="nudge" aria-label={review.nudgeWhom(name)}>
      <span className="strong">{name}</span>
      <div className="row nowrap">
        <button type="button" className="btn" aria-label={back} title={back} onClick={() => onNudge(-1)}>
          <StepBack aria-hidden />
        </button>
        <output className="num">{review.nudged(`${sign}${n.whole(Math.abs(value))}`)}</output>
        <button type="button" className="btn" aria-label={on} title={on} onClick={() => onNudge(1)}>
          <StepForward aria-hidden />
        </button>
      </div>
    </fieldset>
  );
}
