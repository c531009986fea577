import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { countAtTime, timeOfCount } from "#dance/music/tempo.ts";
import type { Track } from "#dance/pose/pose.ts";
import type { Drawing } from "#dance/practice/drawing.ts";
import { secondsOf } from "#dance/practice/span.ts";
import { type Colours, readColours } from "../../stage/colours.ts";
import { useNotes } from "../../state/coach/notes.ts";
import { type ReviewView, reviewAddress, viewOf } from "../../state/coach/view.ts";
import { useDancer } from "../../state/dancer.ts";
import { useOther } from "../../state/others.ts";
import type { TakePage } from "../../state/take-page.ts";
import { usePlayhead, useSharpCanvas } from "../playhead.ts";
import { type Scene, sceneOf, withOther } from "../replay-scene.ts";
import { nudged } from "./measures.ts";
import { drawReview } from "./review-draw.ts";

/** While playing, what is measured is told so often (ms); standing still, at once. */
const TOLD_MS = 250;
/** The address follows the view after so long (ms). */
const ADDRESS_MS = 300;
const NONE: Drawing = [];

interface DeskAsk {
  /** The take, its result in the dancer's own left and right. */
  readonly page: TakePage;
  readonly choreography: Choreography;
  readonly frames: Track;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly range: RefObject<HTMLInputElement | null>;
}

/** A review under way: its view, kept in the address, and the song time that everybody moves on. */
export function useDesk({ page, choreography, frames, canvas, range }: DeskAsk) {
  const { tempo } = choreography;
  const [view, setView] = useState<ReviewView>(() => viewOf(location.search, "side"));
  const [drawing, setDrawing] = useState<Drawing>(NONE);
  const [pen, setPen] = useState(false);
  const me = useDancer().data;
  const listed = useNotes(page.id, Boolean(me) && page.phase === "judged", view.note);
  const open = listed.notes.find(({ id }) => id === view.note);
  const strokes = open ? (open.drawing ?? NONE) : drawing;
  const { other, failed } = useOther(view.beside);
  const scene = useScene({ page, choreography, frames }, other, view);
  const [shown, setShown] = useState(() => clampTo(scene, view.at ?? scene.from));
  const { layout, limb } = view;
  const colours = useRef<Colours | null>(null);
  const told = useRef({ at: 0, playing: false });
  const show = useCallback(
    (time: number) => {
      const brush = canvas.current?.getContext("2d");
      if (!brush || !canvas.current) return;
      colours.current ??= readColours(canvas.current);
      drawReview(brush, scene, time, { layout, limb, drawing: strokes, colours: colours.current });
      if (range.current) range.current.value = String(time);
      const now = performance.now();
      if (told.current.playing && now - told.current.at < TOLD_MS) return;
      told.current.at = now;
      setShown(time);
    },
    [scene, layout, limb, strokes, canvas, range],
  );
  const loop = useMemo(() => view.loop && secondsOf(view.loop, tempo), [view.loop, tempo]);
  const head = usePlayhead(scene, show, { first: clampTo(scene, view.at ?? scene.from), rate: view.rate, loop });
  told.current.playing = head.playing;
  const redraw = useCallback(() => show(head.time.current), [show, head.time]);
  useSharpCanvas(canvas, redraw);
  // biome-ignore lint/correctness/useExhaustiveDependencies: standing still tells what is seen at once
  useEffect(redraw, [redraw, head.playing]);
  useAddress(page.id, view, shown, head.playing);
  const change = useCallback((patch: Partial<ReviewView>) => setView((before) => ({ ...before, ...patch })), []);
  /** Stands still and tells the count, in quarters, at which it does. */
  const { setPlaying, time, go } = head;
  const freeze = useCallback(() => {
    setPlaying(false);
    return Math.round(countAtTime(tempo, time.current) * 4) / 4;
  }, [setPlaying, tempo, time]);
  const see = useCallback((count: number) => go(timeOfCount(tempo, count)), [go, tempo]);
  return {
    view,
    change,
    listed,
    scene,
    head,
    shown,
    freeze,
    see,
    drawing,
    setDrawing,
    pen,
    setPen,
    otherFailed: failed,
  };
}
export type DeskState = ReturnType<typeof useDesk>;

const clampTo = ({ from, to }: Scene, time: number): number => Math.min(to, Math.max(from, time));

type Other = ReturnType<typeof useOther>["other"];

/** Everybody on song time, nudged by hand. */
function useScene(ask: Pick<DeskAsk, "page" | "choreography" | "frames">, other: Other, view: ReviewView): Scene {
  const { page, choreography, frames } = ask;
  const { section, mirror, result } = page;
  const { nudge, besideNudge } = view;
  const alone = useMemo(
    () => sceneOf(choreography, section, { frames, mirror, result }),
    [choreography, frames, section, mirror, result],
  );
  const both = useMemo(() => {
    if (!other) return alone;
    return withOther(alone, { frames: other.frames, mirror: other.take.mirror, result: other.result }, mirror);
  }, [alone, other, mirror]);
  return useMemo(
    () => ({ ...both, own: nudged(both.own, nudge), other: both.other && nudged(both.other, besideNudge) }),
    [both, nudge, besideNudge],
  );
}

/** Keeps the address at what is seen, so that a copied link leads here. */
function useAddress(takeId: string, view: ReviewView, shown: number, playing: boolean): void {
  useEffect(() => {
    if (playing) return;
    const timer = setTimeout(() => {
      history.replaceState(history.state, "", reviewAddress(takeId, { ...view, at: shown }));
    }, ADDRESS_MS);
    return () => clearTimeout(timer);
  }, [takeId, view, shown, playing]);
}
