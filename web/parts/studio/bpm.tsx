import { type ReactElement, useEffect, useRef, useState } from "react";
import { TAP_PAUSE, TAPS, tapped } from "#dance/music/tapping.ts";
import { useWords } from "../../state/language.ts";

/** Beats a minute that a body dances to. */
const BPM = { least: 40, most: 220 } as const;
const within = (bpm: number): boolean => bpm >= BPM.least && bpm <= BPM.most;

interface BpmProps {
  readonly bpm: number;
  readonly onChange: (bpm: number) => void;
}

/** Beats a minute of the metronome, typed, tapped or by steps; what cannot be danced to is said and not taken. */
export function BpmStepper({ bpm, onChange }: BpmProps): ReactElement {
  const { danceIn: say, n } = useWords();
  const [typed, setTyped] = useState(shown(bpm));
  useEffect(() => setTyped(shown(bpm)), [bpm]);
  const set = (next: number) => within(next) && onChange(Math.round(next * 100) / 100);
  const bad = !within(Number(typed));
  return (
    <div className="di-step">
      <label className="strong" htmlFor="di-bpm">
        {say.bpm}
      </label>
      <span className="di-steps">
        <button type="button" className="btn" aria-label={say.slower} onClick={() => set(bpm - 1)}>
          −
        </button>
        <input
          id="di-bpm"
          className="num"
          inputMode="decimal"
          value={typed}
          aria-invalid={bad}
          aria-describedby="di-bpm-range"
          onChange={({ target }) => {
            setTyped(target.value);
            set(Number(target.value.replace(",", ".")));
          }}
          onBlur={() => setTyped(shown(bpm))}
        />
        <button type="button" className="btn" aria-label={say.faster} onClick={() => set(bpm + 1)}>
          +
        </button>
        <Tap onTempo={set} />
      </span>
      <p id="di-bpm-range" className={bad ? "bad" : "vh"} role={bad ? "alert" : undefined}>
        {say.bpmRange(n.whole(BPM.least), n.whole(BPM.most))}
      </p>
    </div>
  );
}

/** Four taps on the beat tell the tempo, and each one after makes it more exact. */
function Tap({ onTempo }: { readonly onTempo: (bpm: number) => void }): ReactElement {
  const { danceIn: say } = useWords();
  const taps = useRef<number[]>([]);
  const [left, setLeft] = useState(0);
  const tap = () => {
    const now = performance.now() / 1000;
    const last = taps.current.at(-1);
    taps.current = last !== undefined && now - last < TAP_PAUSE ? [...taps.current, now] : [now];
    setLeft(Math.max(0, TAPS - taps.current.length));
    const tempo = tapped(taps.current, null, null);
    if (tempo) onTempo(Math.round(tempo.bpm));
  };
  return (
    <button type="button" className="btn" onClick={tap}>
      {left > 0 ? say.tapMore(left) : say.tap}
    </button>
  );
}

const shown = (bpm: number): string => String(Math.round(bpm * 10) / 10);
