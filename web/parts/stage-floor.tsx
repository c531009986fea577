import { CircleHelp, Pause } from "lucide-react";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { Choreography } from "#dance/choreo/choreography.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import type { Judgement } from "#dance/scoring/result.ts";
import type { Summary } from "../api.ts";
import type { Song } from "../song/index.ts";
import { openStage, type Stage } from "../stage/index.ts";
import { sectionName, type Way } from "../state/addresses.ts";
import { grouped } from "../state/groups.ts";
import { useWords } from "../state/language.ts";
import { closeTake, type OpenedTake, openTake } from "../state/open-take.ts";
import { type Rig, useWatch } from "../state/rig.ts";
import { problemSentence, type Words } from "../words/index.ts";
import { faultWords } from "../words/insight.ts";
import { StageHead } from "./stage-head.tsx";
import { useStageKeys } from "./stage-keys.ts";
import { CameraTrouble, StandReady } from "./stage-setup.tsx";
import { KeySheet, PauseSheet } from "./stage-sheets.tsx";

export interface FloorProps {
  readonly summary: Summary;
  readonly choreography: Choreography;
  readonly section: number;
  readonly reference: Reference;
  readonly rig: Rig;
  readonly song: Song;
  readonly way: Way;
  readonly back: string;
}

const stageWords = (words: Words) => ({
  judgement: words.names.judgement,
  fault: (fault: Parameters<typeof faultWords>[1]) => faultWords(words, fault),
  combo: words.stage.combo,
});

/** What is told to a screen reader: once an eight-count, how many of each word. */
function useSpoken(words: Words) {
  const [spoken, setSpoken] = useState("");
  const heard = useRef<Judgement[]>([]);
  const hear = (judgement: Judgement) => {
    const eight = Math.floor(judgement.count / 8);
    const before = heard.current[0];
    if (before && Math.floor(before.count / 8) !== eight) {
      const groups = grouped(heard.current, (j) => j.word);
      setSpoken([...groups].map(([word, js]) => `${words.names.judgement[word]} ${js.length}`).join(", "));
      heard.current = [];
    }
    heard.current.push(judgement);
  };
  return { spoken, hear };
}

/** The floor itself: camera, teacher, counts on canvases; React only around them. */
export function StageFloor(props: FloorProps): ReactElement {
  const { summary, section, rig, way, back } = props;
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const teacher = useRef<HTMLCanvasElement>(null);
  const counts = useRef<HTMLCanvasElement>(null);
  const combo = useRef<HTMLElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [count, setCount] = useState((summary.sections[section]?.from ?? 0) - 1);
  const [score, setScore] = useState<number | null>(null);
  const { spoken, hear } = useSpoken(words);
  const take = useTaking(props, stage);
  const events = useRef({ hear, ended: take.ended });
  events.current = { hear, ended: take.ended };

  // biome-ignore lint/correctness/useExhaustiveDependencies: one stage for one visit; words and way go in by verbs
  useEffect(() => {
    if (!canvas.current) return;
    const it = openStage({
      canvas: canvas.current,
      teacherCanvas: teacher.current,
      countsCanvas: counts.current,
      comboElement: combo.current,
      camera: rig.camera,
      source: rig.source,
      song: props.song,
      choreography: props.choreography,
      reference: props.reference,
      settings: { rate: way.rate, mirror: way.view === "filmed", teacher: "beside", latency: 0 },
      words: stageWords(words),
      on: {
        judgement: (judgement, soFar) => {
          setScore(soFar);
          events.current.hear(judgement);
        },
        count: setCount,
        ended: (ended) => events.current.ended(ended),
      },
    });
    setStage(it);
    return () => {
      setStage(null);
      it.close();
    };
  }, [rig.camera, rig.source, props.song, props.choreography, props.reference]);
  useEffect(() => stage?.setWords(stageWords(words)), [stage, words]);

  const title = words.stage.title(summary.title[words.language], sectionName(words, summary.sections, section));
  return (
    <main className="stage">
      <h1 className="vh">{title}</h1>
      <StageHead {...{ summary, section, count, back }} rate={way.rate} />
      <section className="st-cam" aria-label={words.stage.camera}>
        <canvas ref={canvas} role="img" aria-label={words.stage.camera} />
        {stage && <FloorSheets stage={stage} take={take} rig={rig} back={back} />}
      </section>
      <aside className="st-side">
        <div className="st-teach">
          <canvas ref={teacher} role="img" aria-label={words.stage.teacher} />
          <em>{words.stage.teacher}</em>
        </div>
        <p className="st-combo">
          <b className="num" ref={combo} />
          <span>{words.stage.combo}</span>
          <span className="st-score num">{score === null ? "" : words.n.score(score)}</span>
        </p>
      </aside>
      <footer className="st-bot">
        <canvas ref={counts} role="img" aria-label={words.stage.counts} />
      </footer>
      <p className="vh" aria-live="polite">
        {spoken}
      </p>
      {take.problem && (
        <p className="st-note" role="alert">
          {words.setup.openFailed} {problemSentence(words, take.problem)}
        </p>
      )}
    </main>
  );
}

