import { countAtTime, type Tempo, timeOfCount } from "#dance/music/tempo.ts";

/** Hertz of a click: the count-in climbs, the metronome marks the first count of eight. */
const PITCH = { plain: 1050, first: 1580, countIn: [880, 880, 880, 1320] } as const;
/** Seconds. */
const [CLICK, AHEAD] = [0.05, 0.2];

/** One short click at a time of the context's clock, in seconds. */
export function click(context: BaseAudioContext, at: number, hertz: number, gain: number): OscillatorNode {
  const source = new OscillatorNode(context, { type: "triangle", frequency: hertz });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(gain, at);
  volume.gain.exponentialRampToValueAtTime(0.001, at + CLICK);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + CLICK);
  return source;
}

function silence(sources: readonly AudioNode[]): void {
  for (const source of sources) source.disconnect();
}

/** The count-in 5-6-7-8 as scheduled: times of the context's clock in seconds. */
export interface CountIn {
  readonly counts: readonly { readonly word: 5 | 6 | 7 | 8; readonly at: number }[];
  /** When the first count of the dance falls. */
  readonly firstCount: number;
  cancel(): void;
}

/** Schedules 5-6-7-8 from `start` on (a tenth of a second from now if not given), at the tempo and playback rate. */
export function countIn(context: BaseAudioContext, tempo: Tempo, rate = 1, start = context.currentTime + 0.1): CountIn {
  const beat = 60 / tempo.bpm / rate;
  const words = [5, 6, 7, 8] as const;
  const counts = words.map((word, i) => ({ word, at: start + i * beat }));
  // A click that is over is not sounded; one that should sound already sounds now: a clock knows no time before its own.
  const sources = counts.flatMap(({ at }, i) =>
    at + CLICK < context.currentTime
      ? []
      : [click(context, Math.max(at, context.currentTime), PITCH.countIn[i] as number, 0.5)],
  );
  return { counts, firstCount: start + 4 * beat, cancel: () => silence(sources) };
}

/** Clicks on every count while a song plays: call `tick` at least five times a second. */
export class Metronome {
  readonly #context: BaseAudioContext;
  readonly #tempo: Tempo;
  #next = Number.NEGATIVE_INFINITY;
  #pending: { readonly source: OscillatorNode; readonly at: number }[] = [];

  constructor(context: BaseAudioContext, tempo: Tempo) {
    this.#context = context;
    this.#tempo = tempo;
  }

  /** Schedules the clicks of the next fifth of a second; song time in seconds. */
  tick(songTime: number, rate: number): void {
    const now = this.#context.currentTime;
    const count = countAtTime(this.#tempo, songTime);
    if (this.#next < count - 0.5 || this.#next > count + 4) this.#next = Math.ceil(count);
    this.#pending = this.#pending.filter(({ at }) => at > now);
    for (; ; this.#next++) {
      const wait = (timeOfCount(this.#tempo, this.#next) - songTime) / rate;
      if (wait > AHEAD) return;
      if (wait < 0) continue;
      const first = ((this.#next % 8) + 8) % 8 === 0;
      this.#pending.push({
        at: now + wait,
        source: click(this.#context, now + wait, first ? PITCH.first : PITCH.plain, 0.35),
      });
    }
  }

  /** Silences what is scheduled: after a pause or a seek. */
  reset(): void {
    silence(this.#pending.map(({ source }) => source));
    this.#pending = [];
    this.#next = Number.NEGATIVE_INFINITY;
  }
}
