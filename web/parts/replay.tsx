import { type ReactElement, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { countAtTime, countName, timeOfCount } from "#dance/music/tempo.ts";
import type { LimbGroup } from "#dance/pose/keypoints.ts";
import type { Drawing } from "#dance/practice/drawing.ts";
import { type Colours, readColours } from "../stage/colours.ts";
import { LAYOUTS, type Layout } from "../state/coach/view.ts";
import { useWords } from "../state/language.ts";
import { useTheme } from "../state/theme.ts";
import { Choice } from "./choice.tsx";
import { usePlayhead, useSharpCanvas } from "./playhead.ts";
import { KeyList, ReplayButtons } from "./replay-controls.tsx";
import { drawScene } from "./replay-draw.ts";
import { LagSaid, Said, saidText } from "./replay-said.tsx";
import { asDanced, judgementAt, type Scene, stepFrom, type Unit } from "./replay-scene.ts";
import { bringIntoView, Scrub, useMoves } from "./scrub.tsx";

/** Lets the page show a count in the replay, point a limb out, and show what was drawn on the dancer. */
export interface ReplayHandle {
  see(count: number, limb: LimbGroup | null, more?: SeeMore): void;
}

interface SeeMore {
  readonly drawing?: Drawing | null;
  /** Early or late as it was, not laid over the teacher. */
  readonly asDanced?: boolean;
}

interface ReplayProps {
  readonly scene: Scene;
  /** What the dancers are called: who danced this take, and the other, where there is one. */
  readonly own: string;
  readonly other?: string | undefined;
  readonly handle?: RefObject<ReplayHandle | null>;
}

/** The skeletons on song time: play slowly, scrub, step by frames and counts, side by side or one over the other. */
export function Replay({ scene: laid, own, other, handle }: ReplayProps): ReactElement {
  const words = useWords();
  const theme = useTheme();
  const { tempo } = laid;
  const [late, setLate] = useState(false);
  const scene = useMemo(() => (late ? asDanced(laid) : laid), [laid, late]);
  const [layout, setLayout] = useState<Layout>(() => (innerWidth < 900 ? "over" : "side"));
  const [limb, setLimb] = useState<LimbGroup | null>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const countAt = useCallback((time: number) => Math.floor(countAtTime(tempo, time) + 1e-6), [tempo]);
  const [count, setCount] = useState(countAt(scene.from));
  const canvas = useRef<HTMLCanvasElement>(null);
  const range = useRef<HTMLInputElement>(null);
  const colours = useRef<Colours | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the tokens are
  const show = useCallback(
    (time: number) => {
      const pen = canvas.current?.getContext("2d");
      if (!pen || !canvas.current || !range.current) return;
      colours.current ??= readColours(canvas.current);
      drawScene(pen, scene, time, { layout, limb, drawing, colours: colours.current });
      range.current.value = String(time);
      setCount(countAt(time));
    },
    [scene, layout, limb, drawing, countAt, theme],
  );
  const head = usePlayhead(scene, show);
  const redraw = useCallback(() => show(head.time.current), [show, head.time]);
  useSharpCanvas(canvas, redraw);
  useEffect(() => {
    colours.current = null;
    redraw();
  }, [redraw]);
  useEffect(() => {
    if (!handle) return;
    handle.current = {
      see(to, which, { drawing: drawn = null, asDanced: through = false } = {}) {
        head.setPlaying(false);
        setLimb(which);
        setDrawing(drawn);
        setLate(through);
        head.go(timeOfCount(tempo, to));
        bringIntoView(canvas.current);
        range.current?.focus({ preventScroll: true });
      },
    };
  });
  const step = useCallback((time: number, unit: Unit, way: 1 | -1) => stepFrom(scene, time, unit, way), [scene]);
  const { move, onKeyDown } = useMoves(head, scene, step);
  // While scrubbing each count renders anew what tells it; what stays the same is not rendered again.
  const layouts = useMemo(
    () => (
      <Choice
        label={words.replay.layout}
        value={layout}
        options={LAYOUTS.map((l) => [l, words.replay.layouts[l]] as const)}
        onChange={setLayout}
      />
    ),
    [words, layout],
  );
  const judgement = judgementAt(scene, timeOfCount(tempo, count));
  const name = countName(Math.max(0, count));
  // By what they are, for two of them may have the same name.
  const shown = scene.other && other ? ([["other", other]] as const) : [];
  const names = [["teacher", words.replay.teacher], ...shown, ["own", own]] as const;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what has a button of its own inside
    <section className="panel replay" onKeyDown={onKeyDown}>
      <div className="row between">
        <h2>
          {words.replay.title} <span className="num">{name}</span>
        </h2>
        {layouts}
      </div>
      <div className={layout === "side" ? "pair side" : "pair over"}>
        <canvas ref={canvas} role="img" aria-label={names.map(([, who]) => who).join(", ")} />
        <div className="who">
          {names.map(([role, who]) => (
            <em key={role} className={role}>
              {who}
            </em>
          ))}
        </div>
      </div>
      {layout === "onion" && <p className="note">{words.replay.skins}</p>}
      <LagSaid lag={laid.own.lag} late={late} onLate={setLate} />
      <Said judgement={judgement} limb={limb} late={late} onClear={() => setLimb(null)} />
      <Scrub range={range} scene={scene} says={`${name} ${saidText(words, judgement, limb, late)}`} onGo={head.go} />
      <ReplayButtons playing={head.playing} rate={head.rate} onMove={move} />
      <KeyList />
    </section>
  );
}