type Taking = ReturnType<typeof useTaking>;

/** Opens a take with every start, and takes it to its result page when it has ended. */
function useTaking({ summary, section, way }: FloorProps, stage: Stage | null) {
  const [, navigate] = useLocation();
  const opened = useRef<Promise<OpenedTake> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [finishing, setFinishing] = useState(false);
  const danced = { summary, section, rate: way.rate, mirror: way.view === "filmed" };
  const start = () => {
    if (!stage) return;
    const { rate } = stage.view.get();
    const opening = openTake({ ...danced, rate });
    opened.current = opening;
    void opening.then((it) => setProblem(it.problem));
    stage.start();
  };
  return {
    problem,
    finishing,
    start,
    again: () => {
      stage?.giveUp();
      start();
    },
    ended: (ended: Parameters<typeof closeTake>[2]) => {
      setFinishing(true);
      const rate = stage?.view.get().rate ?? way.rate;
      void (async () => {
        const it = await (opened.current ?? openTake({ ...danced, rate }));
        await closeTake({ ...danced, rate }, it, ended);
        navigate(`/takes/${it.id}`);
      })();
    },
  };
}

interface FloorSheetsProps {
  readonly stage: Stage;
  readonly take: Taking;
  readonly rig: Rig;
  readonly back: string;
}

/** What lies over the camera picture between takes and in pauses. */
function FloorSheets({ stage, take, rig, back }: FloorSheetsProps): ReactElement {
  const { stage: say } = useWords();
  const view = useWatch(stage.view);
  const live = useWatch(rig.camera.view).state === "live";
  const [keys, setKeys] = useState(false);
  const [, navigate] = useLocation();
  const paused = view.state === "paused";
  useStageKeys(
    stage,
    { start: take.start, again: take.again, leave: () => navigate(back), help: () => setKeys(true) },
    keys || take.finishing,
  );
  const resting = view.state === "setup" || view.state === "given-up";
  return (
    <>
      {resting &&
        (live ? (
          <StandReady framing={view.framing} onStart={take.start} again={view.state === "given-up"} />
        ) : (
          <CameraTrouble camera={rig.camera} />
        ))}
      {(view.state === "dancing" || view.state === "count-in") && (
        <button type="button" className="st-corner" aria-label={say.pause} onClick={() => stage.pause()}>
          <Pause fill="currentColor" aria-hidden />
        </button>
      )}
      {resting && (
        <button type="button" className="st-corner keys" aria-label={say.keys} onClick={() => setKeys(true)}>
          <CircleHelp aria-hidden />
        </button>
      )}
      {(take.finishing || view.state === "ended") && <p className="st-done">{say.finishing}</p>}
      {paused && !keys && (
        <PauseSheet cause={view.pause} back={back} ready={live} onResume={() => stage.resume()} onAgain={take.again} />
      )}
      {keys && <KeySheet onClose={() => setKeys(false)} />}
    </>
  );
}
