import type { DBSchema } from "idb";
import type { TakeResult } from "#dance/scoring/result.ts";
import { database } from "../offline/database.ts";
import { isFull, makeRoom } from "../offline/storage.ts";

/** A finished take on this device. It stays until the Worker has judged it. */
export interface KeptTake {
  readonly id: string;
  readonly version: string;
  readonly slug: string;
  readonly section: number;
  readonly rate: number;
  readonly mirror: boolean;
  /** Not there in takes kept before anybody could sit. */
  readonly seated?: boolean;
  /** ms since 1970 at which the dance ended: the order of sending. */
  readonly endedAt: number;
  readonly replay: Uint8Array;
  /** As judged live, for the result page before the Worker answers. */
  readonly result: TakeResult;
  /** False: danced without network, so the Worker opens it only when it is delivered. */
  readonly opened: boolean;
  /** The Worker was still opening it when it ended: it is not sent as one danced without network before `OPENING_MS`. */
  readonly opening?: boolean;
  /** Problem code with which the Worker refused it for good; null while it may still be sent. */
  readonly refused: string | null;
}

interface Shelf extends DBSchema {
  takes: { key: string; value: KeptTake };
}

/** Where finished takes lie until they are sent. */
export interface Outbox {
  /** Keeps a take; at once with that, the take that it stands for (`instead`) goes. */
  put(take: KeptTake, instead?: string): Promise<void>;
  get(id: string): Promise<KeptTake | undefined>;
  remove(id: string): Promise<void>;
  /** Removes all takes, sent or not. */
  clear(): Promise<void>;
  /** True where all that was put in outlives the tab. */
  lasting(): Promise<boolean>;
  /** Takes that wait to be sent, oldest first. */
  waiting(): Promise<readonly KeptTake[]>;
}

/** Milliseconds for which a take that ended while the Worker was opening it waits for that. */
export const OPENING_MS = 8_000;

/** Takes kept for their result page only, beyond which the oldest go. */
const KEEP_UNSENT = 30;

/** An outbox in IndexedDB; where the browser refuses it (private window), in memory and only while the page is open. */
export function openOutbox(name = "eightcount"): Outbox {
  const memory = new Map<string, KeptTake>();
  const shelf = database<Shelf>(name, (fresh) => void fresh.createObjectStore("takes", { keyPath: "id" }));
  /** On the disk itself, not only on its way there, when it resolves. */
  const write = async (take: KeptTake, instead?: string): Promise<void> => {
    const writing = (await shelf()).transaction("takes", "readwrite", { durability: "strict" });
    await Promise.all([instead && writing.store.delete(instead), writing.store.put(take), writing.done]);
  };
  const all = async (): Promise<KeptTake[]> => {
    const stored = await shelf()
      .then((s) => s.getAll("takes"))
      .catch(() => []);
    return [...stored, ...memory.values()].sort((a, b) => a.endedAt - b.endedAt);
  };
  return {
    async put(take, instead) {
      await write(take, instead)
        .catch(async (cause) => {
          if (!isFull(cause)) throw cause;
          await makeRoom();
          await write(take, instead);
        })
        .then(() => memory.delete(take.id))
        .catch(() => memory.set(take.id, take));
      if (instead !== undefined) await this.remove(instead);
      const dead = (await all()).filter((t) => !isWaiting(t));
      for (const old of dead.slice(0, Math.max(0, dead.length - KEEP_UNSENT))) await this.remove(old.id);
    },
    get: async (id) =>
      memory.get(id) ??
      (await shelf()
        .then((s) => s.get("takes", id))
        .catch(() => undefined)),
    async remove(id) {
      memory.delete(id);
      await shelf()
        .then((s) => s.delete("takes", id))
        .catch(() => undefined);
    },
    async clear() {
      memory.clear();
      await shelf()
        .then((s) => s.clear("takes"))
        .catch(() => undefined);
    },
    lasting: () =>
      shelf()
        .then(() => memory.size === 0)
        .catch(() => false),
    waiting: async () => (await all()).filter(isWaiting),
  };
}

const isWaiting = (take: KeptTake): boolean => take.refused === null;

export const outbox = openOutbox();
