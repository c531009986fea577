import { Play, Square } from "lucide-react";
import { type ReactElement, useId, useMemo } from "react";
import type { Section } from "#dance/choreo/choreography.ts";
import { beatsOf, type Drift, driftOf, firstCountOf, gridOf } from "#dance/music/beats.ts";
import type { Tempo } from "#dance/music/tempo.ts";
import type { Heard } from "../../state/hearing.ts";
import { useWords } from "../../state/language.ts";
import type { Words } from "../../words/index.ts";
import { useListening } from "../recording/listening.ts";
import { CountBars } from "./count-bars.tsx";
import { FirstCount, Guesses, TempoNumber } from "./tempo-fields.tsx";
import { TempoSections } from "./tempo-sections.tsx";
import { TempoTap } from "./tempo-tap.tsx";
import "../../styles/studio-tempo.css";

interface TempoPanelProps {
  /** What is danced to; null where there is no sound: then the counts are the metronome's. */
  readonly file: File | null;
  /** What `useHearing(file)` says. */
  readonly heard: Heard;
  /** Song time in seconds at which the file begins. */
  readonly starts: number;
  /** In song time; null until somebody has said where the counts lie. */
  readonly tempo: Tempo | null;
  readonly counts: number;
  readonly sections: readonly Section[];
  /** Song time in seconds from which it plays; the first count if not given. */
  readonly from?: number;
  readonly onTempo: (tempo: Tempo) => void;
  /** Null where sections are not asked for. */
  readonly onSections: ((sections: Section[]) => void) | null;
}

/** Tempo without a sound, until somebody taps or types another. */
const PLAIN: Tempo = { bpm: 120, firstBeat: 2 };
/** Seconds by which beats waver, and beats a minute gained or lost over half a song, that a dancer notices. */
const [WAVER, DRIFT] = [0.04, 0.4];

/** Where the counts lie: what the music suggests, corrected by tapping, nudging, halving and doubling; sections too. */
export function TempoPanel(props: TempoPanelProps): ReactElement {
  const { file, heard, starts, tempo, onTempo, onSections } = props;
  const words = useWords();
  const say = words.tempo;
  const id = useId();
  const hearing = heard.kind === "heard" ? heard.hearing : null;
  const placed = useMemo(() => (file ? { file, starts } : null), [file, starts]);
  const listening = useListening(placed, tempo ?? PLAIN);
  const drift = useMemo(() => {
    if (!hearing || !tempo) return null;
    const grid = { bpm: tempo.bpm, firstBeat: tempo.firstBeat - starts };
    return driftOf(beatsOf(hearing.onsets, grid), tempo.bpm);
  }, [hearing, tempo, starts]);
  const guess = (bpm: number) => {
    const found = hearing && firstCountOf(hearing.onsets, gridOf(hearing.onsets, bpm));
    if (tempo && isOctave(bpm, tempo.bpm)) onTempo({ ...tempo, bpm });
    else if (found) onTempo({ bpm, firstBeat: found.firstBeat + starts });
  };
  return (
    <section className="tp" aria-labelledby={id}>
      <h2 id={id}>{say.title}</h2>
      {heard.kind === "hearing" && <p role="status">{say.hearing(words.n.percent(heard.share))}</p>}
      {heard.kind === "failed" && <p role="alert">{words.sound[heard.code](heard.detail)}</p>}
      <CountBars tempo={tempo} time={listening.time} />
      {file && heard.kind !== "failed" && (
        <PlayButton listening={listening} from={props.from ?? (tempo ?? PLAIN).firstBeat - 0.5} />
      )}
      {hearing && <Guesses guesses={hearing.suggests?.guesses ?? []} bpm={tempo?.bpm ?? null} onGuess={guess} />}
      {tempo || !hearing ? (
        <>
          <TempoNumber tempo={tempo ?? PLAIN} onTempo={onTempo} />
          <FirstCount tempo={tempo ?? PLAIN} onTempo={onTempo} />
        </>
      ) : (
        <p className="note">{say.noTempo}</p>
      )}
      <TempoTap onsets={hearing?.onsets ?? null} {...{ starts, tempo, onTempo }} time={listening.time} />
      {drift && <p className="note">{driftWords(words, drift)}</p>}
      {hearing && tempo && onSections && <TempoSections {...props} {...{ hearing, tempo, onSections }} />}
    </section>
  );
}

const isOctave = (a: number, b: number): boolean => [0.5, 1, 2].some((times) => Math.abs(a / (b * times) - 1) < 0.02);

function driftWords({ tempo: say, n }: Words, { spread, faster }: Drift): string {
  const bpm = (Math.round(Math.abs(faster) * 10) / 10).toString();
  if (Math.abs(faster) > DRIFT) return faster > 0 ? say.faster(bpm) : say.slower(bpm);
  const ms = n.whole(Math.max(1, spread * 1000));
  return spread > WAVER ? say.loose(ms) : say.steady(ms);
}

interface PlayProps {
  readonly listening: ReturnType<typeof useListening>;
  readonly from: number;
}

/** Plays and stops. */
function PlayButton({ listening, from }: PlayProps): ReactElement {
  const { tempo: say } = useWords();
  const on = listening.state === "on" || listening.state === "loading";
  return (
    <>
      <button type="button" className="btn wide" onClick={() => (on ? listening.stop() : listening.start(from))}>
        {on ? <Square fill="currentColor" aria-hidden /> : <Play fill="currentColor" aria-hidden />}
        {on ? say.stop : say.play}
      </button>
      {listening.state === "failed" && <p role="alert">{say.unplayable}</p>}
    </>
  );
}
