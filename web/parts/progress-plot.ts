import type uPlot from "uplot";
import type { ProgressPoint } from "#dance/practice/progress.ts";
import { dayOf } from "#dance/practice/week.ts";
import { FULL_SCORE } from "#dance/scoring/result.ts";
import type { Numbers } from "../words/numbers.ts";
import "uplot/dist/uPlot.min.css";

/** CSS pixels from one label under the line to the next, so that the longest day's name has room. */
const LABEL = 88;
/** Width of the labels at the line's left. */
const LEFT = 44;
/** Half the width of a personal best's mark, in CSS pixels. */
const MARK = 7;

const scoreOf = ({ take }: ProgressPoint): number => ((take.score ?? 0) / FULL_SCORE) * 100;

/** The takes with which a day begins. */
function daysOf(line: readonly ProgressPoint[]): number[] {
  const zone = -new Date().getTimezoneOffset();
  const day = (i: number) => dayOf(line[i]?.take.atMs ?? 0, zone);
  return line.flatMap((_, i) => (i === 0 || day(i) !== day(i - 1) ? i : []));
}

/** As many of them as find room, from the last back: today's is the one that is looked for. */
export function spaced(places: readonly number[], pixelsEach: number): number[] {
  const kept: number[] = [];
  for (const at of places.toReversed())
    if (kept[0] === undefined || (kept[0] - at) * pixelsEach >= LABEL) kept.unshift(at);
  return kept;
}

/** The colours of the page as it looks now. */
function colours(place: HTMLElement) {
  const style = getComputedStyle(place);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of("ink"),
    soft: of("ink-2"),
    faint: of("line-strong"),
    line: of("line"),
    tape: of("tape-ink"),
    font: style.fontFamily,
    ground: of("surface"),
  };
}

function options(place: HTMLElement, line: readonly ProgressPoint[], n: Numbers): Omit<uPlot.Options, "width"> {
  const colour = colours(place);
  const days = daysOf(line);
  const axis = { stroke: colour.soft, font: `450 15px ${colour.font}`, ticks: { show: false } };
  const dots = (size: number, fill: string) => ({ show: true, size, fill, stroke: colour.soft, width: 2 });
  return {
    height: 240,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: { x: { time: false, range: [-0.5, Math.max(7.5, line.length - 0.5)] }, y: { range: [0, 100] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        splits: (plot, _, from, to) => spaced(days, (plot.width - LEFT) / (to - from)),
        values: (_, at) => at.map((i) => n.day(line[i]?.take.atMs ?? 0)),
      },
      { ...axis, size: LEFT, grid: { stroke: colour.line, width: 1 }, splits: () => [0, 25, 50, 75, 100] },
    ],
    series: [
      {},
      { stroke: colour.soft, width: 2, spanGaps: true, points: dots(9, colour.soft) },
      { stroke: colour.faint, paths: () => null, points: dots(9, colour.ground) },
    ],
    hooks: { draw: [(plot) => drawBests(plot, line, colour.tape)] },
  };
}

/** Personal bests: a diamond of tape over their point. */
function drawBests(plot: uPlot, line: readonly ProgressPoint[], colour: string): void {
  const r = MARK * devicePixelRatio;
  plot.ctx.fillStyle = colour;
  for (const [i, point] of line.entries()) {
    if (point.mark !== "best") continue;
    const [x, y] = [plot.valToPos(i, "x", true), plot.valToPos(scoreOf(point), "y", true)];
    plot.ctx.beginPath();
    plot.ctx.moveTo(x, y - r);
    plot.ctx.lineTo(x + r, y);
    plot.ctx.lineTo(x, y + r);
    plot.ctx.lineTo(x - r, y);
    plot.ctx.fill();
  }
}

/** Draws the line into its place, as wide as that is; `tell` hears which take is pointed at. Returns how to clear it. */
export function drawLine(
  place: HTMLElement,
  line: readonly ProgressPoint[],
  n: Numbers,
  tell: (point: ProgressPoint | null) => void,
): () => void {
  let plot: uPlot | null = null;
  let gone = false;
  const width = () => Math.max(200, place.clientWidth);
  const watch = new ResizeObserver(() => plot?.setSize({ width: width(), height: 240 }));
  const full = line.map((it) => (it.take.rate === 1 ? scoreOf(it) : null));
  const slow = line.map((it) => (it.take.rate === 1 ? null : scoreOf(it)));
  void import("uplot").then(({ default: Plot }) => {
    if (gone) return;
    plot = new Plot({ ...options(place, line, n), width: width() }, [[...line.keys()], full, slow], place);
    plot.over.addEventListener("mousemove", () => tell(line[plot?.cursor.idx ?? -1] ?? null));
    plot.over.addEventListener("mouseleave", () => tell(null));
    watch.observe(place);
  });
  return () => {
    gone = true;
    watch.disconnect();
    plot?.destroy();
  };
}
