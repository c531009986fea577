import { type ReactElement, useEffect, useRef, useState } from "react";
import { placeFile } from "#dance/choreo/danced-in.ts";
import { listen } from "#dance/music/listen.ts";
import { printOf } from "#dance/music/print.ts";
import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import { type Hearing, hearFile, type SoundProblem } from "../../sound/index.ts";
import type { PlannedSong } from "../../state/dance-plan.ts";
import { useWords } from "../../state/language.ts";
import { BpmStepper } from "./bpm.tsx";
import { Stepper } from "./stepper.tsx";

/** What is danced to: a tempo whose count 0 is where the dancer begins, and the song. */
export interface Chosen {
  readonly tempo: Tempo;
  readonly song: PlannedSong | null;
}

/** Beats a minute where nothing is heard, and seconds by which the first count is moved. */
const [NOTHING_HEARD, NUDGE] = [120, 0.02];

interface Heard {
  readonly file: File;
  readonly hearing: Hearing;
  readonly print: readonly number[];
  readonly hasBeat: boolean;
}

type Look =
  | { readonly kind: "none" }
  | { readonly kind: "hearing"; readonly share: number }
  | { readonly kind: "heard"; readonly heard: Heard }
  | { readonly kind: "failed"; readonly problem: SoundProblem };

/** Listens to a file; a newer one ends it. */
function useHearing(): { look: Look; tempo: Tempo; setTempo: (tempo: Tempo) => void; take: (file: File) => void } {
  const [look, setLook] = useState<Look>({ kind: "none" });
  const [tempo, setTempo] = useState<Tempo>({ bpm: NOTHING_HEARD, firstBeat: 0 });
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);
  const take = async (file: File) => {
    under.current?.abort();
    const mine = new AbortController();
    under.current = mine;
    setLook({ kind: "hearing", share: 0 });
    const onProgress = (share: number) => !mine.signal.aborted && setLook({ kind: "hearing", share });
    const heard = await hearFile(file, { signal: mine.signal, onProgress }).catch(() => null);
    if (!heard || mine.signal.aborted) return;
    if (!heard.ok) return setLook({ kind: "failed", problem: heard.problem.code });
    const told = listen(heard.value.onsets);
    setTempo(told?.tempo ?? { bpm: NOTHING_HEARD, firstBeat: 0 });
    const print = printOf(heard.value);
    setLook({ kind: "heard", heard: { file, hearing: heard.value, print, hasBeat: told !== null } });
  };
  return { look, tempo, setTempo, take: (file) => void take(file) };
}

/** The song in song time, with the dancer beginning at an eight-count from 0. */
function chosenOf({ file, hearing, print }: Heard, inFile: Tempo, eight: number): Chosen {
  const { starts, tempo } = placeFile(inFile);
  return {
    tempo: { bpm: tempo.bpm, firstBeat: timeOfCount(tempo, eight * 8) },
    song: { file, seconds: hearing.seconds, starts, print },
  };
}

/** The dancer's own song: a file, heard here, its tempo and first count, and where the dance begins. */
export function SongChoice({ onChoose }: { readonly onChoose: (chosen: Chosen | null) => void }): ReactElement {
  const words = useWords();
  const { danceIn: say, n } = words;
  const { look, tempo, setTempo, take } = useHearing();
  const [eight, setEight] = useState(0);
  const heard = look.kind === "heard" ? look.heard : null;
  const latest = useRef(onChoose);
  latest.current = onChoose;
  useEffect(() => latest.current(heard && chosenOf(heard, tempo, eight)), [heard, tempo, eight]);
  return (
    <div className="di-song">
      <label className={heard ? "btn di-file" : "btn go di-file"}>
        {heard ? say.another : say.choose}
        <input
          type="file"
          accept="audio/*,video/*,.mkv,.flac,.opus"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) {
              setEight(0);
              take(file);
            }
          }}
        />
      </label>
      <div role="status" className="note">
        {look.kind === "none" && say.chooseSay}
        {look.kind === "hearing" && say.hearing(n.percent(look.share))}
        {heard && `${heard.file.name}, ${n.duration(heard.hearing.seconds)}`}
        {heard && !heard.hasBeat && <p>{say.noBeat}</p>}
      </div>
      {look.kind === "failed" && (
        <p role="alert" className="bad">
          {words.sounds[look.problem]}
        </p>
      )}
      {heard && <Counts {...{ heard, tempo, setTempo, eight, setEight }} />}
    </div>
  );
}

interface CountsProps {
  readonly heard: Heard;
  /** In seconds of the file. */
  readonly tempo: Tempo;
  readonly setTempo: (tempo: Tempo) => void;
  readonly eight: number;
  readonly setEight: (eight: number) => void;
}

/** Tempo, first count and beginning of a song, to be set right by hand. */
function Counts({ heard, tempo, setTempo, eight, setEight }: CountsProps): ReactElement {
  const { danceIn: say, n } = useWords();
  const begins = timeOfCount(tempo, eight * 8);
  const most = Math.floor(((heard.hearing.seconds - tempo.firstBeat) * tempo.bpm) / 480) - 1;
  const move = (seconds: number) => ({ ...tempo, firstBeat: Math.max(0, tempo.firstBeat + seconds) });
  return (
    <>
      <BpmStepper bpm={tempo.bpm} onChange={(bpm) => setTempo({ ...tempo, bpm })} octaves />
      <Stepper
        label={say.firstCount}
        value={say.seconds(tempo.firstBeat.toFixed(2))}
        less={[say.earlier, () => setTempo(move(-NUDGE))]}
        more={[say.later, () => setTempo(move(NUDGE))]}
      />
      <Stepper
        label={say.begin}
        value={n.whole(eight + 1)}
        less={[say.before, eight > 0 ? () => setEight(eight - 1) : null]}
        more={[say.after, eight < most ? () => setEight(eight + 1) : null]}
      />
      <p className="note">{say.beginSay(n.duration(begins))}</p>
    </>
  );
}
