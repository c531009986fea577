import { Pause, Play } from "lucide-react";
import { type ReactElement, useEffect, useRef, useState } from "react";
import type { DancedIn } from "#dance/choreo/danced-in.ts";
import { countAtTime, countName, timeOfCount } from "#dance/music/tempo.ts";
import { POSE_SIZE } from "#dance/pose/pose.ts";
import type { Song } from "../../song/index.ts";
import { drawBones } from "../../stage/bones.ts";
import { readColours } from "../../stage/colours.ts";
import { fitPoses } from "../../stage/geometry.ts";
import { Surface } from "../../stage/surface.ts";
import { useWords } from "../../state/language.ts";
import { poseAt } from "../replay-draw.ts";

interface FigureProps {
  readonly danced: DancedIn;
  readonly song: Song | null;
  /** Eight-counts that stay, `to` excluded. */
  readonly from: number;
  readonly to: number;
}

/** Seconds between two poses by which the size of the figure is found. */
const EVERY = 15;

/** Draws the dancer at the song's time, once a frame; tells the count. Returns how to stop. */
function show(
  canvas: HTMLCanvasElement,
  danced: DancedIn,
  time: () => number,
  tell: (count: number) => void,
): () => void {
  const surface = new Surface(canvas);
  const colours = readColours(canvas);
  const some = danced.track.filter((_, i) => i % EVERY === 0).map(({ pose }) => pose);
  const into = new Float32Array(POSE_SIZE);
  let frame = 0;
  const draw = () => {
    frame = requestAnimationFrame(draw);
    const { pen, width, height } = surface;
    const at = time();
    const place = fitPoses(some, width, height, -1, 0.06);
    pen.clearRect(0, 0, width, height);
    const pose = poseAt(danced.track, at, into);
    if (pose) drawBones(pen, pose, place, { line: colours.ink, edge: colours.raise, width: Math.max(3, height / 90) });
    tell(Math.max(0, Math.floor(countAtTime(danced.tempo, at) + 1e-6)));
  };
  draw();
  return () => {
    cancelAnimationFrame(frame);
    surface.close();
  };
}

/** The dancer as a figure, played to what it was danced to; the eight-counts that stay, from their first count. */
export function DanceInFigure({ danced, song, from, to }: FigureProps): ReactElement {
  const { danceIn: say } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const count = useRef<HTMLElement>(null);
  const [playing, setPlaying] = useState(false);
  const [first, end] = [timeOfCount(danced.tempo, from * 8), timeOfCount(danced.tempo, to * 8)];
  const span = useRef({ first, end, playing });
  span.current = { first, end, playing };
  useEffect(() => {
    if (!canvas.current) return;
    const time = () => {
      const { first, end, playing } = span.current;
      if (!song || !playing) return first;
      if (song.time() < end && !song.ended) return Math.max(first, song.time());
      song.pause();
      setPlaying(false);
      return end;
    };
    return show(canvas.current, danced, time, (at) => {
      if (count.current) count.current.textContent = countName(at);
    });
  }, [danced, song]);
  useEffect(() => () => song?.pause(), [song]);
  const play = () => {
    if (playing) song?.pause();
    else void song?.play(first).catch(() => setPlaying(false));
    setPlaying(!playing);
  };
  return (
    <div className="di-figure">
      <canvas ref={canvas} role="img" aria-label={say.figure} />
      <b className="num" ref={count} aria-hidden="true" />
      <button type="button" className="btn big" disabled={!song} onClick={play}>
        {playing ? <Pause fill="currentColor" aria-hidden /> : <Play fill="currentColor" aria-hidden />}
        {playing ? say.stopPlay : say.play}
      </button>
    </div>
  );
}
