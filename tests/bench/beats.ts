// How right the tempo, the beats and the first count are that a song suggests: on drum loops of our own, and on songs with
// known beats where some lie beside the project.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listen } from "#dance/music/listen.ts";
import { onsetsOf } from "#dance/music/onset.ts";
import { fMeasure, type TempoVerdict, tempoVerdict } from "../fixtures/beat-measures.ts";
import { beatsOfLoop, drumLoop, LOOP_RATE, PATTERNS } from "../fixtures/drum-loops.ts";
import { openBrowser } from "../journey/house.ts";
import type { Figure } from "./run.ts";

const SONGS = join(import.meta.dirname, "../../../shared/beats");
const TEMPOS = [84, 92, 98.5, 104, 110, 117.3, 124, 128, 135, 144];

interface Trial {
  readonly verdict: TempoVerdict;
  readonly f: number;
  /** Seconds by which the nearest beat lies off the first true one. */
  readonly first: number;
  readonly seconds: number;
  readonly workMs: number;
}

export async function run(): Promise<Figure[]> {
  const loops = Object.keys(PATTERNS).flatMap((pattern) =>
    TEMPOS.map((bpm, i) => {
      const loop = { pattern: pattern as keyof typeof PATTERNS, bpm, firstBeat: 0.3 + 0.1 * i, seconds: 30 };
      const sound = drumLoop({ ...loop, loose: 0.01, hiss: 0.05 });
      return trial(sound, LOOP_RATE, bpm, beatsOfLoop(loop));
    }),
  );
  return [...figures("loops", loops), ...(existsSync(SONGS) ? figures("songs", await songs()) : [])];
}

function trial(sound: Float32Array, rate: number, bpm: number, beats: readonly number[]): Trial {
  const start = performance.now();
  const heard = listen(onsetsOf(sound, rate));
  const workMs = performance.now() - start;
  const found = heard?.beats ?? [];
  const first = beats[0] ?? 0;
  return {
    verdict: tempoVerdict(bpm, heard?.tempo.bpm ?? 0),
    f: fMeasure(beats, found),
    first: Math.min(...found.map((beat) => Math.abs(beat - first))),
    seconds: sound.length / rate,
    workMs,
  };
}

/** Songs beside the project, decoded by a real browser to one channel. */
async function songs(): Promise<Trial[]> {
  const browser = await openBrowser("");
  try {
    const page = await browser.newPage();
    const trials: Trial[] = [];
    for (const file of readdirSync(SONGS).filter((name) => name.endsWith(".beats.json"))) {
      const truth = JSON.parse(readFileSync(join(SONGS, file), "utf8"));
      const bytes = readFileSync(join(SONGS, truth.audio ?? file.replace(".beats.json", ".ogg"))).toString("base64");
      const decoded = await page.evaluate(
        async ([text, rate]) => {
          const { buffer } = Uint8Array.from(atob(text as string), (c) => c.charCodeAt(0));
          const sound = await new OfflineAudioContext(1, 1, rate as number).decodeAudioData(buffer);
          const data = new Uint8Array(sound.getChannelData(0).slice().buffer);
          let out = "";
          for (let i = 0; i < data.length; i += 32_768) out += String.fromCharCode(...data.subarray(i, i + 32_768));
          return btoa(out);
        },
        [bytes, LOOP_RATE] as const,
      );
      const raw = new Uint8Array(Buffer.from(decoded, "base64"));
      trials.push(trial(new Float32Array(raw.buffer), LOOP_RATE, truth.bpm_median, truth.beats_s));
    }
    return trials;
  } finally {
    await browser.close();
  }
}

function figures(what: string, trials: readonly Trial[]): Figure[] {
  const share = (verdict: TempoVerdict) => trials.filter((t) => t.verdict === verdict).length / trials.length;
  const mean = (of: (t: Trial) => number, list = trials) => list.reduce((sum, t) => sum + of(t), 0) / list.length;
  const right = trials.filter((t) => t.verdict === "right");
  const figure = (name: string, value: number, unit: string, yardstick: string, goal = 1): Figure => ({
    name: `beats-${what}-${name}`,
    value: Math.round(value * 1000) / 1000,
    unit,
    yardstick,
    ratio: Math.round((value / goal) * 1000) / 1000,
  });
  return [
    figure("tempo", share("right"), `share of ${trials.length} within 2 %`, "all"),
    figure("octave", share("octave"), `share of ${trials.length} at half or double`, "all"),
    figure(
      "f",
      mean((t) => t.f),
      "F-measure within 70 ms, all",
      "every beat met",
    ),
    figure(
      "f-right",
      mean((t) => t.f, right),
      "F-measure within 70 ms, where the tempo is right",
      "every beat met",
    ),
    figure("first", mean((t) => t.first, right) * 1000, "ms off the first beat, where the tempo is right", "70 ms", 70),
    figure(
      "work",
      mean((t) => t.workMs),
      "ms a song",
      "the song's own length",
      mean((t) => t.seconds * 1000),
    ),
  ];
}
