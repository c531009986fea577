import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { useSearch } from "wouter";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { prepare } from "#dance/scoring/reference.ts";
import type { Summary } from "../api.ts";
import "../styles/stage.css";
import "../styles/ghosts.css";
import "../styles/stage-head.css";
import "../styles/stage-foot.css";
import "../styles/stage-latency.css";
import "../styles/stage-over.css";
import "../styles/stage-sheets.css";
import { ghostOf, loopOf, routineAddress, sectionName, wayOf } from "../state/addresses.ts";
import { type Ghosting, useGhost } from "../state/ghost.ts";
import { useWords } from "../state/language.ts";
import { keptUnder } from "../state/own-song.ts";
import { mayAlready, type Rig, useRig, useWatch } from "../state/rig.ts";
import { turn } from "../state/switches.ts";
import { SongFirst, useAsksSong } from "./recording/song-first.tsx";
import { StageFloor } from "./stage-floor.tsx";
import { StageHead } from "./stage-head.tsx";
import { type Looping, useLooping } from "./stage-practice.ts";
import { AskCamera } from "./stage-setup.tsx";
import { CameraTrouble, GettingReady } from "./stage-trouble.tsx";

interface RoomProps {
  readonly summary: Summary;
  readonly choreography: Choreography;
  readonly section: number;
}

/** Asks for the camera, waits until everything is there, then lets the dancer onto the floor. */
export function StageRoom({ summary, choreography, section }: RoomProps): ReactElement {
  const search = useSearch();
  const way = wayOf(search);
  const kept = keptUnder(summary);
  const looping = useLooping(kept, choreography, section, loopOf(search, summary.counts), way);
  const [allowed, setAllowed] = useState(false);
  const { seated } = way;
  useEffect(() => {
    if (seated !== undefined) turn({ seated });
  }, [seated]);
  useEffect(() => {
    void mayAlready().then((may) => may && setAllowed(true));
  }, []);
  const rig = useRig(kept, choreography, allowed, looping === null);
  const asksSong = useAsksSong(kept, choreography);
  const reference = useMemo(() => prepare(choreography, section), [choreography, section]);
  const ghost = useGhost(ghostOf(search), summary.version, looping?.ground?.reference ?? reference);
  const back = routineAddress(summary);
  const from = summary.sections[section]?.from ?? 0;
  if (asksSong.asks)
    return (
      <Backstage {...{ summary, section, back }} rate={way.rate} from={from}>
        <SongFirst {...{ choreography, back }} {...asksSong} version={kept} />
      </Backstage>
    );
  if (!rig)
    return (
      <Backstage {...{ summary, section, back }} rate={way.rate} from={from}>
        <AskCamera back={back} onAllow={() => setAllowed(true)} />
      </Backstage>
    );
  return <Ready {...{ summary, choreography, section, reference, rig, way, back, looping, ghost }} />;
}

interface ReadyProps extends RoomProps {
  readonly reference: ReturnType<typeof prepare>;
  readonly rig: Rig;
  readonly way: ReturnType<typeof wayOf>;
  readonly back: string;
  readonly looping: Looping | null;
  readonly ghost: Ghosting;
}

/** Everything is there, or it says what is not. Once on the floor, a camera that goes away pauses the take there. */
function Ready(props: ReadyProps): ReactElement {
  const { rig, summary, section, back, way, looping } = props;
  // The stage is opened on the first span; a longer one is laid under it without opening it anew.
  const first = useRef(looping?.ground);
  first.current ??= looping?.ground;
  const song = looping ? first.current?.song : rig.song;
  const songAgain = looping ? looping.again : rig.songAgain;
  const reference = first.current?.reference ?? props.reference;
  const camera = useWatch(rig.camera.view).state;
  const detector = useWatch(rig.source.state).kind;
  const [onFloor, setOnFloor] = useState(false);
  const ready = camera === "live" && detector === "ready" && !!song;
  useEffect(() => {
    if (ready) setOnFloor(true);
  }, [ready]);
  if (onFloor && song) return <StageFloor {...props} {...{ song, reference }} />;
  return (
    <Backstage {...{ summary, section, back }} rate={way.rate} from={summary.sections[section]?.from ?? 0}>
      {camera === "live" ? <GettingReady {...{ rig, songAgain }} /> : <CameraTrouble camera={rig.camera} />}
    </Backstage>
  );
}

interface BackstageProps {
  readonly summary: Summary;
  readonly section: number;
  readonly back: string;
  readonly rate: number;
  readonly from: number;
  readonly children: ReactElement;
}

function Backstage({ summary, section, back, rate, from, children }: BackstageProps): ReactElement {
  const words = useWords();
  const title = words.stage.title(summary.title[words.language], sectionName(words, summary.sections, section));
  return (
    <main className="stage before">
      <h1 className="vh">{title}</h1>
      <StageHead {...{ summary, section, rate, back }} count={from - 1} />
      {children}
    </main>
  );
}
