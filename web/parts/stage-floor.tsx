import { type ReactElement, useEffect, useRef, useState } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { shownWord } from "#dance/practice/scale.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import type { Summary } from "../api.ts";
import { hasVoice, speakCount } from "../song/voice.ts";
import { openStage, type Stage, type StageSong } from "../stage/index.ts";
import { sectionName, type Way } from "../state/addresses.ts";
import type { Ghosting } from "../state/ghost.ts";
import { useWords } from "../state/language.ts";
import { keptUnder } from "../state/own-song.ts";
import type { Rig } from "../state/rig.ts";
import { switches, useSwitches } from "../state/switches.ts";
import { useTeacherVideo } from "../state/teacher-video.ts";
import { ClapOffer, ClapSheet, useIsClapping } from "./stage-clap-offer.tsx";
import { GhostNote, GhostScore } from "./stage-ghost.tsx";
import { StageHead } from "./stage-head.tsx";
import { FloorNotes, useHeldSpeed } from "./stage-notes.tsx";
import { FloorSheets } from "./stage-over.tsx";
import { type Looping, useLoopTaking, usePractising } from "./stage-practice.ts";
import { useDelayed, useStageVideo, useSwitched } from "./stage-switched.ts";
import { useTaking } from "./stage-take.ts";
import { CountCaption, useSpokenPlace } from "./stage-voice.tsx";
import { stageWords, useBeside, useRate, useSpoken } from "./stage-words.ts";

interface FloorProps {
  readonly summary: Summary;
  readonly choreography: Choreography;
  readonly section: number;
  readonly reference: Reference;
  readonly rig: Rig;
  readonly song: StageSong;
  /** A span danced over and over; null for a take. */
  readonly looping: Looping | null;
  readonly way: Way;
  readonly ghost: Ghosting;
  readonly back: string;
}

/** The floor itself: camera, teacher, counts on canvases; React only around them. */
export function StageFloor(props: FloorProps): ReactElement {
  const { summary, section, rig, way, back, looping, ghost } = props;
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const teacher = useRef<HTMLCanvasElement>(null);
  const counts = useRef<HTMLCanvasElement>(null);
  const combo = useRef<HTMLElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [count, setCount] = useState((summary.sections[section]?.from ?? 0) - 1);
  const [score, setScore] = useState<number | null>(null);
  const [ghostScore, setGhostScore] = useState<number | null>(null);
  const rate = useRate(stage) ?? way.rate;
  const beside = useBeside(stage);
  const { spoken, hear } = useSpoken(words);
  const take = useTaking(props, stage);
  useSwitched(stage);
  useDelayed(stage);
  const kept = useTeacherVideo(keptUnder(summary), props.choreography.recording);
  useStageVideo(stage, kept);
  const isClapping = useIsClapping();
  useSpokenPlace(stage, isClapping);
  const { counting, scale } = useSwitches();
  const { held, hold } = useHeldSpeed();
  const loop = useLoopTaking(looping, stage, props);
  const practising = usePractising(looping?.practice ?? null);
  const tell = (at: number) => {
    setCount(at);
    if (counting && hasVoice(words.language)) speakCount(at, words.language);
  };
  const events = useRef({ hear, count: tell, ended: take.ended, passed: loop.passed });
  events.current = { hear, count: tell, ended: take.ended, passed: loop.passed };

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
      settings: { rate: way.rate, mirror: way.view === "filmed", seated: false, teacher: "beside", latency: 0 },
      words: stageWords(words),
      on: {
        judgement: (judgement, soFar) => {
          setScore(soFar);
          events.current.hear({ ...judgement, word: shownWord(judgement, switches.get().scale) });
        },
        count: (at) => events.current.count(at),
        ghost: setGhostScore,
        speedHeld: () => hold(it.view.get().rate),
        ended: (ended) => events.current.ended(ended),
      },
      ...(looping && { again: (pass) => events.current.passed(pass) }),
    });
    setStage(it);
    return () => {
      setStage(null);
      it.close();
    };
  }, [rig.camera, rig.source, props.song, props.choreography, props.reference]);
  useEffect(() => stage?.setWords(stageWords(words)), [stage, words]);

  useEffect(() => stage?.setGhost(ghost.take), [stage, ghost.take]);

  const title = words.stage.title(summary.title[words.language], sectionName(words, summary.sections, section));
  return (
    <main className="stage">
      <h1 className="vh">{title}</h1>
      <StageHead {...{ summary, section, count, back, rate }} span={practising?.ladder.span} />
      <section className="st-cam" aria-label={words.stage.camera}>
        <canvas ref={canvas} role="img" aria-label={words.stage.camera} />
        {stage && isClapping && <ClapSheet {...{ rig, stage }} />}
        {stage && !isClapping && (
          <>
            <GhostNote {...{ stage, ghost }} />
            <FloorSheets {...{ stage, rig, kept, back, practising }} take={looping ? null : take} loop={loop} />
            <CountCaption {...{ stage, count }} />
          </>
        )}
      </section>
      <aside className="st-side">
        <div className={beside ? "st-teach" : "st-teach away"}>
          <canvas ref={teacher} role="img" aria-label={words.stage.teacher} />
          <em>{words.stage.teacher}</em>
        </div>
        {stage && !isClapping && <ClapOffer stage={stage} />}
        <p className="st-combo">
          <b className="num" ref={combo} />
          <span>{words.stage.combo}</span>
          <span className="st-score num">{score === null ? "" : words.n.score(score)}</span>
          {scale === "practice" && <em className="st-scale">{words.practice.scaleOn}</em>}
          <GhostScore ghost={ghost} score={ghostScore} />
        </p>
      </aside>
      <footer className="st-bot">
        <canvas ref={counts} role="img" aria-label={words.stage.counts} />
      </footer>
      <p className="vh" aria-live="polite">
        {spoken}
      </p>
      <FloorNotes problem={take.problem} held={held} />
    </main>
  );
}
