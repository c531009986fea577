import { type ReactElement, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { countAtTime, countName, timeOfCount } from "#dance/music/tempo.ts";
import type { CrewSync } from "#dance/practice/sync.ts";
import { type Colours, readColours } from "../../stage/colours.ts";
import { SYNC_WORDS } from "../../state/coach/sync.ts";
import { useWords } from "../../state/language.ts";
import { useTheme } from "../../state/theme.ts";
import { Choice } from "../choice.tsx";
import { usePlayhead, useSharpCanvas } from "../playhead.ts";
import { ReplayButtons } from "../replay-controls.tsx";
import type { Unit } from "../replay-scene.ts";
import { bringIntoView, Scrub, useMoves } from "../scrub.tsx";
import { drawFormation, FORMATIONS, type Formation, type FormationScene, orderOf } from "./formation-draw.ts";

/** Lets the page show a count. */
export interface FormationHandle {
  see(count: number): void;
}

interface FormationProps {
  readonly scene: FormationScene;
  readonly sync: CrewSync;
  readonly names: readonly string[];
  readonly handle: RefObject<FormationHandle | null>;
}

const STEPS = { frame: 1 / 30, count: 1, eight: 8 } as const;

/** All skeletons on song time, in formation; whoever is off on the count is thick and coloured. */
export function FormationView({ scene, sync, names, handle }: FormationProps): ReactElement {
  const words = useWords();
  const { sync: say } = words;
  const theme = useTheme();
  const { tempo } = scene;
  const [layout, setLayout] = useState<Formation>(scene.stood ? "stood" : "formation");
  const canvas = useRef<HTMLCanvasElement>(null);
  const range = useRef<HTMLInputElement>(null);
  const colours = useRef<Colours | null>(null);
  const first = Math.round(countAtTime(tempo, scene.from));
  const [count, setCount] = useState(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the tokens are
  const show = useCallback(
    (time: number) => {
      const pen = canvas.current?.getContext("2d");
      if (!pen || !canvas.current || !range.current) return;
      colours.current ??= readColours(canvas.current);
      const { miss, great } = colours.current;
      const now = Math.floor(countAtTime(tempo, time) + 1e-6);
      const off = sync.members.map(({ offsets }) => {
        const offset = offsets[now - first];
        return offset == null || Math.abs(offset) < SYNC_WORDS.off ? null : offset > 0 ? miss : great;
      });
      drawFormation(pen, scene, time, { layout, colours: colours.current, off });
      range.current.value = String(time);
      setCount(now);
    },
    [scene, sync, layout, first, tempo, theme],
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
        bringIntoView(canvas.current);
      },
    };
  });
  const step = useCallback(
    (time: number, unit: Unit, way: 1 | -1) => time + STEPS[unit] * (unit === "frame" ? 1 : 60 / tempo.bpm) * way,
    [tempo],
  );
  const { move, onKeyDown } = useMoves(head, scene, step);
  const name = countName(Math.max(0, count));
  const order = useMemo(() => orderOf(scene, layout).map((i) => names[i] ?? ""), [scene, layout, names]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for what has a button of its own inside
    <section className="panel replay formation" onKeyDown={onKeyDown}>
      <div className="row between">
        <h2>
          {say.formation} <span className="num">{name}</span>
        </h2>
        <Choice
          label={say.layout}
          value={layout}
          options={FORMATIONS.filter((it) => it !== "stood" || scene.stood).map((it) => [it, say.laid[it]] as const)}
          onChange={setLayout}
        />
      </div>
      <div className="pair over">
        <canvas ref={canvas} role="img" aria-label={say.dancers(names.join(", "))} />
      </div>
      {layout !== "over" && (
        <p className="formation-names">
          {order.map((who) => (
            <span key={who}>{who}</span>
          ))}
        </p>
      )}
      <p className="note">{say.offNow}</p>
      <Scrub range={range} scene={scene} says={name} onGo={head.go} />
      <ReplayButtons playing={head.playing} rate={head.rate} onMove={move} />
    </section>
  );
}
