import { ChevronsLeft, ChevronsRight, Pause, Play, SkipBack, SkipForward, StepBack, StepForward } from "lucide-react";
import { memo, type ReactElement } from "react";
import { useWords } from "../state/language.ts";
import { Choice } from "./choice.tsx";
import { keyName, type Move, REPLAY_SPEEDS } from "./replay-keys.ts";

interface ReplayButtonsProps {
  readonly playing: boolean;
  readonly rate: number;
  readonly onMove: (move: Move) => void;
  /** Steps by eight-count too. */
  readonly eights?: boolean;
  readonly speeds?: readonly number[];
}

/** Play, steps by count and frame, and the speed. */
export const ReplayButtons = memo((props: ReplayButtonsProps): ReactElement => {
  const { playing, rate, onMove, eights = false, speeds = REPLAY_SPEEDS } = props;
  const { replay, review, watch, n } = useWords();
  const steps = [
    ...(eights ? [["eight", -1, review.eightBack, SkipBack] as const] : []),
    ["count", -1, watch.countBack, ChevronsLeft],
    ["frame", -1, replay.back, StepBack],
    ["frame", 1, replay.forward, StepForward],
    ["count", 1, watch.countOn, ChevronsRight],
    ...(eights ? [["eight", 1, review.eightOn, SkipForward] as const] : []),
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
        label={replay.speed}
        value={String(rate)}
        options={speeds.map((s) => [String(s), n.speed(s)] as const)}
        onChange={(s) => onMove({ kind: "speed", rate: Number(s) })}
      />
    </div>
  );
});

const KEYS = [
  ["play", ["space"]],
  ["frame", ["←", "→"]],
  ["count", ["⇧ ←", "⇧ →"]],
  ["eight", ["[", "]"]],
  ["speed", ["1", "2", "3"]],
  ["end", ["Home", "End"]],
] as const;

/** The keys of the replay; where there is no keyboard, styles leave it out. */
export const KeyList = memo((): ReactElement => {
  const { watch } = useWords();
  return (
    <details className="replay-keys">
      <summary>{watch.keys}</summary>
      <dl className="key-list">
        {KEYS.map(([what, keys]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{keyName(watch, key)}</kbd>
              ))}
            </dt>
            <dd>{watch.keysDo[what]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
});
