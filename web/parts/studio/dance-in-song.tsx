import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { placeFile } from "#dance/choreo/danced-in.ts";
import { printOf } from "#dance/music/print.ts";
import { type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import type { PlannedSong } from "../../state/dance-plan.ts";
import { useHearing } from "../../state/hearing.ts";
import { useWords } from "../../state/language.ts";
import { Stepper } from "./stepper.tsx";
import { TempoPanel } from "./tempo-panel.tsx";

/** What is danced to: a tempo whose count 0 is where the dancer begins, and the song. */
export interface Chosen {
  readonly tempo: Tempo;
  readonly song: PlannedSong | null;
}

/** Tempo of a file in which no beat is heard, until somebody says another. */
const NOTHING_HEARD: Tempo = { bpm: 120, firstBeat: 0 };

/** The dancer's own song: a file, heard here, its tempo and first count, and where the dance begins. */
export function SongChoice({ onChoose }: { readonly onChoose: (chosen: Chosen | null) => void }): ReactElement {
  const { danceIn: say, n } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const heard = useHearing(file);
  const hearing = heard.kind === "heard" ? heard.hearing : null;
  const [tempo, setTempo] = useState<Tempo | null>(null);
  const [eight, setEight] = useState(0);
  const print = useMemo(() => hearing && printOf(hearing), [hearing]);
  useEffect(() => {
    setEight(0);
    setTempo(hearing && (hearing.suggests?.tempo ?? NOTHING_HEARD));
  }, [hearing]);
  const latest = useRef(onChoose);
  latest.current = onChoose;
  useEffect(() => {
    if (!file || !hearing || !tempo || !print) return latest.current(null);
    const { starts, tempo: placed } = placeFile(tempo);
    const begins = { bpm: placed.bpm, firstBeat: timeOfCount(placed, eight * 8) };
    latest.current({ tempo: begins, song: { file, seconds: hearing.seconds, starts, print } });
  }, [file, hearing, tempo, print, eight]);
  return (
    <div className="di-song">
      <label className={file ? "btn di-file" : "btn go di-file"}>
        {file ? say.another : say.choose}
        <input
          type="file"
          accept="audio/*,video/*,.mkv,.flac,.opus"
          onChange={({ target }) => setFile((before) => target.files?.[0] ?? before)}
        />
      </label>
      <p className="note">
        {file ? [file.name, ...(hearing ? [n.duration(hearing.seconds)] : [])].join(", ") : say.chooseSay}
      </p>
      {file && (
        <TempoPanel
          {...{ file, heard, tempo }}
          starts={0}
          counts={0}
          sections={[]}
          onTempo={setTempo}
          onSections={null}
        />
      )}
      {hearing && tempo && <Begin {...{ tempo, eight, setEight }} seconds={hearing.seconds} />}
    </div>
  );
}

interface BeginProps {
  /** In seconds of the file, which lasts `seconds`. */
  readonly tempo: Tempo;
  readonly seconds: number;
  readonly eight: number;
  readonly setEight: (eight: number) => void;
}

/** With which eight-count of the song the dance begins. */
function Begin({ tempo, seconds, eight, setEight }: BeginProps): ReactElement {
  const { danceIn: say, n } = useWords();
  const last = Math.floor(((seconds - tempo.firstBeat) * tempo.bpm) / 480) - 1;
  return (
    <>
      <Stepper
        label={say.begin}
        value={n.whole(eight + 1)}
        less={[say.before, eight > 0 ? () => setEight(eight - 1) : null]}
        more={[say.after, eight < last ? () => setEight(eight + 1) : null]}
      />
      <p className="note">{say.beginSay(n.duration(Math.max(0, timeOfCount(tempo, eight * 8))))}</p>
    </>
  );
}
