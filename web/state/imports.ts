import type { DBSchema } from "idb";
import { database } from "../offline/database.ts";
import type { ModelName, PackedFrames, VideoFacts } from "../video/index.ts";

/** A video on its way to poses. Its id is that of the draft it becomes. */
export interface ImportJob {
  readonly id: string;
  /** Name, bytes and day of the file: to know it again. */
  readonly name: string;
  readonly size: number;
  readonly modified: number;
  readonly facts: VideoFacts;
  /** Null until it is known how many dance. */
  readonly model: ModelName | null;
  /** File time of the last frame that was judged, -1 before the first; and how many were. */
  readonly judged: number;
  readonly frames: number;
  readonly ended: boolean;
  /** The file breaks off before its end. */
  readonly cut: boolean;
}

interface Shelf extends DBSchema {
  jobs: { key: string; value: ImportJob };
  frames: { key: [string, number]; value: PackedFrames };
}

/** An import was forgotten, in this tab or another, and is not to come back. */
export class ImportGone extends Error {}

/** Where imports lie until nobody asks for them any more. */
export interface Imports {
  get(id: string): Promise<ImportJob | null>;
  put(job: ImportJob): Promise<void>;
  /** Puts a job anew that is there; rejects with ImportGone where it is not. */
  change(job: ImportJob): Promise<void>;
  /**
   * Frames and how far the job is with them, both or neither; `at` is how many frames there were before. Rejects with
   * ImportGone where the job is not there.
   */
  add(job: ImportJob, at: number, frames: PackedFrames): Promise<void>;
  /** All frames of a job in the order in which they were added. */
  frames(id: string): Promise<PackedFrames[]>;
  drop(id: string): Promise<void>;
  /** Forgets them all; nothing to forget is no failure. */
  clear(): Promise<void>;
  /** Every import there is, in no order. */
  all(): Promise<ImportJob[]>;
}

const ofJob = (id: string) => IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);

/** Imports in IndexedDB; rejects where the browser keeps nothing or the device is full. */
export function openImports(name = "eightcount-imports"): Imports {
  const shelf = database<Shelf>(name, (fresh) => {
    fresh.createObjectStore("jobs", { keyPath: "id" });
    fresh.createObjectStore("frames");
  });
  return {
    get: async (id) => (await (await shelf()).get("jobs", id)) ?? null,
    put: async (job) => void (await (await shelf()).put("jobs", job)),
    async change(job) {
      const writing = (await shelf()).transaction("jobs", "readwrite");
      if ((await writing.store.getKey(job.id)) === undefined) throw new ImportGone(job.id);
      await Promise.all([writing.store.put(job), writing.done]);
    },
    async add(job, at, frames) {
      const writing = (await shelf()).transaction(["jobs", "frames"], "readwrite");
      if ((await writing.objectStore("jobs").getKey(job.id)) === undefined) throw new ImportGone(job.id);
      await Promise.all([
        writing.objectStore("frames").put(frames, [job.id, at]),
        writing.objectStore("jobs").put(job),
        writing.done,
      ]);
    },
    frames: async (id) => (await shelf()).getAll("frames", ofJob(id)),
    async drop(id) {
      const writing = (await shelf()).transaction(["jobs", "frames"], "readwrite");
      await Promise.all([
        writing.objectStore("frames").delete(ofJob(id)),
        writing.objectStore("jobs").delete(id),
        writing.done,
      ]);
    },
    async clear() {
      await shelf()
        .then((it) => Promise.all([it.clear("jobs"), it.clear("frames")]))
        .catch(() => undefined);
    },
    all: async () => (await shelf()).getAll("jobs"),
  };
}

/** The imports of this device. */
export const imports = openImports();
