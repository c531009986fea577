import type { FromThread, ToThread } from "./messages.ts";
import {
  BACKENDS,
  type Backend,
  type CrowdSource,
  type DetectorState,
  type Looked,
  type PoseSource,
  type PoseSourceOptions,
  type Source,
} from "./types.ts";
import { makeWatch } from "./watch.ts";
import { Watchdog } from "./watchdog.ts";

/** Milliseconds after which a silent thread is given up. */
const LIMITS = {
  /** One frame. The slowest device that is of any use takes a tenth of it. */
  frame: 4_000,
  /** The trial of one backend; compiling shaders takes seconds. */
  warming: 40_000,
} as const;

/** Starts the detector's thread and loading at once: one dancer. */
export const openPoseSource = (options: PoseSourceOptions = {}): PoseSource =>
  openSource(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "detector" }),
    options.modelUrl ?? "/models/movenet-lightning.json",
    options.backends ?? BACKENDS,
  );

/** The same for several people, by a model that is coarser. */
export const openCrowdSource = (): CrowdSource =>
  openSource(
    () => new Worker(new URL("./crowd-worker.ts", import.meta.url), { type: "module", name: "crowd" }),
    "/models/movenet-multipose.json",
    BACKENDS,
  );

function openSource<S extends Looked>(
  newThread: () => Worker,
  modelAt: string,
  allowed: readonly Backend[],
): Source<S> {
  const state = makeWatch<DetectorState>({ kind: "loading", loaded: 0, total: 0 });
  const listeners = new Set<(sighting: S) => void>();
  const dog = new Watchdog(() => fallBack("the detector's thread went silent"));
  let backends = allowed;
  let thread: Worker | null = null;
  let underWay = false;
  let worked = false;

  const send = (message: ToThread, move: Transferable[] = []) => thread?.postMessage(message, move);

  function begin(): void {
    underWay = false;
    const mine = newThread();
    mine.onmessage = ({ data }: MessageEvent<FromThread<S>>) => {
      if (thread === mine) hear(data);
    };
    mine.onerror = (event) => {
      if (thread === mine) fallBack(event.message || "the detector's thread did not start");
    };
    thread = mine;
    const modelUrl = new URL(modelAt, self.location.href).href;
    send({ kind: "open", modelUrl, backends });
  }

  function hear(message: FromThread<S>): void {
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

  const source: Source<S> = {
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
      backends = allowed;
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
