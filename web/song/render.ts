import { mix, type Stereo, soundKey } from "./mix.ts";
import { type Note, seeded, type Voice } from "./notes.ts";
import { sound } from "./synth.ts";

const RATE = 44_100;
/** How far the music steps back under a kick, and how long it takes to return, in seconds. */
const DUCK = { depth: 0.42, back: 0.22 } as const;
/** Seconds that a sound may ring on after its length. */
const RING = 0.8;
const DRUMS: ReadonlySet<Voice> = new Set<Voice>(["kick", "snare", "clap", "hat", "open", "crash"]);

function noise(): AudioBuffer {
  const buffer = new AudioBuffer({ length: RATE, sampleRate: RATE, numberOfChannels: 1 });
  const random = seeded(8);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i++) samples[i] = random() * 2 - 1;
  return buffer;
}

/** One sample for each sound that the notes need: a song has hundreds of notes and some dozens of sounds. */
async function samplesOf(notes: readonly Note[]): Promise<Map<string, Float32Array>> {
  const samples = new Map<string, Float32Array>();
  const hiss = noise();
  const kinds = new Map(notes.map((note) => [soundKey(note), note]));
  for (const [key, note] of kinds) {
    const ring = note.voice === "crash" ? 2.4 : RING;
    const context = new OfflineAudioContext(1, Math.ceil((note.length + ring) * RATE), RATE);
    sound({ context, out: context.destination, noise: hiss }, { ...note, time: 0, gain: 1 });
    samples.set(key, (await context.startRendering()).getChannelData(0));
  }
  return samples;
}

function duck(gain: AudioParam, notes: readonly Note[]): void {
  for (const note of notes) {
    if (note.voice !== "kick") continue;
    gain.setTargetAtTime(1 - DUCK.depth * note.gain, note.time, 0.008);
    gain.setTargetAtTime(1, note.time + 0.06, DUCK.back / 3);
  }
}

/** A little space behind the music: two echoes, left and right. */
function echo(context: BaseAudioContext, from: AudioNode, to: AudioNode, beat: number): void {
  const sides = [
    { pan: -0.6, counts: 0.75 },
    { pan: 0.6, counts: 1.5 },
  ];
  for (const { pan, counts } of sides) {
    const delay = new DelayNode(context, { delayTime: beat * counts, maxDelayTime: 4 });
    const volume = new GainNode(context, { gain: 0.13 });
    from.connect(delay).connect(volume).connect(new StereoPannerNode(context, { pan })).connect(to);
  }
}

function player(context: BaseAudioContext, [left, right]: Stereo): AudioBufferSourceNode {
  const buffer = new AudioBuffer({ length: left.length, sampleRate: RATE, numberOfChannels: 2 });
  buffer.getChannelData(0).set(left);
  buffer.getChannelData(1).set(right);
  const source = new AudioBufferSourceNode(context, { buffer });
  source.start();
  return source;
}

/** Plays the notes faster than time and returns their sound, `seconds` long. `beat` is a count's length in seconds. */
export async function render(notes: readonly Note[], seconds: number, beat: number): Promise<AudioBuffer> {
  const length = Math.ceil(seconds * RATE);
  const samples = await samplesOf(notes);
  const part = (drums: boolean): Stereo =>
    mix(
      notes.filter((note) => DRUMS.has(note.voice) === drums),
      samples,
      length,
      RATE,
    );
  const context = new OfflineAudioContext(2, length, RATE);
  const master = new DynamicsCompressorNode(context, { threshold: -12, ratio: 3, attack: 0.004, release: 0.12 });
  master.connect(context.destination);
  const music = new GainNode(context, { gain: 1 });
  duck(music.gain, notes);
  music.connect(master);
  echo(context, music, master, beat);
  player(context, part(true)).connect(master);
  player(context, part(false)).connect(music);
  return context.startRendering();
}
