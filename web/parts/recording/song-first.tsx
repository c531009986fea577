import { lazy, type ReactElement, Suspense, useEffect, useState } from "react";
import { Link } from "wouter";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { useWords } from "../../state/language.ts";
import { soundsIn, useOwnSong } from "../../state/own-song.ts";
import { Loading } from "../states.tsx";
import { useCopy } from "./use-copy.ts";

/** Fetched only by whom it asks: most routines bring their own song. */
const OwnSongPart = lazy(() => import("./own-song.tsx").then(({ OwnSongPart }) => ({ default: OwnSongPart })));

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
  const file = useCopy(version, choreography.recording);
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
      <Suspense fallback={<Loading />}>
        <OwnSongPart {...{ version, choreography }} recording={choreography.recording} />
      </Suspense>
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
