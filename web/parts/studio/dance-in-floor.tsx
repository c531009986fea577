import { type ReactElement, useEffect, useRef, useState } from "react";
import { countName } from "#dance/music/tempo.ts";
import type { Track } from "#dance/pose/pose.ts";
import type { Song } from "../../song/index.ts";
import { hasVoice, speakCount } from "../../song/voice.ts";
import { DanceIn } from "../../stage/dance-in.ts";
import { useHoldPage } from "../../state/at-stake.ts";
import { DanceLog } from "../../state/dance-log.ts";
import { type DancePlan, endOf } from "../../state/dance-plan.ts";
import { useWords } from "../../state/language.ts";
import { type Senses, useWatch } from "../../state/rig.ts";
import { useSwitches } from "../../state/switches.ts";
import { useDanceKeys } from "../dance-keys.ts";
import { ClapOffer, ClapSheet, useIsClapping } from "../stage-clap-offer.tsx";
import { PauseCorner } from "../stage-corners.tsx";
import { HandsNote } from "../stage-foot.tsx";
import { useDelayed } from "../stage-switched.ts";
import { CountCaption, useSpokenPlace } from "../stage-voice.tsx";
import { DanceInFoot, StopCorner } from "./dance-in-foot.tsx";
import { useDanceInHands } from "./dance-in-hands.ts";
import { DanceInHead } from "./dance-in-head.tsx";

interface FloorProps {
  readonly plan: DancePlan;
  readonly senses: Senses;
  readonly song: Song;
  /** What should be known before the dance; null for nothing. */
  readonly note: string | null;
  /** `safe`: all of it was put away. */
  readonly onDanced: (track: Track, safe: boolean) => void;
}

/** Seconds after the last count in which the dancer is still seen. */
const AFTER = 0.5;

/** The floor on which a routine is danced in: every frame is put away as it comes. */
export function DanceInFloor({ plan, senses, song, note, onDanced }: FloorProps): ReactElement {
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const counts = useRef<HTMLCanvasElement>(null);
  const [dance, setDance] = useState<DanceIn | null>(null);
  const [count, setCount] = useState(-1);
  const [safe, setSafe] = useState(true);
  useHoldPage(!safe);
  const { counting } = useSwitches();
  const tell = (at: number) => {
    setCount(at);
    if (counting && hasVoice(words.language)) speakCount(at, words.language);
  };
  const latest = useRef({ tell, onDanced });
  latest.current = { tell, onDanced };
  useEffect(() => {
    if (!canvas.current || !counts.current) return;
    const log = new DanceLog(plan.id);
    const it: DanceIn = new DanceIn({
      canvas: canvas.current,
      countsCanvas: counts.current,
      camera: senses.camera,
      source: senses.source,
      song,
      clicks: plan.song !== null,
      tempo: plan.tempo,
      until: endOf(plan) + AFTER,
      on: {
        frame: (frame) => log.frame(frame),
        rewound: (from) => log.rewound(from),
        count: (at) => {
          latest.current.tell(at);
          setSafe(log.safe);
        },
        ended: () => void log.flush().then(() => latest.current.onDanced(it.frames, log.safe)),
      },
    });
    it.heedArms(plan.heedArms);
    setDance(it);
    const away = () => void log.flush();
    addEventListener("pagehide", away);
    return () => {
      removeEventListener("pagehide", away);
      setDance(null);
      it.close();
      away();
    };
  }, [plan, senses, song]);
  return (
    <main className="stage di-floor">
      <h1 className="vh">{words.danceIn.title}</h1>
      {dance ? <Head {...{ dance, note, count }} /> : <DanceInHead />}
      <section className="st-cam" aria-label={words.stage.camera}>
        <canvas ref={canvas} role="img" aria-label={words.stage.camera} />
        {dance && <Over {...{ dance, senses, plan, count }} />}
      </section>
      <footer className="st-bot">
        <canvas ref={counts} role="img" aria-label={words.stage.counts} />
      </footer>
      {!safe && (
        <p className="st-note" role="alert">
          {words.danceIn.notSafe}
        </p>
      )}
    </main>
  );
}

interface DancedProps {
  readonly dance: DanceIn;
  readonly senses: Senses;
  readonly plan: DancePlan;
  readonly count: number;
}

interface StandProps {
  readonly dance: DanceIn;
  readonly note: string | null;
  readonly count: number;
}

/** The head, which says what is recorded; before the dance, what should be known. */
function Head({ dance, note, count }: StandProps): ReactElement {
  const { danceIn } = useWords();
  const { state } = useWatch(dance.view);
  const recording = state === "dancing" && count >= 0;
  return (
    <>
      <DanceInHead
        lit={recording ? (count % 8) + 1 : 0}
        said={recording ? danceIn.recording(countName(count)) : danceIn.waiting}
        recording={recording}
      />
      <p className="vh" role="status">
        {state === "dancing" ? danceIn.on : danceIn.waiting}
      </p>
      {note && state === "setup" && (
        <p className="di-told" role="status">
          {note}
        </p>
      )}
    </>
  );
}

/** What lies over the picture, with keys and hands. */
function Over({ dance, senses, plan, count }: DancedProps): ReactElement {
  const { state } = useWatch(dance.view);
  const isClapping = useIsClapping();
  useDelayed(dance);
  useSpokenPlace(dance, isClapping);
  useDanceKeys(dance, () => dance.start(), "/studio", isClapping);
  useDanceInHands(dance, isClapping);
  if (isClapping) return <ClapSheet rig={senses} stage={dance} />;
  const danced = state === "dancing" || state === "count-in";
  return (
    <>
      {danced && <PauseCorner onPause={() => dance.pause()} />}
      {state === "dancing" && <StopCorner onStop={() => dance.finish()} />}
      {state === "count-in" && plan.heedArms && <HandsNote crossed />}
      <ClapOffer stage={dance} />
      <CountCaption stage={dance} count={count} />
      <DanceInFoot {...{ dance, senses }} />
    </>
  );
}
