import { expect, test } from "vitest";
import type { TakeResult } from "#dance/scoring/result.ts";
import { drawReview } from "../../../web/parts/coach/review-draw.ts";
import { drawScene } from "../../../web/parts/replay-draw.ts";
import { sceneOf } from "../../../web/parts/replay-scene.ts";
import { DARK } from "../../../web/stage/colours.ts";
import { LAYOUTS, type Layout } from "../../../web/state/coach/view.ts";
import { jacks, jackTime } from "../../fixtures/jacks.ts";

const choreography = jacks(32);
const result = { lag: 0, judgements: [] } as unknown as TakeResult;
const scene = sceneOf(choreography, -1, { frames: choreography.track, mirror: false, result });

/** A pen that writes down its strokes: in which colour, dashed or not. */
function recorder() {
  const strokes: string[] = [];
  let dashed = false;
  const pen = new Proxy({ canvas: { width: 800, height: 600, clientWidth: 800 } } as Record<string, unknown>, {
    get(it, name: string) {
      if (name === "stroke") return () => strokes.push(`${it.strokeStyle}${dashed ? " dashed" : ""}`);
      if (name === "setLineDash") return (dash: readonly number[]) => (dashed = dash.length > 0);
      return name in it ? it[name] : () => {};
    },
  });
  return { pen: pen as unknown as CanvasRenderingContext2D, strokes };
}

/** Strokes of an onion skin at half a count and at a count, before and (dashed) after. */
const skins = (strokes: readonly string[]) =>
  [DARK["ink-2"], `${DARK["ink-2"]} dashed`, DARK.unseen, `${DARK.unseen} dashed`].map(
    (stroke) => strokes.filter((it) => it === stroke).length > 0,
  );

const DRAWN = {
  "of the result": (pen: CanvasRenderingContext2D, layout: Layout) =>
    drawScene(pen, scene, jackTime(6.5), { layout, colours: DARK, limb: null }),
  "of the review": (pen: CanvasRenderingContext2D, layout: Layout) =>
    drawReview(pen, scene, jackTime(6.5), { layout, colours: DARK, limb: null, drawing: [] }),
};

test.each(Object.keys(DRAWN) as (keyof typeof DRAWN)[])(
  "the replay %s shows what was before and comes after as an onion skin, and in no other layout",
  (where) => {
    const told = LAYOUTS.map((layout) => {
      const { pen, strokes } = recorder();
      DRAWN[where](pen, layout);
      return [layout, skins(strokes)];
    });
    const none = [false, false, false, false];
    expect(Object.fromEntries(told)).toEqual({ side: none, over: none, onion: [true, true, true, true] });
  },
);
