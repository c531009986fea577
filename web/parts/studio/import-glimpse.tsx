import { type ReactElement, useEffect, useRef } from "react";
import { drawBones } from "../../stage/bones.ts";
import { readColours } from "../../stage/colours.ts";
import type { ImportRun } from "../../state/import-run.ts";
import { useWords } from "../../state/language.ts";

/** What is being judged, now and then, with the bodies found in it. Nothing of it goes through React. */
export function ImportGlimpse({ run }: { readonly run: ImportRun }): ReactElement {
  const { bring } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current?.getContext("2d");
    if (!pen) return;
    const colours = readColours(pen.canvas);
    const draw = () => {
      const glimpse = run.eyes.glimpse.get();
      if (!glimpse) return;
      const { width, height } = glimpse.picture;
      Object.assign(pen.canvas, { width, height });
      pen.drawImage(glimpse.picture, 0, 0);
      const place = { x0: 0, y0: 0, size: height, flip: 1 } as const;
      const style = { line: colours.tape, edge: colours["on-tape"], width: Math.max(2, height / 90) };
      for (const pose of glimpse.poses) drawBones(pen, pose, place, style);
    };
    draw();
    return run.eyes.glimpse.subscribe(draw);
  }, [run]);
  return <canvas ref={canvas} className="import-glimpse" width={16} height={9} role="img" aria-label={bring.still} />;
}
