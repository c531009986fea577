import { type ReactElement, useCallback, useEffect, useRef } from "react";
import type { Pose } from "#dance/pose/pose.ts";
import { readColours } from "../../stage/colours.ts";
import { drawSolid } from "../../stage/figure.ts";
import { fitPoses } from "../../stage/geometry.ts";
import { useSharpCanvas } from "../playhead.ts";

/** A small body, as filmed. Says nothing to a screen reader. */
export function PoseThumb({ pose }: { readonly pose: Pose }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const draw = useCallback(() => {
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    const { width, height } = pen.canvas;
    const { ink, surface } = readColours(pen.canvas);
    pen.clearRect(0, 0, width, height);
    drawSolid(pen, pose, fitPoses([pose], width, height, 1), { body: ink, edge: surface });
  }, [pose]);
  useSharpCanvas(canvas, draw);
  useEffect(draw, [draw]);
  return <canvas ref={canvas} />;
}
