import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countIn, Metronome } from "../../../web/song/clicks.ts";

const tempo = { bpm: 120, firstBeat: 2 };
let clicks: { at: number; hertz: number; silenced: boolean }[] = [];

/** A clock that a test sets, and a source that notes when it would sound. */
const context = { currentTime: 10, destination: {} } as unknown as BaseAudioContext & { currentTime: number };

class FakeSource {
  readonly #hertz: number;
  #click: (typeof clicks)[number] | null = null;
  constructor(_: BaseAudioContext, { frequency }: { frequency: number }) {
    this.#hertz = frequency;
  }
  connect = (next: unknown) => next;
  disconnect() {
    if (this.#click) this.#click.silenced = true;
  }
  start(at: number) {
    this.#click = { at, hertz: this.#hertz, silenced: false };
    clicks.push(this.#click);
  }
  stop() {}
}
class FakeGain {
  gain = { setValueAtTime() {}, exponentialRampToValueAtTime() {} };
  connect = (next: unknown) => next;
}

beforeEach(() => {
  clicks = [];
  (context as { currentTime: number }).currentTime = 10;
  vi.stubGlobal("OscillatorNode", FakeSource);
  vi.stubGlobal("GainNode", FakeGain);
});
afterEach(() => vi.unstubAllGlobals());

test("5-6-7-8 comes a beat apart, and the dance a beat after the 8", () => {
  const { counts, firstCount } = countIn(context, tempo, 1, 11);
  expect(counts).toEqual([5, 6, 7, 8].map((word, i) => ({ word, at: 11 + i * 0.5 })));
  expect(firstCount).toBe(13);
  expect(clicks.map(({ at }) => at)).toEqual([11, 11.5, 12, 12.5]);
});

test("on a clock that has only just begun, a click that should sound already sounds now, and none before time", () => {
  (context as { currentTime: number }).currentTime = 0;
  countIn(context, tempo, 1, -0.006);
  expect(clicks.map(({ at }) => at)).toEqual([0, 0.494, 0.994, 1.494]);
  clicks = [];
  countIn(context, tempo, 1, -0.3);
  expect(clicks.map(({ at }) => at)).toEqual([0.2, 0.7, 1.2]);
});

test("at three quarters of the speed the count-in is slower too, and it can be given up", () => {
  const { firstCount, cancel } = countIn(context, tempo, 0.75, 11);
  expect(firstCount).toBeCloseTo(11 + 4 / 1.5, 6);
  cancel();
  expect(clicks.every(({ silenced }) => silenced)).toBe(true);
});

test("the metronome clicks once on every count, higher on the first of eight", () => {
  const metronome = new Metronome(context, tempo);
  for (let now = 0; now < 5; now += 0.05) {
    (context as { currentTime: number }).currentTime = 10 + now;
    metronome.tick(1.9 + now, 1); // song time runs along
  }
  const counts = clicks.map(({ at }) => (at - 10 + 1.9 - tempo.firstBeat) * 2);
  counts.forEach((count, i) => {
    expect(count).toBeCloseTo(i, 6);
  });
  expect(counts.length).toBeGreaterThanOrEqual(10);
  expect(clicks.filter(({ hertz }) => hertz > 1500).map((click) => clicks.indexOf(click))).toEqual([0, 8]);
});

test("after a seek the metronome forgets what it had planned", () => {
  const metronome = new Metronome(context, tempo);
  metronome.tick(1.9, 1);
  metronome.reset();
  expect(clicks.map(({ silenced }) => silenced)).toEqual([true]);
  metronome.tick(17.9, 1);
  expect(clicks).toHaveLength(2);
});
