import type { Note } from "./notes.ts";

/** What a note is played on: a context, where its sound goes, and a second of noise. */
export interface Desk {
  readonly context: BaseAudioContext;
  readonly out: AudioNode;
  readonly noise: AudioBuffer;
}

/** The fields of a voice that hums: shape, how many detuned copies, cents apart, filter in hertz, times in seconds. */
interface Tone {
  readonly wave: OscillatorType;
  readonly detune: readonly number[];
  readonly cutoff: number;
  /** The filter opens this far at the start of a note, in hertz. */
  readonly bite: number;
  readonly attack: number;
  readonly release: number;
  readonly gain: number;
}

const TONES = {
  bass: { wave: "sawtooth", detune: [0, -1200], cutoff: 340, bite: 900, attack: 0.006, release: 0.07, gain: 0.34 },
  chord: { wave: "sawtooth", detune: [-9, 8], cutoff: 1300, bite: 500, attack: 0.05, release: 0.25, gain: 0.16 },
  pluck: { wave: "triangle", detune: [-5, 5], cutoff: 2600, bite: 2400, attack: 0.004, release: 0.16, gain: 0.2 },
  lead: { wave: "square", detune: [-6, 6], cutoff: 2900, bite: 1500, attack: 0.012, release: 0.12, gain: 0.12 },
} as const satisfies Record<string, Tone>;

/** The fields of a voice that hisses: the band in hertz, its decay in seconds. */
const HISSES = {
  snare: { type: "bandpass", hertz: 1900, q: 0.6, decay: 0.16, gain: 1.3 },
  clap: { type: "bandpass", hertz: 1350, q: 1.2, decay: 0.2, gain: 2 },
  hat: { type: "highpass", hertz: 8200, q: 0.7, decay: 0.05, gain: 0.7 },
  open: { type: "highpass", hertz: 7000, q: 0.7, decay: 0.24, gain: 0.55 },
  crash: { type: "highpass", hertz: 5200, q: 0.5, decay: 1.5, gain: 0.4 },
} as const satisfies Record<string, { type: BiquadFilterType; hertz: number; q: number; decay: number; gain: number }>;

const hertz = (pitch: number): number => 440 * 2 ** ((pitch - 69) / 12);

function hum({ context, out }: Desk, note: Note, tone: Tone): void {
  const filter = new BiquadFilterNode(context, { type: "lowpass", frequency: tone.cutoff, Q: 1.1 });
  filter.frequency.setValueAtTime(tone.cutoff + tone.bite, note.time);
  filter.frequency.setTargetAtTime(tone.cutoff, note.time, 0.09);
  const volume = new GainNode(context, { gain: 0 });
  const end = note.time + note.length;
  volume.gain.setValueAtTime(0, note.time);
  volume.gain.linearRampToValueAtTime(note.gain * tone.gain, note.time + tone.attack);
  volume.gain.setTargetAtTime(0, end, tone.release / 3);
  filter.connect(volume).connect(out);
  for (const detune of tone.detune) {
    const source = new OscillatorNode(context, { type: tone.wave, frequency: hertz(note.pitch), detune });
    source.connect(filter);
    source.start(note.time);
    source.stop(end + tone.release * 2);
  }
}

function hiss({ context, out, noise }: Desk, note: Note, kind: (typeof HISSES)[keyof typeof HISSES]): void {
  const filter = new BiquadFilterNode(context, { type: kind.type, frequency: kind.hertz, Q: kind.q });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(note.gain * kind.gain, note.time);
  if (kind === HISSES.clap)
    // a clap is several hands
    for (const late of [0.011, 0.022]) {
      volume.gain.setTargetAtTime(0, note.time + late - 0.01, 0.004);
      volume.gain.setValueAtTime(note.gain * kind.gain, note.time + late);
    }
  volume.gain.setTargetAtTime(0, note.time + 0.023, kind.decay / 4);
  const source = new AudioBufferSourceNode(context, { buffer: noise, loop: true });
  source.connect(filter).connect(volume).connect(out);
  source.start(note.time, (note.time * 7.3) % 0.9);
  source.stop(note.time + kind.decay * 1.6 + 0.05);
}

function kick({ context, out }: Desk, note: Note): void {
  const source = new OscillatorNode(context, { type: "sine", frequency: 160 });
  source.frequency.setValueAtTime(160, note.time);
  source.frequency.exponentialRampToValueAtTime(46, note.time + 0.09);
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(note.gain * 0.62, note.time);
  volume.gain.setTargetAtTime(0, note.time + 0.05, 0.07);
  source.connect(volume).connect(out);
  source.start(note.time);
  source.stop(note.time + 0.5);
}

function riser({ context, out, noise }: Desk, note: Note): void {
  const filter = new BiquadFilterNode(context, { type: "bandpass", frequency: 500, Q: 1.4 });
  filter.frequency.setValueAtTime(500, note.time);
  filter.frequency.exponentialRampToValueAtTime(6500, note.time + note.length);
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0.0001, note.time);
  volume.gain.exponentialRampToValueAtTime(note.gain * 1.6, note.time + note.length);
  volume.gain.setTargetAtTime(0, note.time + note.length, 0.03);
  const source = new AudioBufferSourceNode(context, { buffer: noise, loop: true });
  source.connect(filter).connect(volume).connect(out);
  source.start(note.time);
  source.stop(note.time + note.length + 0.2);
}

/** Puts one note on the desk. */
export function sound(desk: Desk, note: Note): void {
  if (note.voice === "kick") kick(desk, note);
  else if (note.voice === "riser") riser(desk, note);
  else if (note.voice in TONES) hum(desk, note, TONES[note.voice as keyof typeof TONES]);
  else hiss(desk, note, HISSES[note.voice as keyof typeof HISSES]);
}
