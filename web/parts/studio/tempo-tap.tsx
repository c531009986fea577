import { type ReactElement, useEffect, useRef, useState } from "react";
import type { Onsets } from "#dance/music/onset.ts";
import { TAP_PAUSE, TAPS, tapped } from "#dance/music/tapping.ts";
import type { Tempo } from "#dance/music/tempo.ts";
import { useWords } from "../../state/language.ts";

interface TapProps {
  /** Of the file, in its own time; null where nothing was heard. */
  readonly onsets: Onsets | null;
  /** Song time in seconds at which the file begins. */
  readonly starts: number;
  readonly tempo: Tempo | null;
  /** Song time now; null while nothing sounds. */
  readonly time: () => number | null;
  readonly onTempo: (tempo: Tempo) => void;
}

const later = (tempo: Tempo, by: number): Tempo => ({ bpm: tempo.bpm, firstBeat: tempo.firstBeat + by });

/** Beats after the last tap when the taps are taken: moving the counts amid them would break the sound off. */
const TAKEN = 1.6;

/** A broad button that is tapped on the counts; the more taps, the better. */
export function TempoTap({ onsets, starts, tempo, time, onTempo }: TapProps): ReactElement {
  const { tempo: say, n } = useWords();
  const taps = useRef<{ readonly sounding: boolean; readonly at: number[] }>({ sounding: false, at: [] });
  const waiting = useRef(0);
  const [many, setMany] = useState(0);
  const tap = () => {
    const song = time();
    const sounding = song !== null;
    const now = song ?? performance.now() / 1000;
    const last = taps.current.at.at(-1) ?? Number.NEGATIVE_INFINITY;
    const anew = sounding !== taps.current.sounding || now < last || now - last > TAP_PAUSE;
    taps.current = { sounding, at: [...(anew ? [] : taps.current.at), now] };
    setMany(taps.current.at.length);
    clearTimeout(waiting.current);
    if (taps.current.at.length < TAPS) return;
    waiting.current = window.setTimeout(take, TAKEN * 1000 * (now - last));
  };
  const take = () => {
    const found = countsOf(taps.current.at, taps.current.sounding);
    if (found) onTempo(found);
  };
  const countsOf = (at: readonly number[], sounding: boolean): Tempo | null => {
    // Without sound the taps have no place in the song: they tell the tempo, and the first count stays.
    if (!sounding) {
      const bpm = tapped(at, null, null)?.bpm;
      return bpm === undefined ? null : { bpm: Math.round(bpm * 10) / 10, firstBeat: tempo?.firstBeat ?? 240 / bpm };
    }
    const inFile = at.map((moment) => moment - starts);
    const found = tapped(inFile, onsets, tempo && later(tempo, -starts));
    return found && later(found, starts);
  };
  useEffect(() => () => clearTimeout(waiting.current), []);
  return (
    <div className="tp-tap">
      <button
        type="button"
        className="btn big wide"
        onPointerDown={tap}
        onKeyDown={(e) => byKey(e, tap)}
        onKeyUp={(e) => e.key === " " && e.preventDefault()}
        onClick={(e) => e.detail === 0 && tap()}
      >
        {say.tap}
        <span className="tp-taps" aria-hidden>
          {Array.from({ length: TAPS }, (_, i) => (
            <i key={String(i)} className={i < many ? "on" : ""} />
          ))}
        </span>
      </button>
      <p className="note" role="status">
        {many >= TAPS ? say.taps(n.whole(many)) : say.tapSay}
      </p>
    </div>
  );
}

/** A key taps as it goes down; what still comes as a click is a helper's, a screen reader's. */
function byKey(event: React.KeyboardEvent, tap: () => void): void {
  if (event.repeat || (event.key !== " " && event.key !== "Enter")) return;
  event.preventDefault();
  tap();
}
