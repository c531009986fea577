import { type ReactElement, useEffect, useRef } from "react";
import { poseAt } from "#dance/choreo/capture.ts";
import { countAtTime } from "#dance/music/tempo.ts";
import { drawBones } from "../../stage/bones.ts";
import { readColours } from "../../stage/colours.ts";
import { boundsOf, fitBounds } from "../../stage/geometry.ts";
import { useWords } from "../../state/language.ts";
import { useSharpCanvas } from "../playhead.ts";
import { useDesk } from "./editor-context.ts";

const nothing = (): void => undefined;
/** Poses looked at for how much room the dance takes. */
const LOOKS = 60;

/** The body in motion while the song plays; the chosen count follows it. */
export function MovingPose(): ReactElement {
  const { editor, position, preview, tempo } = useDesk();
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  useSharpCanvas(canvas, nothing);
  useEffect(() => {
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    const { track } = position;
    const some = Array.from({ length: LOOKS }, (_, i) => track[Math.floor((i * track.length) / LOOKS)]?.pose);
    const bounds = boundsOf(some.filter((pose) => pose !== undefined));
    const { ink, raise } = readColours(pen.canvas);
    let frame = requestAnimationFrame(function next() {
      const { width, height } = pen.canvas;
      const time = preview.time();
      pen.clearRect(0, 0, width, height);
      drawBones(pen, poseAt(track, time), fitBounds(bounds, width, height, 1, 0.08), {
        line: ink,
        edge: raise,
        width: height / 80,
      });
      const count = Math.floor(countAtTime(tempo, time));
      if (count >= 0 && count !== Math.floor(editor.view.get().count)) editor.choose(count);
      frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, position, preview, tempo]);
  return <canvas ref={canvas} role="img" aria-label={words.editor.preview} />;
}
