import type { DBSchema } from "idb";
import type { Text } from "#dance/choreo/choreography.ts";
import type { PackedDraft } from "#dance/choreo/packed-draft.ts";
import { database } from "../offline/database.ts";

/** What the list of drafts tells of each, without its poses. */
export interface DraftCard {
  readonly id: string;
  readonly title: Text;
  readonly bpm: number | null;
  readonly counts: number;
  readonly positions: number;
  readonly keyframes: number;
  /** The pose for its picture: 51 numbers; null where nobody was seen. */
  readonly cover: Float32Array | null;
  /** ms since 1970 of the last change. */
  readonly changedAt: number;
  /** The published routine that it goes on with, where it does. */
  readonly slug?: string;
  /** How often it was saved: whoever saves says which one the change was made on. */
  readonly revision: number;
}

interface Shelf extends DBSchema {
  drafts: { key: string; value: PackedDraft };
  cards: { key: string; value: DraftCard };
}

/** Where drafts lie. All promises reject where the browser keeps nothing, or nothing more. */
export interface DraftShelf {
  cards(): Promise<readonly DraftCard[]>;
  find(id: string): Promise<{ readonly draft: PackedDraft; readonly revision: number } | null>;
  /** Puts what `make` gives for the revision that lies there (0 for none), all in one step; null leaves it as it is. */
  change(id: string, make: (revision: number) => { card: DraftCard; draft: PackedDraft } | null): Promise<boolean>;
  drop(id: string): Promise<void>;
  clear(): Promise<void>;
}

/** Drafts in IndexedDB. */
export function openDraftShelf(name = "eightcount-drafts"): DraftShelf {
  const shelf = database<Shelf>(name, (fresh) => {
    fresh.createObjectStore("drafts", { keyPath: "id" });
    fresh.createObjectStore("cards", { keyPath: "id" });
  });
  return {
    cards: async () => (await shelf()).getAll("cards"),
    async find(id) {
      const reading = (await shelf()).transaction(["drafts", "cards"]);
      const [draft, card] = await Promise.all([
        reading.objectStore("drafts").get(id),
        reading.objectStore("cards").get(id),
      ]);
      return draft && card ? { draft, revision: card.revision } : null;
    },
    async change(id, make) {
      const writing = (await shelf()).transaction(["drafts", "cards"], "readwrite", { durability: "strict" });
      const made = make((await writing.objectStore("cards").get(id))?.revision ?? 0);
      if (made)
        await Promise.all([writing.objectStore("drafts").put(made.draft), writing.objectStore("cards").put(made.card)]);
      await writing.done;
      return made !== null;
    },
    async drop(id) {
      const writing = (await shelf()).transaction(["drafts", "cards"], "readwrite");
      await Promise.all([
        writing.objectStore("drafts").delete(id),
        writing.objectStore("cards").delete(id),
        writing.done,
      ]);
    },
    async clear() {
      const writing = (await shelf()).transaction(["drafts", "cards"], "readwrite");
      await Promise.all([writing.objectStore("drafts").clear(), writing.objectStore("cards").clear(), writing.done]);
    },
  };
}
