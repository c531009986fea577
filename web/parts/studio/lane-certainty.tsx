import { type PointerEvent, type ReactElement, useCallback, useEffect, useMemo, useRef } from "react";
import { certaintyAlong, UNSURE } from "#dance/choreo/certainty.ts";
import { isUnscored } from "#dance/choreo/edit/unscored.ts";
import { readColours } from "../../stage/colours.ts";
import { useWords } from "../../state/language.ts";
import { useSharpCanvas } from "../playhead.ts";
import { useDesk } from "./editor-context.ts";
import { Lane } from "./lane.tsx";

/** Bars over the whole routine. */
const BARS = 96;
/** Hatched lines are so far apart, in pixels of the canvas. */
const HATCH = 8;

/** How sure the poses are over the whole routine; unsure stretches are hatched, what is not scored is low. */
export function CertaintyLane(): ReactElement {
  const { editor, draft, view, position, tempo } = useDesk();
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const bars = useMemo(
    () => certaintyAlong(position.track, tempo, draft.counts, BARS),
    [position.track, tempo, draft.counts],
  );
  const draw = useCallback(() => {
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    const { width, height } = pen.canvas;
    const colours = readColours(pen.canvas);
    pen.clearRect(0, 0, width, height);
    const step = width / BARS;
    for (const [i, sure] of bars.entries()) {
      const out = isUnscored(position.unscored, Math.floor(((i + 0.5) / BARS) * draft.counts));
      const tall = Math.max(3, (out ? 0.06 : sure) * height);
      const box = [i * step, height - tall, Math.max(1, step - 2), tall] as const;
      pen.fillStyle = out ? colours["line-strong"] : sure < UNSURE ? colours.ok : colours["ink-2"];
      if (out || sure >= UNSURE) {
        pen.fillRect(...box);
        continue;
      }
      pen.save();
      pen.beginPath();
      pen.rect(...box);
      pen.clip();
      pen.fillStyle = colours["ok-bg"];
      pen.fillRect(...box);
      hatch(pen, box, colours.ok);
      pen.restore();
    }
    pen.fillStyle = colours.tape;
    pen.fillRect(Math.min(width - 3, (view.count / Math.max(1, draft.counts)) * width), 0, 3, height);
  }, [bars, position.unscored, draft.counts, view.count]);
  useSharpCanvas(canvas, draw);
  useEffect(draw, [draw]);
  const choose = (e: PointerEvent<HTMLCanvasElement>) => {
    const { left, width } = e.currentTarget.getBoundingClientRect();
    editor.choose(Math.floor(((e.clientX - left) / width) * draft.counts));
  };
  const low = bars.filter((sure) => sure < UNSURE).length / BARS;
  return (
    <Lane name={words.editor.certainty}>
      <canvas
        ref={canvas}
        className="conf"
        role="img"
        aria-label={words.editor.certaintySay(words.n.percent(low))}
        onPointerDown={choose}
      />
    </Lane>
  );
}

function hatch(
  pen: CanvasRenderingContext2D,
  [x, y, w, h]: readonly [number, number, number, number],
  colour: string,
): void {
  pen.strokeStyle = colour;
  pen.lineWidth = HATCH / 2;
  pen.beginPath();
  for (let at = -((x + y) % HATCH) - h; at < w; at += HATCH) {
    pen.moveTo(x + at, y + h);
    pen.lineTo(x + at + h, y);
  }
  pen.stroke();
}
