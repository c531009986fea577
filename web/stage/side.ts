import type { Reference } from "#dance/scoring/reference.ts";
import type { Colours } from "./colours.ts";
import { drawSolid, type SolidColours } from "./figure.ts";
import { fitPoses, type Place } from "./geometry.ts";
import { Surface } from "./surface.ts";
import type { Teacher } from "./teacher.ts";

/** The teacher beside the dancer, followed across the floor so that it can be large. */
export class Side {
  readonly surface: Surface;
  private readonly colours: SolidColours;
  private place: Place | null = null;
  private middle = 0;

  constructor(canvas: HTMLCanvasElement, colours: Colours) {
    this.surface = new Surface(canvas);
    this.colours = { body: colours.ink, edge: colours.surface };
  }

  /** The teacher or the counts have changed. */
  fitAnew(): void {
    this.place = null;
  }

  /** The teacher at a song time; an empty place where it does not stand beside. */
  paint(teacher: Teacher, { from, to }: Reference, time: number, standsHere: boolean): void {
    const { pen, width, height } = this.surface;
    if (this.surface.stale || !this.place) {
      this.place = fitPoses(teacher.sample(from, to), width, height, -1);
      this.middle = this.place.x0;
      this.surface.stale = false;
    }
    pen.clearRect(0, 0, width, height);
    if (!standsHere) return;
    const pose = teacher.at(time);
    this.place.x0 = this.middle - this.place.flip * teacher.centre * this.place.size;
    drawSolid(pen, pose, this.place, this.colours);
  }

  close(): void {
    this.surface.close();
  }
}
