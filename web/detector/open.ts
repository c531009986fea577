import type { FromThread, ToThread } from "./messages.ts";
import {
  BACKENDS,
  type Backend,
  type DetectorState,
  type PoseSource,
  type PoseSourceOptions,
  type Sighting,
} from "./types.ts";
import { makeWatch } from "./watch.ts";
import { Watchdog } from "./watchdog.ts";

const MODEL_URL = "/models/movenet-lightning.json";

/** Milliseconds after which a silent thread is given up. */
const LIMITS = {
  /** One frame. The slowest device that is of any use takes a tenth of it. */
  frame: 4_000,
  /** The trial of one backend; compiling shaders takes seconds. */
  warming: 40_000,
} as const;

/** Starts the detector's thread and loading at once. */
export function openPoseSource(options: PoseSourceOptions = {}): PoseSource {
  const state = makeWatch<DetectorState>({ kind: "loading", loaded: 0, total: 0 });
  const listeners = new Set<(sighting: Sighting) => void>();
  const dog = new Watchdog(() => fallBack("the detector's thread went silent"));
  let backends: readonly Backend[] = options.backends ?? BACKENDS;
  let thread: Worker | null = null;
  let underWay = false;
  let worked = false;

  const send = (message: ToThread, move: Transferable[] = []) => thread?.postMessage(message, move);

  function begin(): void {
    underWay = false;
    const mine = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "detector" });
    mine.onmessage = ({ data }: MessageEvent<FromThread>) => {
      if (thread === mine) hear(data);
    };
    mine.onerror = (event) => {
      if (thread === mine) fallBack(event.message || "the detector's thread did not start");
    };
    thread = mine;
    const modelUrl = new URL(options.modelUrl ?? MODEL_URL, self.location.href).href;
    send({ kind: "open", modelUrl, backends });
  }

  function hear(message: FromThread): void {
    dog.rest();
    if (message.kind === "broken") fallBack(message.message);
    else if (message.kind === "state") {
      if (message.state.kind === "warming") dog.watch(LIMITS.warming);
      worked ||= message.state.kind === "ready";
      state.set(message.state);
    } else {
      underWay = false;
      for (const listener of listeners) listener(message.sighting);
    }
  }

  /** A thread that broke is ended; the next does without webgl. A second break is the end. */
  function fallBack(why: string): void {
    dog.rest();
    thread?.terminate();
    thread = null;
    if (backends.includes("webgl") && backends.includes("wasm")) {
      backends = ["wasm"];
      state.set({ kind: "loading", loaded: 0, total: 0 });
      begin();
    } else state.set({ kind: "failed", failure: worked ? "stopped" : "no-backend", message: why });
  }

  const source: PoseSource = {
    state,
    get busy() {
      return underWay || state.get().kind !== "ready";
    },
    detect: (frame, at) => {
      if (source.busy) {
        frame.close();
        return false;
      }
      underWay = true;
      dog.watch(LIMITS.frame);
      send({ kind: "frame", frame, at }, [frame]);
      return true;
    },
    onSighting: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    reset: () => send({ kind: "reset" }),
    retry: () => {
      if (state.get().kind !== "failed") return;
      thread?.terminate();
      backends = options.backends ?? BACKENDS;
      state.set({ kind: "loading", loaded: 0, total: 0 });
      begin();
    },
    close: () => {
      dog.rest();
      thread?.terminate();
      thread = null;
      listeners.clear();
    },
  };
  begin();
  return source;
}
