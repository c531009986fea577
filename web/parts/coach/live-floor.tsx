import { type ReactElement, useEffect, useRef, useState } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import type { LiveNow } from "#dance/practice/live-sync.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import type { Summary } from "../../api.ts";
import type { Camera } from "../../camera/index.ts";
import type { CrowdSource } from "../../detector/index.ts";
import type { Song } from "../../song/index.ts";
import { hasVoice, speakCount } from "../../song/voice.ts";
import { underWay } from "../../stage/state.ts";
import { Together } from "../../stage/together.ts";
import type { TogetherEvents } from "../../stage/together-types.ts";
import { useHoldPage } from "../../state/at-stake.ts";
import { useAwake } from "../../state/awake.ts";
import { keepLive, type LivePlan, useGiven } from "../../state/coach/live.ts";
import { SYNC_WORDS } from "../../state/coach/sync.ts";
import { useWords } from "../../state/language.ts";
import { useWatch } from "../../state/rig.ts";
import { useSwitches } from "../../state/switches.ts";
import { wholeMs } from "../../words/numbers.ts";
import { useDanceKeys } from "../dance-keys.ts";
import { PauseCorner } from "../stage-corners.tsx";
import { StageHead } from "../stage-head.tsx";
import { useDelayed } from "../stage-switched.ts";
import { CountCaption } from "../stage-voice.tsx";
import { LiveFoot } from "./live-foot.tsx";
import { AFTER } from "./live-gather.tsx";
import { LiveStatus, LiveTold, LiveVerdict } from "./live-told.tsx";

/** What was told last: of whom, and what. */
export interface Told {
  readonly numbers: readonly number[];
  readonly now: LiveNow;
}

interface FloorProps {
  readonly crew: string;
  readonly summary: Summary;
  readonly plan: LivePlan;
  readonly choreography: Choreography;
  readonly reference: Reference;
  readonly senses: { readonly camera: Camera; readonly source: CrowdSource };
  readonly song: Song;
  readonly back: string;
  /** The dance is kept, for this visit. */
  readonly onDanced: () => void;
}

/** How late, where it is worth telling: "+120", as the lane and the heat map have it. */
const sayOffset = (seconds: number): string | null =>
  Math.abs(seconds) < SYNC_WORDS.off ? null : `${seconds > 0 ? "+" : "−"}${wholeMs(seconds)}`;

/** The floor: everybody on a canvas; beside it, while they dance, how far apart they lie. */
export function LiveFloor(props: FloorProps): ReactElement {
  const { crew, summary, plan, back } = props;
  const words = useWords();
  const { live: say, stage } = words;
  const canvas = useRef<HTMLCanvasElement>(null);
  const teacher = useRef<HTMLCanvasElement>(null);
  const counts = useRef<HTMLCanvasElement>(null);
  const [count, setCount] = useState((summary.sections[plan.section]?.from ?? 0) - 1);
  const [told, setTold] = useState<Told | null>(null);
  const given = useGiven(crew);
  const nameOf = (number: number): string => given[number - 1] || say.dancer(number);
  const { counting } = useSwitches();
  const hear = (at: number) => {
    setCount(at);
    if (counting && hasVoice(words.language)) speakCount(at, words.language);
  };
  const keep: TogetherEvents["ended"] = ({ numbers, tracks }) =>
    keepLive({ ...plan, crew, atMs: Date.now(), numbers, names: numbers.map((it) => given[it - 1] ?? ""), tracks });
  const { onDanced } = props;
  const latest = useRef({ hear, keep, onDanced });
  latest.current = { hear, keep, onDanced };
  const dance = useTogether(props, { canvas, teacher, counts }, latest, setTold);
  useAwake();
  useEffect(() => {
    if (dance) dance.names = given;
  }, [dance, given]);
  return (
    <main className="stage live-floor">
      <h1 className="vh">{say.title}</h1>
      <StageHead {...{ summary, count, back }} section={plan.section} rate={plan.rate} />
      <section className="st-cam" aria-label={say.camera}>
        <canvas ref={canvas} role="img" aria-label={say.camera} />
        {dance && <Over {...props} {...{ dance, told, count, nameOf }} />}
      </section>
      <aside className="st-side">
        <div className="st-teach">
          <canvas ref={teacher} role="img" aria-label={stage.teacher} />
          <em>{stage.teacher}</em>
        </div>
        <LiveTold told={told} />
      </aside>
      <footer className="st-bot">
        <canvas ref={counts} role="img" aria-label={say.bars} />
      </footer>
    </main>
  );
}

type Refs = Readonly<Record<"canvas" | "teacher" | "counts", React.RefObject<HTMLCanvasElement | null>>>;
interface Latest {
  readonly hear: (count: number) => void;
  readonly keep: TogetherEvents["ended"];
  readonly onDanced: () => void;
}

/** The floor behind the canvases, one for a visit; null until they are there. */
function useTogether(
  { senses, song, choreography, reference, plan }: FloorProps,
  { canvas, teacher, counts }: Refs,
  latest: React.RefObject<Latest>,
  setTold: (told: Told | null) => void,
): Together | null {
  const [dance, setDance] = useState<Together | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one floor for one visit; words and names go in by verbs
  useEffect(() => {
    if (!canvas.current || !counts.current) return;
    const it = new Together({
      canvas: canvas.current,
      teacherCanvas: teacher.current,
      countsCanvas: counts.current,
      ...senses,
      song,
      choreography,
      reference,
      rate: plan.rate,
      sayOffset,
      on: {
        count: (at) => latest.current.hear(at),
        told: (numbers, now) => setTold({ numbers, now }),
        begun: () => setTold(null),
        ended: (danced) => {
          latest.current.keep(danced);
          latest.current.onDanced();
        },
      },
    });
    setDance(it);
    return () => {
      setDance(null);
      // Whoever leaves the floor by whichever way finds there what was danced so far.
      if (it.left) latest.current.keep(it.left);
      it.close();
    };
  }, [senses.camera, senses.source, song, choreography, reference, plan.rate]);
  return dance;
}

interface OverProps extends FloorProps {
  readonly dance: Together;
  readonly told: Told | null;
  readonly count: number;
  readonly nameOf: (number: number) => string;
}

/** What lies over the picture and below it. */
function Over({ dance, told, count, nameOf, crew, senses, back }: OverProps): ReactElement {
  const { state, people } = useWatch(dance.view);
  useDelayed(dance);
  useHoldPage(underWay({ state }));
  const [after, setAfter] = useState<number>(AFTER);
  useDanceKeys(dance, () => dance.start(after), back);
  const given = useGiven(crew);
  const danced = state === "dancing" || state === "count-in";
  return (
    <>
      {state === "dancing" && <LiveVerdict {...{ told, people, nameOf, given }} />}
      <LiveStatus {...{ told, count, nameOf }} />
      {danced && <PauseCorner onPause={() => dance.pause()} />}
      <CountCaption stage={dance} count={count} />
      <LiveFoot {...{ dance, senses, crew, nameOf, back, after }} onAfter={setAfter} />
    </>
  );
}
