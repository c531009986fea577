import { countAtTime } from "#dance/music/tempo.ts";
import type { Reference } from "#dance/scoring/reference.ts";
import type { Scene } from "./scene.ts";

/** Counts before the start, 5 6 7 8. */
export const COUNT_IN = 4;
/** Counts are told this little early rather than a frame late. */
const ROUNDING = 1e-6;

/** Whose counts are told, and where. */
type Counted = Pick<Reference, "tempo" | "to">;
type Shown = Pick<Scene, "countIn" | "redraw"> & { readonly bars: Pick<Scene["bars"], "begin"> };

/** Tells every count once: to the bars, the count-in and whoever listens. */
export class CountTeller {
  reference: Counted;
  private readonly scene: Shown;
  private readonly tell: (count: number) => void;
  private start = 0;
  private last = Number.NaN;

  constructor(reference: Counted, scene: Shown, tell: (count: number) => void) {
    this.reference = reference;
    this.scene = scene;
    this.tell = tell;
  }

  /** The dancer goes on from a song time, after four counts. */
  begin(start: number): void {
    this.start = start;
    this.last = Number.NaN;
  }

  /** Looks at the song time, once a frame. */
  look(time: number): void {
    const { tempo, to } = this.reference;
    const count = Math.floor(countAtTime(tempo, time) + ROUNDING);
    const first = Math.round(countAtTime(tempo, this.start));
    if (count === this.last || count < first - COUNT_IN || count >= Math.round(countAtTime(tempo, to))) return;
    this.last = count;
    const started = time >= this.start - ROUNDING;
    this.scene.countIn = started ? null : 9 + count - first;
    this.scene.bars.begin(started ? count : 8 + count - first);
    this.scene.redraw();
    this.tell(started ? count : count - first);
  }
}
