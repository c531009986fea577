import { useRef, useSyncExternalStore } from "react";
import {
  adviseLag,
  boundLatency,
  deviceKey,
  type LagAdvice,
  type LagReading,
  type Latencies,
  readLag,
  recallLatency,
  rememberLatency,
} from "#dance/practice/latency.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import { audioOutput } from "./audio-output.ts";
import { keptStore } from "./kept.ts";
import { store } from "./stored.ts";
import { useSwitches } from "./switches.ts";

/** What a dance told of the machine's lag, and what the dancer made of it. */
export interface NotedLag extends LagReading {
  /** Id of the take or of the pass. */
  readonly id: string;
  /** Camera and audio output, as deviceKey. */
  readonly key: string;
  readonly atMs: number;
  /** The dancer has said yes or no to what was offered after it. */
  readonly answered?: boolean;
}

/** All that this device remembers of delays. */
export interface Delays {
  readonly latencies: Latencies;
  /** Keys for which the dancer did not want to clap. */
  readonly skipped: readonly string[];
  /** Oldest first. */
  readonly noted: readonly NotedLag[];
}

/** Dances whose lag is kept, and milliseconds that a sitting lasts: camera and sound are moved from day to day. */
const KEPT = 60;
const SITTING_MS = 3 * 3_600_000;

const isNoted = (it: unknown): it is NotedLag => {
  const { id, key, atMs, lag, spread, keyframes, applied } = (it ?? {}) as Partial<NotedLag>;
  const numbers = [atMs, lag, spread, keyframes, applied].every((n) => Number.isFinite(n));
  return numbers && typeof id === "string" && typeof key === "string";
};

/** What was remembered, as far as it makes sense. */
export function readDelays(text: string | null): Delays {
  let kept: { latencies?: unknown; skipped?: unknown; noted?: unknown } = {};
  try {
    kept = JSON.parse(text ?? "{}") ?? {};
  } catch {
    // Nonsense is as good as nothing.
  }
  const { latencies, skipped, noted } = kept;
  return {
    latencies: latencies && typeof latencies === "object" ? (latencies as Latencies) : {},
    skipped: Array.isArray(skipped) ? skipped.filter((key) => typeof key === "string") : [],
    noted: Array.isArray(noted) ? noted.filter(isNoted).slice(-KEPT) : [],
  };
}

export const delays = keptStore<Delays>("delays", readDelays);

const keep = (some: (now: Delays) => Partial<Delays>): void => delays.change((now) => ({ ...now, ...some(now) }));

const useDelays = (): Delays => useSyncExternalStore(delays.subscribe, delays.get, delays.get);

/** The latency in seconds that is taken off with this camera and sound; 0 where none is known. */
export const latencyOf = (key: string): number => recallLatency(delays.get().latencies, key) ?? 0;

/** Takes so many seconds off from now on. */
export function setLatency(key: string, latency: number): void {
  keep(({ latencies, skipped }) => ({
    latencies: rememberLatency(latencies, key, latency),
    skipped: skipped.filter((k) => k !== key),
  }));
}

/** The dancer would rather not clap with this camera and sound. */
export function skipClapping(key: string): void {
  keep(({ skipped }) => ({ skipped: [...skipped, key] }));
}

/** Notes what a dance told. */
export function noteLag(noted: NotedLag): void {
  keep((now) => ({ noted: [...now.noted, noted].slice(-KEPT) }));
}

/** Forgets what dances told, which is their dancer's; the delays of camera and sound are the device's. */
export const forgetLags = (): void => keep(() => ({ noted: [] }));

/** Notes the lag of dances on one stage, with the delay that was taken off when they began. */
export function useLagNotes() {
  const { key, latency } = useLatency();
  const begun = useRef({ key, applied: 0 });
  return {
    began: () => {
      begun.current = { key, applied: latency ?? 0 };
    },
    ended: (id: string, result: TakeResult, rate: number) => {
      const { key, applied } = begun.current;
      const reading = readLag(result, applied, rate);
      if (reading) noteLag({ id, key, atMs: Date.now(), ...reading });
    },
  };
}

/** What to offer after a dance of this device, by the dances of the same sitting up to it; null where none was noted. */
export function adviceAfter({ noted, latencies }: Delays, id: string): (LagAdvice & { key: string }) | null {
  const at = noted.findIndex((it) => it.id === id);
  const it = noted[at];
  if (!it || it.answered) return null;
  const sitting = noted.slice(0, at + 1).filter((n) => n.key === it.key && it.atMs - n.atMs < SITTING_MS);
  return { ...adviseLag(sitting, recallLatency(latencies, it.key) ?? 0), key: it.key };
}

/** The dancer has answered the offer after a dance; a number of seconds is a yes. */
export function answerAdvice(id: string, key: string, latency: number | null): void {
  keep(({ noted }) => ({ noted: noted.map((it) => (it.id === id ? { ...it, answered: true } : it)) }));
  if (latency !== null) setLatency(key, boundLatency(latency));
}

export const useAdvice = (id: string): ReturnType<typeof adviceAfter> => adviceAfter(useDelays(), id);

/** The name of the camera that was live last, or its id if it has none: some browsers make new ids with every page. */
export const cameraInUse = store("");

/** Camera and sound in use, what is known of their delay, whether to offer clapping, and the dance that told last. */
export function useLatency() {
  const { latencies, skipped, noted } = useDelays();
  const { sound } = useSwitches();
  const output = useSyncExternalStore(audioOutput.subscribe, audioOutput.get);
  const camera = useSyncExternalStore(cameraInUse.subscribe, cameraInUse.get);
  const key = deviceKey(camera, output || sound);
  const latency = recallLatency(latencies, key);
  const last = noted.findLast((it) => it.key === key)?.id ?? null;
  const offered = output !== null && latency === null && !skipped.includes(key);
  return { key, latency, offered, told: !!output, last };
}

/** Whether the dancer claps now, in place of getting ready. */
export const clapping = store(false);
