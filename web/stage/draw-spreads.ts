import type { Colours } from "./colours.ts";
import type { Surface } from "./surface.ts";

/** Seconds of spread that fill a bar. */
const FULL = 0.16;

/** The eight bars of a crew: which count is now, and how far apart all were on each when it was told last. */
export class SpreadBars {
  /** 0..7; -1 before and after. */
  now = -1;
  /** Seconds; null where it is not told. */
  readonly spreads: (number | null)[] = Array.from({ length: 8 }, () => null);

  /** A count begins. */
  begin(count: number): void {
    this.now = barOf(count);
  }

  /** A count was told. */
  tell(count: number, spread: number | null): void {
    this.spreads[barOf(count)] = spread;
  }

  clear(): void {
    this.now = -1;
    this.spreads.fill(null);
  }
}

const barOf = (count: number): number => ((count % 8) + 8) % 8;

/** Draws them: the taller the ground of a bar, the wider apart; in milliseconds too. 1 and 5 stand taller. */
export function paintSpreads(surface: Surface, colours: Colours, bars: SpreadBars): void {
  const { pen, width, height, dot } = surface;
  const gap = Math.max(5 * dot, width * 0.0072);
  const wide = (width - gap * 7) / 8;
  pen.clearRect(0, 0, width, height);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  bars.spreads.forEach((spread, i) => {
    const now = i === bars.now;
    const tall = now || i % 4 === 0 ? height : height * 0.76;
    const [x, y] = [i * (wide + gap), height - tall];
    if (now) {
      pen.fillStyle = colours.tape;
      pen.fillRect(x, y, wide, tall);
    } else {
      paintGround(surface, colours, x, y, wide, tall, spread);
    }
    const number = Math.max(surface.body, Math.min(tall * 0.34, wide * 0.5) * (now ? 1.55 : 1));
    pen.fillStyle = now ? colours["on-tape"] : spread === null ? colours["ink-2"] : colours.ink;
    const told = spread !== null && !now;
    pen.font = surface.font(told ? 650 : 820, told ? surface.body * 0.8 : number);
    pen.fillText(String(i + 1), x + wide / 2, y + tall * (told ? 0.26 : 0.5));
    if (!told) return;
    pen.font = surface.font(820, Math.min(tall * 0.42, wide * 0.42));
    pen.fillText(String(Math.round(spread * 1000)), x + wide / 2, y + tall * 0.66);
  });
}

function paintGround(
  { pen, dot }: Surface,
  colours: Colours,
  x: number,
  y: number,
  wide: number,
  tall: number,
  spread: number | null,
): void {
  if (spread !== null) {
    const high = Math.max(4 * dot, Math.min(1, spread / FULL) * tall);
    pen.fillStyle = colours.raise;
    pen.fillRect(x, y + tall - high, wide, high);
  }
  pen.strokeStyle = spread === null ? colours["line-strong"] : colours.line;
  pen.lineWidth = 2 * dot;
  pen.strokeRect(x + dot, y + dot, wide - 2 * dot, tall - 2 * dot);
}
