import type { JudgementWord } from "#dance/scoring/result.ts";
import { type Colours, tintOf } from "./colours.ts";
import { drawShape } from "./shapes.ts";
import type { Surface } from "./surface.ts";

/** What the eight bars show. */
export class CountBars {
  /** 0..7; -1 before and after. */
  now = -1;
  readonly judged: (JudgementWord | null)[] = Array.from({ length: 8 }, () => null);

  /** A count begins. The 8 keeps its judgement over the next 1, for it comes late. */
  begin(count: number): void {
    const bar = ((count % 8) + 8) % 8;
    if (bar === 0) this.judged.fill(null, 0, 7);
    else this.judged[7] = null;
    this.now = bar;
  }

  /** A count was judged; an "&" counts for the count before it only where that was not worse. */
  judge(count: number, word: JudgementWord, rank: readonly JudgementWord[]): void {
    const bar = ((Math.floor(count) % 8) + 8) % 8;
    const before = this.judged[bar];
    if (!before || Number.isInteger(count) || rank.indexOf(word) > rank.indexOf(before)) this.judged[bar] = word;
  }

  clear(): void {
    this.now = -1;
    this.judged.fill(null);
  }
}

/** Draws the eight bars; 1 and 5 stand taller, as does the count that is now. */
export function paintCounts(surface: Surface, colours: Colours, bars: CountBars): void {
  const { pen, width, height, dot } = surface;
  const gap = Math.max(5 * dot, width * 0.0072);
  const wide = (width - gap * 7) / 8;
  pen.clearRect(0, 0, width, height);
  for (let i = 0; i < 8; i++) {
    const now = i === bars.now;
    const tall = now || i % 4 === 0 ? height : height * 0.76;
    paintBar(surface, colours, i, i * (wide + gap), height - tall, wide, tall, now ? "now" : (bars.judged[i] ?? null));
  }
}

function paintBar(
  surface: Surface,
  colours: Colours,
  i: number,
  x: number,
  y: number,
  wide: number,
  tall: number,
  shown: JudgementWord | "now" | null,
): void {
  const { pen, dot } = surface;
  // A phone's bars are narrow, but a number has only one digit.
  const number = Math.max(surface.body, Math.min(tall * 0.34, wide * 0.5) * (shown === "now" ? 1.55 : 1));
  const line = Math.max(3 * dot, tall * 0.07);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.font = surface.font(820, number);
  if (shown === null) {
    pen.strokeStyle = colours["line-strong"];
    pen.lineWidth = 2 * dot;
    pen.strokeRect(x + dot, y + dot, wide - 2 * dot, tall - 2 * dot);
    pen.fillStyle = colours["ink-2"];
    pen.fillText(String(i + 1), x + wide / 2, y + tall / 2);
    return;
  }
  pen.fillStyle = shown === "now" ? colours.tape : tintOf(colours, shown);
  pen.fillRect(x, y, wide, tall);
  pen.fillStyle = shown === "now" ? colours["on-tape"] : colours.ink;
  if (shown === "now") {
    pen.fillText(String(i + 1), x + wide / 2, y + tall / 2);
    return;
  }
  const beside = wide > tall * 0.9;
  const [cx, cy] = [x + wide / 2, y + (tall - line) / 2];
  // One beside the other, or one over the other as far apart as the bar allows.
  const step = beside ? number * 0.68 : Math.min(number * 0.68, (tall - line) * 0.24);
  pen.fillText(String(i + 1), beside ? cx - step : cx, beside ? cy : cy - step * 0.9);
  drawShape(pen, shown, beside ? cx + step : cx, beside ? cy : cy + step, step * 0.66, colours[shown]);
  pen.fillStyle = colours[shown];
  pen.fillRect(x, y + tall - line, wide, line);
}
