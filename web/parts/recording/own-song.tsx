import { type ReactElement, useId } from "react";
import type { Choreography, Recording } from "#dance/choreo/choreography.ts";
import { useWords } from "../../state/language.ts";
import { dropCopy, type OwnSong, sayOwnSong, useOwnSong } from "../../state/own-song.ts";
import { ChooseSound } from "./choose-file.tsx";
import { useComparing } from "./compare-copy.ts";
import { CopySaid, Doubtful } from "./copy-said.tsx";
import { PlaceCopy } from "./place-copy.tsx";
import { useCopy } from "./use-copy.ts";
import "../../styles/own-song.css";

interface OwnSongProps {
  readonly version: string;
  readonly choreography: Choreography;
  readonly recording: Recording;
}

const METRONOME: OwnSong = { starts: null, likeness: null, metronome: true };

/** Whoever lacks the recording attaches an own copy, matched by ear, or dances to the metronome. */
export function OwnSongPart({ version, choreography, recording }: OwnSongProps): ReactElement {
  const { ownSong: say, n } = useWords();
  const id = useId();
  const own = useOwnSong(version);
  const file = useCopy(version, recording);
  const { comparing, choose, take, forget } = useComparing(version, recording);
  const byMetronome = own?.metronome === true || file === null;
  const mayChoose = comparing.kind !== "hearing";
  const metronome = () => {
    forget();
    sayOwnSong(version, { ...(own ?? METRONOME), metronome: true });
  };
  return (
    <section className="own-song" aria-labelledby={id}>
      <h2 id={id}>{say.title}</h2>
      {file === null && comparing.kind !== "doubtful" && (
        <p>
          {say.lacks} {say.say(n.duration(recording.seconds))}
        </p>
      )}
      {file !== undefined && (file !== null || own?.metronome) && (
        <p className="strong">{byMetronome ? say.byMetronome : say.byMine}</p>
      )}
      <CopySaid comparing={comparing} />
      {comparing.kind === "doubtful" && (
        <Doubtful comparison={comparing.comparison} onAnyway={() => void take(comparing.file, comparing.comparison)} />
      )}
      {file && !byMetronome && <PlaceCopy {...{ version, choreography, recording, file, own }} />}
      {file !== undefined && mayChoose && (
        <div className="own-song-ways">
          <ChooseSound label={file ? say.other : say.choose} onFile={(chosen) => void choose(chosen)} />
          {file && own?.metronome && (
            <button type="button" className="btn" onClick={() => sayOwnSong(version, { ...own, metronome: false })}>
              {say.mine}
            </button>
          )}
          {!own?.metronome && (
            <button type="button" className="btn" onClick={metronome}>
              {say.metronome}
            </button>
          )}
          {file && (
            <button type="button" className="btn" onClick={() => void dropCopy(version).then(forget)}>
              {say.remove}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
