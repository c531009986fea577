import { type ReactElement, useEffect, useState } from "react";
import { useLocation } from "wouter";
import type { DancedIn } from "#dance/choreo/danced-in.ts";
import { AskCamera } from "../parts/stage-setup.tsx";
import { Sheet } from "../parts/stage-sheet.tsx";
import { CameraTrouble, GettingReady } from "../parts/stage-trouble.tsx";
import { DanceInChoose } from "../parts/studio/dance-in-choose.tsx";
import { DanceInFloor } from "../parts/studio/dance-in-floor.tsx";
import { DanceInHead } from "../parts/studio/dance-in-head.tsx";
import { DanceInTrim } from "../parts/studio/dance-in-trim.tsx";
import "../styles/stage.css";
import "../styles/stage-head.css";
import "../styles/stage-foot.css";
import "../styles/stage-latency.css";
import "../styles/stage-over.css";
import "../styles/stage-sheets.css";
import "../styles/studio-dance-in.css";
import { useHoldPage } from "../state/at-stake.ts";
import { draftOf } from "../state/dance-in.ts";
import { type BegunDance, danceTrack } from "../state/dance-log.ts";
import {
  type DancePlan,
  dropPlan,
  openPlan,
  type PlanSong,
  planOf,
  useHeld,
  usePlanSong,
} from "../state/dance-plan.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { mayAlready, useSenses, useWatch } from "../state/rig.ts";

/** Dancing is chosen, danced, and trimmed. */
type Step =
  | { readonly kind: "choose" }
  | { readonly kind: "floor"; readonly plan: DancePlan; readonly note: string | null }
  | {
      readonly kind: "trim";
      readonly plan: DancePlan;
      readonly danced: DancedIn;
      /** All of it was put away: a closed tab loses nothing. */
      readonly safe: boolean;
      readonly note: string | null;
    };

/** A routine danced in: what to dance to, the floor, and what of it stays. */
export default function DanceInPage(): ReactElement {
  const words = useWords();
  const { danceIn: say, recordings } = words;
  useTitle(say.title);
  const [step, setStep] = useState<Step>({ kind: "choose" });
  useHeld(step.kind === "choose" ? null : step.plan.id);
  const begin = async (plan: DancePlan) => {
    const problem = await openPlan(plan);
    const note = problem && `${say.songNotKept} ${recordings[problem]} ${say.songNotKeptDo}`;
    setStep({ kind: "floor", plan, note });
  };
  const look = async (left: BegunDance) => {
    const [{ plan, songGone }, track] = await Promise.all([planOf(left), danceTrack(left.id)]);
    setStep({
      kind: "trim",
      plan,
      danced: { track, tempo: plan.tempo },
      safe: true,
      note: songGone ? say.songGone : null,
    });
  };
  if (step.kind === "choose")
    return (
      <main className="stage before di">
        <DanceInHead />
        <DanceInChoose onPlan={(plan) => void begin(plan)} onLook={(left) => void look(left)} />
      </main>
    );
  return <Room {...{ step, setStep }} />;
}

interface RoomProps {
  readonly step: Exclude<Step, { kind: "choose" }>;
  readonly setStep: (step: Step) => void;
}

/** With a plan: the floor, then what was danced; the song is the same in both. */
function Room({ step, setStep }: RoomProps): ReactElement {
  const words = useWords();
  const { plan, note } = step;
  const [, navigate] = useLocation();
  const { song, unheard, again } = usePlanSong(plan);
  useHoldPage(step.kind === "trim" && !step.safe);
  if (unheard)
    return (
      <main className="stage before di">
        <h1 className="vh">{words.danceIn.title}</h1>
        <DanceInHead />
        <Sheet title={words.danceIn.title} say={words.sound[unheard.problem](unheard.detail)} role="alert">
          <button type="button" className="btn go big" onClick={() => setStep({ kind: "choose" })}>
            {words.danceIn.another}
          </button>
        </Sheet>
      </main>
    );
  const danced: FloorRoomProps["onDanced"] = (track, safe) =>
    setStep({ kind: "trim", plan, danced: { track, tempo: plan.tempo }, safe, note });
  if (step.kind === "floor") return <FloorRoom {...{ plan, song, note }} songAgain={again} onDanced={danced} />;
  return (
    <main className="stage before di">
      <DanceInHead />
      <div className="di-scroll">
        {note && <p className="di-note">{note}</p>}
        <DanceInTrim
          danced={step.danced}
          song={song}
          unnamed={words.danceIn.unnamed(words.n.moment(plan.beganAt))}
          onKeep={async (kept, songless) => {
            const made = await draftOf(plan, step.danced, kept, songless);
            if (made.ok) navigate(`/studio/${made.value}`);
            return made.ok ? null : made.problem.code;
          }}
          onAgain={() => setStep({ kind: "floor", plan, note })}
          onDrop={() => void dropPlan(plan.id).then(() => setStep({ kind: "choose" }))}
        />
      </div>
    </main>
  );
}

interface FloorRoomProps {
  readonly plan: DancePlan;
  readonly song: PlanSong["song"];
  readonly songAgain: PlanSong["again"];
  readonly note: string | null;
  readonly onDanced: (track: DancedIn["track"], safe: boolean) => void;
}

/** Asks for the camera, waits until everything is there, then lets the dancer onto the floor. */
function FloorRoom(props: FloorRoomProps): ReactElement {
  const { danceIn } = useWords();
  const [allowed, setAllowed] = useState(false);
  useEffect(() => {
    void mayAlready().then((may) => may && setAllowed(true));
  }, []);
  const senses = useSenses(allowed);
  if (!senses)
    return (
      <main className="stage before">
        <h1 className="vh">{danceIn.title}</h1>
        <DanceInHead />
        <AskCamera back="/studio" onAllow={() => setAllowed(true)} />
      </main>
    );
  return <Ready {...props} senses={senses} />;
}

/** Everything is there, or it says what is not. Once on the floor, a camera that goes away pauses the dance there. */
function Ready(props: FloorRoomProps & { readonly senses: NonNullable<ReturnType<typeof useSenses>> }): ReactElement {
  const { senses, song, songAgain, plan, note, onDanced } = props;
  const { danceIn } = useWords();
  const camera = useWatch(senses.camera.view).state;
  const detector = useWatch(senses.source.state).kind;
  const [onFloor, setOnFloor] = useState(false);
  const ready = camera === "live" && detector === "ready" && song !== null;
  useEffect(() => {
    if (ready) setOnFloor(true);
  }, [ready]);
  if (onFloor && song) return <DanceInFloor {...{ plan, senses, song, note, onDanced }} />;
  return (
    <main className="stage before di">
      <h1 className="vh">{danceIn.title}</h1>
      <DanceInHead />
      {camera === "live" ? (
        <GettingReady rig={senses} songAgain={songAgain} />
      ) : (
        <CameraTrouble camera={senses.camera} />
      )}
    </main>
  );
}
