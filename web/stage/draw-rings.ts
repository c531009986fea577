import { EIGHTHS } from "#dance/practice/dwell.ts";
import type { Colours } from "./colours.ts";
import type { Place } from "./geometry.ts";
import { drawSign, type RingSign } from "./signs.ts";
import type { Surface } from "./surface.ts";

/** A ring about the dancer, in picture heights as the camera sees it. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Full eighths, 0..8. */
  readonly filled: number;
  readonly words: string;
  readonly sign: RingSign;
}

/** Half of the gap between two eighths, as an angle; thickness and sign as shares of the radius. */
const GAP = 0.09;
const THICK = 0.22;
const SIGN = 0.4;
/** Eight strips of tape in a ring, the first after the top, as on a clock. */
export function drawEighths(surface: Surface, colours: Colours, x: number, y: number, radius: number, filled: number) {
  const { pen } = surface;
  pen.lineWidth = radius * THICK;
  pen.lineCap = "butt";
  pen.setLineDash([]);
  for (let i = 0; i < EIGHTHS; i++) {
    const from = (i / EIGHTHS) * 2 * Math.PI - Math.PI / 2;
    pen.beginPath();
    pen.arc(x, y, radius * (1 - THICK / 2), from + GAP, from + (2 * Math.PI) / EIGHTHS - GAP);
    pen.strokeStyle = i < filled ? colours.tape : colours["line-strong"];
    pen.stroke();
  }
}

/** Draws what a held hand may ask for: rings with a sign, and what each does in words. */
export class RingPainter {
  private readonly surface: Surface;
  private readonly colours: Colours;

  constructor(surface: Surface, colours: Colours) {
    this.surface = surface;
    this.colours = colours;
  }

  paint(rings: readonly Ring[], place: Place): void {
    const lowest = Math.max(...rings.map(({ y }) => y));
    for (const ring of rings) this.paintRing(ring, place, ring.y === lowest && rings.length > 2);
  }

  private paintRing(ring: Ring, place: Place, labelBelow: boolean): void {
    const { pen } = this.surface;
    const [x, y] = [place.x0 + place.flip * ring.x * place.size, place.y0 + ring.y * place.size];
    const radius = ring.radius * place.size;
    pen.fillStyle = this.colours.scrim;
    pen.beginPath();
    pen.arc(x, y, radius * 1.08, 0, 2 * Math.PI);
    pen.fill();
    drawEighths(this.surface, this.colours, x, y, radius, ring.filled);
    drawSign(pen, ring.sign, x, y, radius * SIGN, ring.filled > 0 ? this.colours.tape : this.colours.ink);
    this.paintLabel(ring.words, x, y, radius, labelBelow);
  }

  /** A label above its ring, or below it where it must or finds no room; it grows away from the dancer: two never meet. */
  private paintLabel(words: string, x: number, y: number, radius: number, mustBelow: boolean): void {
    const { pen, width, height } = this.surface;
    const size = this.surface.body;
    pen.font = this.surface.font(780, size);
    const onLeft = x < width / 2;
    const lines = this.surface.lines(words, (onLeft ? x + radius : width - x + radius) - size * 0.6);
    const [across, tall] = [Math.max(...lines.map((line) => pen.measureText(line).width)) + size * 0.6, size * 1.16];
    const high = lines.length * tall + size * 0.16;
    const left = Math.min(width - across, Math.max(0, onLeft ? x + radius - across : x - radius));
    const above = y - radius * 1.2 - high;
    const top = Math.min(height - high, mustBelow || above < 0 ? y + radius * 1.2 : above);
    pen.fillStyle = this.colours.scrim;
    pen.fillRect(left, top, across, high);
    pen.fillStyle = this.colours.ink;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    lines.forEach((line, i) => {
      pen.fillText(line, left + across / 2, top + size * 0.1 + (i + 0.5) * tall);
    });
  }

  /** Arms crossed overhead in a take: a ring about the head that tells how long they have yet to be held. */
  paintCrossed(filled: number): void {
    const { width, height } = this.surface;
    const radius = Math.min(width, height) * 0.11;
    const [x, y] = [width / 2, radius * 1.3];
    const { pen } = this.surface;
    pen.fillStyle = this.colours.scrim;
    pen.beginPath();
    pen.arc(x, y, radius * 1.08, 0, 2 * Math.PI);
    pen.fill();
    drawEighths(this.surface, this.colours, x, y, radius, filled);
    drawSign(pen, "pause", x, y, radius * SIGN, this.colours.tape);
  }
}
