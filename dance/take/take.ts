import { Cells } from "../pose/cells.ts";
import type { Columns } from "../pose/columns.ts";
import { directionsOf } from "../pose/directions.ts";
import { type PoseFrame, snapTime } from "../pose/pose.ts";
import { Room } from "../pose/room.ts";
import { assess } from "../scoring/assess.ts";
import { Forecast } from "../scoring/forecast.ts";
import { Live } from "../scoring/live.ts";
import type { Reference } from "../scoring/reference.ts";
import type { Judgement, JudgementWord, TakeResult } from "../scoring/result.ts";
import { tally } from "../scoring/tally.ts";
import { timedOffsets } from "../scoring/timed.ts";
import { unseenSpans } from "../scoring/unseen.ts";

/** What the dancer chose before the take; it holds for the whole of it. */
export interface TakeSettings {
  /** The dancer mirrors on purpose: right for the reference's left. */
  readonly mirror: boolean;
  /** The dancer sits: head, arms and trunk are judged, and the legs are left out, neither lost nor unseen. */
  readonly seated: boolean;
}

/** A keyframe is judged when a frame comes this many seconds after its count, or later; 15 frames a second keep 250 ms. */
const WAIT = 0.17;
const NOTHING: readonly Judgement[] = [];

/** One run through a section, judged while it is danced: `feed` changes it, all else reads. */
export class Take {
  readonly #reference: Reference;
  readonly #cells: Cells;
  readonly #live: Live;
  readonly #forecast: Forecast;
  readonly #room: Room;
  readonly #judgements: Judgement[] = [];
  #combo = 0;

  /** In a room of its own, or in one that takes share which come one after another. */
  constructor(reference: Reference, settings: TakeSettings, room = new Room()) {
    this.#room = room;
    this.#reference = settings.seated ? reference.seated : reference;
    this.#cells = new Cells({ ...settings, from: reference.from, to: reference.to }, room);
    this.#live = new Live(this.#reference, this.#cells);
    this.#forecast = new Forecast(this.#reference);
  }

  /** Takes the next pose frame; answers the keyframes that it decides, oldest first. Frames out of order are ignored. */
  feed(frame: PoseFrame): readonly Judgement[] {
    const time = snapTime(frame.time);
    this.#cells.add(time, frame.pose);
    const first = this.#judgements.length;
    if (time < this.#due) return NOTHING;
    this.#judgeUntil(time);
    return this.#judgements.slice(first);
  }

  /** Takes a whole recording, as `feed` would frame by frame. */
  feedColumns(columns: Columns): void {
    const { times } = columns;
    for (let from = 0, to = 0; from < times.length; from = to) {
      const due = this.#due;
      while (to < times.length && (times[to++] as number) < due);
      this.#cells.addColumns(columns, from, to);
      this.#judgeUntil(times[to - 1] as number);
    }
  }

  get combo(): number {
    return this.#combo;
  }

  /** What the take would be worth if it had ended with the last eight-count, 0..FULL_SCORE; null before that can be told. */
  get score(): number | null {
    return this.#forecast.after(this.#judgements.length, this.#cells);
  }

  /** Song time from which the next word is due. */
  get #due(): number {
    const next = this.#reference.keyframes[this.#judgements.length];
    return next === undefined ? Number.POSITIVE_INFINITY : next.time + WAIT;
  }

  /** Whether every keyframe has been judged. */
  get ended(): boolean {
    return this.#judgements.length >= this.#reference.keyframes.length;
  }

  /** What the take is worth, as of now; keyframes whose word is not due yet are judged by what there is of them. */
  result(): TakeResult {
    const directions = directionsOf(this.#cells, this.#room);
    const unseen = unseenSpans(this.#reference.directions, directions, this.#reference.from);
    return tally(this.#reference, assess(this.#reference, directions, this.#room), this.#withRest(), unseen);
  }

  /** Seconds early (-) or late (+) at every keyframe, as the result is judged by them; null where nothing tells. */
  offsets(): (number | null)[] {
    return timedOffsets(this.#reference, assess(this.#reference, directionsOf(this.#cells, this.#room), this.#room));
  }

  #judgeUntil(time: number): void {
    for (;;) {
      const k = this.#judgements.length;
      const keyframe = this.#reference.keyframes[k];
      if (keyframe === undefined || time < keyframe.time + WAIT) return;
      const seen = this.#live.glance(k);
      this.#combo = comboAfter(this.#combo, seen.word);
      this.#judgements.push({ keyframe: k, count: keyframe.count, ...seen, combo: this.#combo });
    }
  }

  /** The judgements so far and those of the rest; on an eye of its own, so that looking changes nothing. */
  #withRest(): Judgement[] {
    const all = [...this.#judgements];
    if (this.ended) return all;
    const live = new Live(this.#reference, this.#cells);
    let combo = this.#combo;
    for (const { index, count } of this.#reference.keyframes.slice(all.length)) {
      const seen = live.glance(index);
      combo = comboAfter(combo, seen.word);
      all.push({ keyframe: index, count, ...seen, combo });
    }
    return all;
  }
}

/** A miss ends a combo; what was not seen leaves it as it is. */
function comboAfter(combo: number, word: JudgementWord): number {
  if (word === "miss") return 0;
  return word === "unseen" ? combo : combo + 1;
}
