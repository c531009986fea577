import { Minus, Plus } from "lucide-react";
import { type ReactElement, useSyncExternalStore } from "react";
import type { Stage } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import { clapping, setLatency, useLatency } from "../state/latency.ts";
import { useWatch } from "../state/rig.ts";
import { forgets } from "../state/stored.ts";
import { SOUND_BY, turn, useSwitches } from "../state/switches.ts";
import { signedMs } from "../words/numbers.ts";
import { Choice } from "./choice.tsx";
import { LagAdvice } from "./lag-advice.tsx";

/** Seconds by which the delay is set by hand. */
const STEP = 0.01;

interface DelayRowsProps {
  readonly stage: Stage;
  /** Closes the sheet that the rows are on. */
  readonly onClose: () => void;
}

/** The delay of camera and sound: as measured, measured again, or by hand; between takes only. */
export function DelayRows({ stage, onClose }: DelayRowsProps): ReactElement {
  const words = useWords();
  const { latency: say, practice } = words;
  const { key, latency, told, last } = useLatency();
  const { sound } = useSwitches();
  const visit = useSyncExternalStore(forgets.subscribe, forgets.get);
  const { state } = useWatch(stage.view);
  const between = state === "setup" || state === "given-up";
  const by = (step: number) => setLatency(key, (latency ?? 0) + step);
  return (
    <>
      <div className="row between">
        <span className="strong">{say.row}</span>
        <span className="st-delay">
          <button type="button" className="btn" aria-label={say.less} disabled={!between} onClick={() => by(-STEP)}>
            <Minus aria-hidden />
          </button>
          <output className="num">{latency === null ? say.none : say.ms(signedMs(latency))}</output>
          <button type="button" className="btn" aria-label={say.more} disabled={!between} onClick={() => by(STEP)}>
            <Plus aria-hidden />
          </button>
          <button
            type="button"
            className="btn"
            disabled={!between}
            onClick={() => {
              onClose();
              clapping.set(true);
            }}
          >
            {latency === null ? say.clap : say.again}
          </button>
        </span>
      </div>
      {!told && (
        <div className="row between">
          <span className="strong">{say.by}</span>
          <Choice
            label={say.by}
            value={sound}
            options={SOUND_BY.map((by) => [by, say[by]] as const)}
            onChange={(next) => turn({ sound: next })}
          />
        </div>
      )}
      {between && last && <LagAdvice id={last} />}
      <p className="note">
        {between ? say.byNote : practice.lockedDelay}
        {visit && ` ${say.visit}`}
      </p>
    </>
  );
}
