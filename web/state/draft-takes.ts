import type { DBSchema, IDBPDatabase } from "idb";
import type { DraftPlace } from "../api.ts";
import { database } from "../offline/database.ts";
import { isFull, makeRoom } from "../offline/storage.ts";
import { holdPage } from "./at-stake.ts";
import type { KeptTake } from "./outbox.ts";

/** A take of a draft. It stays on this device, with what was danced: the draft may be another by now. */
export interface DraftTake extends Omit<KeptTake, "slug" | "opened" | "refused"> {
  readonly draft: DraftPlace;
}

interface Shelf extends DBSchema {
  takes: { key: string; value: DraftTake; indexes: { draft: string } };
  /** The choreography's file by its version. */
  files: { key: string; value: Uint8Array };
}

/** Where takes of drafts lie. Looking never rejects: where the browser keeps nothing there is nothing. */
export interface DraftTakes {
  /** Keeps a take and the file of what was danced; of each draft the latest. In memory where the browser refuses. */
  put(take: DraftTake, file: Uint8Array): Promise<void>;
  get(id: string): Promise<DraftTake | null>;
  file(version: string): Promise<Uint8Array | null>;
  /** Ids of takes that this visit alone holds: they end with the tab. */
  alone(): readonly string[];
  /** Takes of a draft, the latest first. */
  of(draft: string): Promise<readonly DraftTake[]>;
  /** Forgets the takes of a draft. */
  drop(draft: string): Promise<void>;
  clear(): Promise<void>;
}

/** Takes kept of a draft, beyond which the oldest go. */
const KEPT = 30;

/** Takes of drafts in IndexedDB. */
export function openDraftTakes(name = "eightcount-draft-takes"): DraftTakes {
  const visiting = new Map<string, { readonly take: DraftTake; readonly file: Uint8Array }>();
  let letGo: (() => void) | null = null;
  /** Holds the page as long as takes would be lost with it. */
  const hold = () => {
    if (visiting.size > 0) letGo ??= holdPage();
    else {
      letGo?.();
      letGo = null;
    }
  };
  const shelf = database<Shelf>(name, (fresh) => {
    fresh.createObjectStore("takes", { keyPath: "id" }).createIndex("draft", "draft.id");
    fresh.createObjectStore("files");
  });

  const look = <T>(at: (shelf: IDBPDatabase<Shelf>) => Promise<T>): Promise<T | null> =>
    shelf()
      .then(at)
      .catch(() => null);

  async function write(take: DraftTake, file: Uint8Array): Promise<void> {
    const writing = (await shelf()).transaction(["takes", "files"], "readwrite", { durability: "strict" });
    await Promise.all([
      writing.objectStore("takes").put(take),
      writing.objectStore("files").put(file, take.version),
      writing.done,
    ]);
  }

  /** Forgets takes, and the files that no take names any more. */
  async function forget(takes: readonly DraftTake[]): Promise<void> {
    const writing = (await shelf()).transaction(["takes", "files"], "readwrite");
    const [kept, files] = [writing.objectStore("takes"), writing.objectStore("files")];
    await Promise.all(takes.map(({ id }) => kept.delete(id)));
    const named = new Set((await kept.getAll()).map(({ version }) => version));
    for (const version of await files.getAllKeys()) if (!named.has(version)) await files.delete(version);
    await writing.done;
  }

  const of = async (draft: string): Promise<readonly DraftTake[]> => {
    const stored = (await look((it) => it.getAllFromIndex("takes", "draft", draft))) ?? [];
    const here = [...visiting.values()].map(({ take }) => take).filter((take) => take.draft.id === draft);
    return [...stored, ...here].sort((a, b) => b.endedAt - a.endedAt);
  };

  return {
    async put(take, file) {
      try {
        await write(take, file).catch(async (cause) => {
          if (!isFull(cause)) throw cause;
          await makeRoom();
          await write(take, file);
        });
      } catch {
        visiting.set(take.id, { take, file });
        hold();
        return;
      }
      const old = (await of(take.draft.id)).slice(KEPT);
      await forget(old).catch(() => undefined); // one more, until the next take
    },
    async get(id) {
      const here = visiting.get(id)?.take;
      const found = here ?? (await look((it) => it.get("takes", id)));
      return found ?? null;
    },
    async file(version) {
      const here = [...visiting.values()].find(({ take }) => take.version === version)?.file;
      const found = here ?? (await look((it) => it.get("files", version)));
      return found ?? null;
    },
    alone: () => [...visiting.keys()],
    of,
    async drop(draft) {
      for (const [id, { take }] of visiting) if (take.draft.id === draft) visiting.delete(id);
      hold();
      await of(draft)
        .then(forget)
        .catch(() => undefined);
    },
    async clear() {
      visiting.clear();
      hold();
      await shelf()
        .then((it) => Promise.all([it.clear("takes"), it.clear("files")]))
        .catch(() => undefined);
    },
  };
}

export const draftTakes = openDraftTakes();
