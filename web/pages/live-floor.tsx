import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { prepare } from "#dance/scoring/reference.ts";
import type { Summary } from "../api.ts";
import { LiveFloor } from "../parts/coach/live-floor.tsx";
import { StageHead } from "../parts/stage-head.tsx";
import { AskCamera } from "../parts/stage-setup.tsx";
import { CameraTrouble, GettingReady } from "../parts/stage-trouble.tsx";
import { Failed, Loading, NotFound } from "../parts/states.tsx";
import { type LivePlan, planOf } from "../state/coach/live.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useChoreography } from "../state/queries.ts";
import { mayAlready, useCrowdSenses, useDanceSong, useWatch } from "../state/rig.ts";
import { useForCrew } from "../state/routines.ts";
import "../styles/stage.css";
import "../styles/stage-head.css";
import "../styles/stage-foot.css";
import "../styles/stage-latency.css";
import "../styles/stage-over.css";
import "../styles/stage-sheets.css";
import "../styles/live.css";
import "../styles/live-floor.css";

/** The floor for several before one camera: from the question for the camera to the last count. */
export default function LiveFloorPage({ id }: { readonly id: string }): ReactElement {
  const { live: say } = useWords();
  useTitle(say.title);
  const search = useSearch();
  const version = new URLSearchParams(search).get("version");
  const { list, pending, failed } = useForCrew(id);
  const summary = list.find((it) => it.version === version);
  const plan = planOf(search, summary?.sections);
  const choreography = useChoreography(summary?.version);
  // A list told anew in the middle of a dance takes nothing away from under them.
  const begun = useRef<Begun | null>(null);
  if (begun.current?.search !== search)
    begun.current =
      summary && plan && choreography.data ? { search, summary, plan, choreography: choreography.data } : null;
  if (begun.current) return <Room key={search} crew={id} {...begun.current} />;
  const amiss = summary ? (choreography.isError ? choreography : null) : failed;
  return (
    <main>
      {amiss ? (
        <Failed cause={amiss.error} onAgain={() => void amiss.refetch()} />
      ) : pending || summary ? (
        <Loading />
      ) : (
        <NotFound />
      )}
    </main>
  );
}

/** What is danced, as it was when the floor was opened at this address. */
interface Begun extends Omit<RoomProps, "crew"> {
  readonly search: string;
}

interface RoomProps {
  readonly crew: string;
  readonly summary: Summary;
  readonly plan: LivePlan;
  readonly choreography: Choreography;
}

/** Asks for the camera, waits until everything is there, then lets everybody onto the floor. */
function Room(props: RoomProps): ReactElement {
  const { crew, summary, plan, choreography } = props;
  const { live: say } = useWords();
  const [, navigate] = useLocation();
  const [allowed, setAllowed] = useState(false);
  const [onFloor, setOnFloor] = useState(false);
  useEffect(() => {
    void mayAlready().then((may) => may && setAllowed(true));
  }, []);
  const senses = useCrowdSenses(allowed);
  const { song, songAgain } = useDanceSong(summary.version, choreography);
  const reference = useMemo(() => prepare(choreography, plan.section), [choreography, plan.section]);
  const back = `/crews/${crew}/sync/live?version=${summary.version}`;
  if (senses && song && onFloor)
    return <LiveFloor {...props} {...{ senses, song, reference, back }} onDanced={() => navigate(back)} />;
  return (
    <main className="stage before">
      <h1 className="vh">{say.title}</h1>
      <StageHead {...{ summary, back }} section={plan.section} rate={plan.rate} count={-1} />
      {senses ? (
        <Waits {...{ senses, songAgain }} song={song !== null} onReady={() => setOnFloor(true)} />
      ) : (
        <AskCamera back={back} label={say.back} onAllow={() => setAllowed(true)} />
      )}
    </main>
  );
}

interface WaitsProps {
  readonly senses: NonNullable<ReturnType<typeof useCrowdSenses>>;
  readonly song: boolean;
  readonly songAgain: (() => void) | null;
  readonly onReady: () => void;
}

/** What is still to come, or amiss. */
function Waits({ senses, song, songAgain, onReady }: WaitsProps): ReactElement {
  const camera = useWatch(senses.camera.view).state;
  const detector = useWatch(senses.source.state).kind;
  const ready = camera === "live" && detector === "ready" && song;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it becomes so
  useEffect(() => {
    if (ready) onReady();
  }, [ready]);
  return camera === "live" ? (
    <GettingReady rig={senses} songAgain={songAgain} />
  ) : (
    <CameraTrouble camera={senses.camera} />
  );
}
