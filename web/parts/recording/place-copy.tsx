import { Play, Square } from "lucide-react";
import { type ReactElement, useMemo } from "react";
import type { Choreography, Recording } from "#dance/choreo/choreography.ts";
import { useWords } from "../../state/language.ts";
import { type OwnSong, sayOwnSong } from "../../state/own-song.ts";
import { useListening } from "./listening.ts";

/** Seconds that a press moves the copy; one placed by ear is moved further too. */
const NUDGES = [-0.01, 0.01] as const;
const FAR = [-0.1, 0.1, -1, 1] as const;

interface PlaceProps {
  readonly version: string;
  readonly choreography: Choreography;
  readonly recording: Recording;
  readonly file: File;
  /** Null: the file is the recording itself. */
  readonly own: OwnSong | null;
}

/** Where a copy begins, moved by hand, and heard with the counts clicked. */
export function PlaceCopy({ version, choreography, recording, file, own }: PlaceProps): ReactElement {
  const { ownSong: say, tempo: said, n } = useWords();
  const starts = own?.starts ?? recording.starts;
  const placed = useMemo(() => ({ file, starts }), [file, starts]);
  const listening = useListening(placed, choreography.tempo);
  const on = listening.state === "on" || listening.state === "loading";
  const byEar = own !== null && own.starts !== null && own.likeness === null;
  const move = (by: number) =>
    sayOwnSong(version, {
      ...own,
      starts: Math.round((starts + by) * 1000) / 1000,
      likeness: own?.starts == null ? 1 : own.likeness, // the recording itself, moved by hand
      metronome: false,
    });
  return (
    <fieldset className="own-song-place">
      <legend>
        {byEar && <>{say.unplaced}. </>}
        {say.placed(starts.toFixed(2).replace("-", "−"))}
      </legend>
      <button
        type="button"
        className="btn wide"
        onClick={() => (on ? listening.stop() : listening.start(choreography.tempo.firstBeat - 0.5))}
      >
        {on ? <Square fill="currentColor" aria-hidden /> : <Play fill="currentColor" aria-hidden />}
        {on ? said.stop : say.listen}
      </button>
      {listening.state === "failed" && <p role="alert">{said.unplayable}</p>}
      <div className="own-song-nudges">
        {[...NUDGES, ...(byEar ? FAR : [])].map((by) => (
          <button key={by} type="button" className="btn" onClick={() => move(by)}>
            {(by < 0 ? say.earlier : say.later)(n.whole(Math.abs(by) * 1000))}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
