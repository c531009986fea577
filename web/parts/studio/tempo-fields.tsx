import { type ReactElement, useId, useState } from "react";
import { TEMPO_RANGE } from "#dance/choreo/capture.ts";
import type { TempoGuess } from "#dance/music/find-tempo.ts";
import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { useWords } from "../../state/language.ts";
import { NBSP } from "../../words/numbers.ts";

/** Seconds that a nudge moves the counts. */
const NUDGE = 0.01;

const written = (bpm: number): string => String(Math.round(bpm * 100) / 100);
const sensible = (bpm: number): boolean => bpm >= TEMPO_RANGE.slowest && bpm <= TEMPO_RANGE.fastest;

interface FieldsProps {
  readonly tempo: Tempo;
  readonly onTempo: (tempo: Tempo) => void;
}

/** The tempo as a number, halved and doubled. */
export function TempoNumber({ tempo, onTempo }: FieldsProps): ReactElement {
  const { tempo: say } = useWords();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const set = (bpm: number) => {
    setTyped(null);
    if (sensible(bpm)) onTempo({ ...tempo, bpm });
  };
  return (
    <div className="tp-row">
      <div className="field tp-bpm">
        <label htmlFor={id}>{say.bpm}</label>
        <input
          id={id}
          type="number"
          inputMode="decimal"
          min={TEMPO_RANGE.slowest}
          max={TEMPO_RANGE.fastest}
          step={0.1}
          value={typed ?? written(tempo.bpm)}
          onChange={(e) => setTyped(e.target.value)}
          onBlur={(e) => typed !== null && set(e.target.valueAsNumber)}
          onKeyDown={(e) => e.key === "Enter" && set(e.currentTarget.valueAsNumber)}
        />
      </div>
      <button type="button" className="btn" disabled={!sensible(tempo.bpm / 2)} onClick={() => set(tempo.bpm / 2)}>
        {say.half}
      </button>
      <button type="button" className="btn" disabled={!sensible(tempo.bpm * 2)} onClick={() => set(tempo.bpm * 2)}>
        {say.double}
      </button>
    </div>
  );
}

/** Where the first count falls, moved by counts and by hundredths of a second. */
export function FirstCount({ tempo, onTempo }: FieldsProps): ReactElement {
  const { tempo: say, n } = useWords();
  const to = (firstBeat: number) => onTempo({ ...tempo, firstBeat: Math.round(firstBeat * 1000) / 1000 });
  const moves = [
    [say.earlierCount, timeOfCount(tempo, -1)],
    [say.laterCount, timeOfCount(tempo, 1)],
    [say.earlierMs, tempo.firstBeat - NUDGE],
    [say.laterMs, tempo.firstBeat + NUDGE],
  ] as const;
  return (
    <fieldset className="tp-first">
      <legend>
        {say.first} <b>{n.instant(tempo.firstBeat)}</b>
      </legend>
      {moves.map(([label, firstBeat]) => (
        <button key={label} type="button" className="btn" onClick={() => to(firstBeat)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}

interface GuessesProps {
  readonly guesses: readonly TempoGuess[];
  /** Null where none is set. */
  readonly bpm: number | null;
  readonly onGuess: (bpm: number) => void;
}

/** Tempos that the music suggests, the likeliest first. */
export function Guesses({ guesses, bpm, onGuess }: GuessesProps): ReactElement {
  const { tempo: say, library } = useWords();
  if (guesses.length === 0) return <p className="note">{say.nothing}</p>;
  return (
    <fieldset className="tp-guesses">
      <legend>{say.heard}</legend>
      {guesses.map((guess) => (
        <button
          key={guess.bpm}
          type="button"
          className="chip"
          aria-pressed={bpm !== null && Math.abs(bpm - guess.bpm) < 0.05}
          onClick={() => onGuess(guess.bpm)}
        >
          {written(guess.bpm)}
          {NBSP}
          {library.bpm}
        </button>
      ))}
    </fieldset>
  );
}
