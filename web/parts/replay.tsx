import { Pause, Play, StepBack, StepForward } from "lucide-react";
import { type ReactElement, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { countAtTime, countName, type Tempo, timeOfCount } from "#dance/music/tempo.ts";
import type { Judgement } from "#dance/scoring/result.ts";
import { type Colours, readColours } from "../stage/colours.ts";
import { useWords } from "../state/language.ts";
import { useTheme } from "../state/theme.ts";
import { faultWords } from "../words/insight.ts";
import { Choice } from "./choice.tsx";
import { Glyph } from "./marks.tsx";
import { usePlayhead, useSharpCanvas } from "./playhead.ts";
import { drawScene, judgementAt, LAYOUTS, type Layout, type Scene } from "./replay-scene.ts";

const SPEEDS = ["0.25", "0.5", "1"] as const;
/** One step: a frame at 30 frames a second. */
const FRAME = 1 / 30;

/** Lets the page show a count in the replay. */
export interface ReplayHandle {
  see(count: number): void;
}

interface ReplayProps {
  readonly scene: Scene;
  readonly tempo: Tempo;
  readonly handle: RefObject<ReplayHandle | null>;
}

/** Both skeletons on song time: play slowly, scrub, step by frames, side by side or one over the other. */
export function Replay({ scene, tempo, handle }: ReplayProps): ReactElement {
  const words = useWords();
  const theme = useTheme();
  const [layout, setLayout] = useState<Layout>(() => (innerWidth < 900 ? "over" : "side"));
  const [count, setCount] = useState(Math.floor(countAtTime(tempo, scene.from) + 1e-6));
  const canvas = useRef<HTMLCanvasElement>(null);
  const range = useRef<HTMLInputElement>(null);
  const colours = useRef<Colours | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the tokens are
  const show = useCallback(
    (time: number) => {
      const pen = canvas.current?.getContext("2d");
      if (!pen || !canvas.current || !range.current) return;
      colours.current ??= readColours(canvas.current);
      drawScene(pen, scene, time, layout, colours.current);
      const name = countName(Math.max(0, countAtTime(tempo, time)));
      range.current.value = String(time);
      range.current.setAttribute("aria-valuetext", name);
      setCount(Math.floor(countAtTime(tempo, time) + 1e-6));
    },
    [scene, layout, tempo, theme],
  );
  const head = usePlayhead(scene, show);
  const redraw = useCallback(() => show(head.time.current), [show, head.time]);
  useSharpCanvas(canvas, redraw);
  useEffect(() => {
    colours.current = null;
    redraw();
  }, [redraw]);
  useEffect(() => {
    handle.current = {
      see(to) {
        head.setPlaying(false);
        head.go(timeOfCount(tempo, to));
        canvas.current?.scrollIntoView({ block: "center", behavior: "smooth" });
      },
    };
  });
  const step = (frames: number) => {
    head.setPlaying(false);
    head.go(head.time.current + frames * FRAME);
  };
  return (
    <section className="panel replay">
      <div className="row between">
        <h2>
          {words.replay.title} <span className="num">{countName(Math.max(0, count))}</span>
        </h2>
        <Choice
          label={words.replay.layout}
          value={layout}
          options={LAYOUTS.map((l) => [l, words.replay[l]] as const)}
          onChange={setLayout}
        />
      </div>
      <div className={`pair ${layout}`}>
        <canvas ref={canvas} role="img" aria-label={`${words.replay.teacher}, ${words.replay.you}`} />
        <em>{words.replay.teacher}</em>
        <em>{words.replay.you}</em>
      </div>
      <Said judgement={judgementAt(scene, timeOfCount(tempo, count))} />
      <input
        ref={range}
        className="scrub"
        type="range"
        aria-label={words.replay.position}
        min={scene.from}
        max={scene.to}
        step={FRAME}
        defaultValue={scene.from}
        onInput={(e) => head.go(Number(e.currentTarget.value))}
      />
      <div className="row between">
        <div className="row">
          <button type="button" className="btn go" onClick={() => head.setPlaying(!head.playing)}>
            {head.playing ? <Pause fill="currentColor" aria-hidden /> : <Play fill="currentColor" aria-hidden />}
            {head.playing ? words.replay.pause : words.replay.play}
          </button>
          <button type="button" className="btn" aria-label={words.replay.back} onClick={() => step(-1)}>
            <StepBack aria-hidden />
          </button>
          <button type="button" className="btn" aria-label={words.replay.forward} onClick={() => step(1)}>
            <StepForward aria-hidden />
          </button>
        </div>
        <Choice
          label={words.replay.speed}
          value={String(head.rate)}
          options={SPEEDS.map((s) => [s, words.n.speed(Number(s))] as const)}
          onChange={(s) => head.setRate(Number(s))}
        />
      </div>
    </section>
  );
}

/** What was judged on the count shown, in words. */
function Said({ judgement }: { readonly judgement: Judgement | null }): ReactElement {
  const words = useWords();
  if (!judgement) return <p className="said soft"> </p>;
  const { word, faults } = judgement;
  const off = faults.slice(0, 2).map((fault) => faultWords(words, fault));
  const clean = word === "unseen" ? words.replay.unseen : words.replay.clean;
  return (
    <p className={`said ${word}`}>
      <Glyph word={word} />
      <b>{words.names.judgement[word]}</b>
      <span>{off.length > 0 ? off.join(" · ") : clean}</span>
    </p>
  );
}
