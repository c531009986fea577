import { type ReactElement, useEffect, useState } from "react";
import { Link } from "wouter";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { useWords } from "../../state/language.ts";
import { soundsIn, useOwnSong } from "../../state/own-song.ts";
import { OwnSongPart, useCopy } from "./own-song.tsx";

/** Asking the dancer what to dance to, until it is known and she goes on. */
export interface AsksSong {
  readonly asks: boolean;
  /** There is something to dance to. */
  readonly settled: boolean;
  readonly goOn: () => void;
}

/** Asks where a routine is danced to a recording that is not on this device, and nothing was said of it. */
export function useAsksSong(version: string, choreography: Choreography): AsksSong {
  const own = useOwnSong(version);
  const file = useCopy(version);
  const lacks = soundsIn(choreography) && !own?.metronome && file === null;
  const [state, setState] = useState<"unasked" | "asked" | "answered">("unasked");
  useEffect(() => {
    if (lacks) setState((was) => (was === "unasked" ? "asked" : was));
  }, [lacks]);
  return { asks: lacks || state === "asked", settled: !lacks, goOn: () => setState("answered") };
}

interface SongFirstProps extends AsksSong {
  readonly version: string;
  readonly choreography: Choreography;
  readonly back: string;
}

/** Before the stage: the routine's song is not on this device. */
export function SongFirst({ version, choreography, back, settled, goOn }: SongFirstProps): ReactElement | null {
  const { ownSong: say, setup } = useWords();
  if (!choreography.recording) return null;
  return (
    <div className="song-first">
      <OwnSongPart {...{ version, choreography }} recording={choreography.recording} />
      <div className="row">
        <Link className="btn big" href={back}>
          {setup.back}
        </Link>
        <button type="button" className="btn go big" disabled={!settled} onClick={goOn}>
          {say.goOn}
        </button>
      </div>
    </div>
  );
}
