import { blankDraft, type Draft } from "#dance/choreo/draft.ts";
import { packDraft, unpackDraft } from "#dance/choreo/packed-draft.ts";
import { fail, type Outcome, ok } from "#dance/outcome.ts";
import { isFull, keepForGood } from "../offline/storage.ts";
import { type DraftCard, type DraftShelf, openDraftShelf } from "./draft-shelf.ts";

export type { DraftCard } from "./draft-shelf.ts";

/** Why a draft was not kept: no room, a browser that keeps nothing (a private window), another tab was sooner or deleted it. */
export const DRAFT_KEEPING = ["draft-no-room", "draft-not-kept", "draft-changed-elsewhere", "draft-gone"] as const;
export type DraftKeeping = (typeof DRAFT_KEEPING)[number];

/** A draft and how often it was saved before. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly revision: number;
}

/** Routines in the making, on this device. */
export interface Drafts {
  /** Last changed first; none where the browser keeps nothing. */
  list(): Promise<readonly DraftCard[]>;
  /** Null where there is none; rejects where that cannot be told. */
  find(id: string): Promise<KeptDraft | null>;
  /**
   * Keeps a draft that was made of the revision `since` (0 for a new one; null whatever lies there); its new revision. Where
   * another tab has saved in between nothing is overwritten, and that is told.
   */
  save(draft: Draft, since: number | null): Promise<Outcome<number, DraftKeeping>>;
  drop(id: string): Promise<void>;
  /** Forgets all drafts; nothing to forget is no failure. The ids of those that were there. */
  clear(): Promise<readonly string[]>;
}

const cardOf = (draft: Draft, revision: number, changedAt: number): DraftCard => ({
  id: draft.id,
  title: { en: draft.title.en || draft.title.ko, ko: draft.title.ko || draft.title.en },
  bpm: draft.tempo?.bpm ?? null,
  counts: draft.counts,
  positions: draft.positions.length,
  keyframes: draft.positions[0]?.keyframes.length ?? 0,
  cover: coverOf(draft),
  changedAt,
  ...(draft.slug !== undefined && { slug: draft.slug }),
  revision,
});

/** A card kept before titles were told in both languages had one text. */
const inBoth = (card: DraftCard): DraftCard => {
  const title = card.title as DraftCard["title"] | string;
  return typeof title === "string" ? { ...card, title: { en: title, ko: title } } : card;
};

/** The heaviest keyframe, or the surest of a few frames. */
function coverOf({ positions }: Draft): Float32Array | null {
  const [first] = positions;
  if (!first) return null;
  const [heaviest] = [...first.keyframes].sort((a, b) => b.weight - a.weight);
  if (heaviest) return heaviest.pose.slice();
  const some = Array.from({ length: 20 }, (_, i) => first.track[Math.floor((i * first.track.length) / 20)]?.pose);
  const sure = (pose: Float32Array) => pose.reduce((sum, value, i) => (i % 3 === 2 ? sum + value : sum), 0);
  return (
    some
      .filter((pose) => pose !== undefined)
      .sort((a, b) => sure(b) - sure(a))[0]
      ?.slice() ?? null
  );
}

/** Opens the drafts of a shelf; `now` in ms since 1970. */
export function openDrafts(shelf: DraftShelf, now: () => number = Date.now): Drafts {
  return {
    list: async () => {
      const cards = await shelf.cards().catch(() => []);
      return cards.map(inBoth).sort((a, b) => b.changedAt - a.changedAt);
    },
    async find(id) {
      const kept = await shelf.find(id);
      return kept && { draft: unpackDraft(kept.draft), revision: kept.revision };
    },
    async save(draft, since) {
      let revision = 0;
      try {
        const packed = packDraft(draft);
        const kept = await shelf.change(draft.id, (there) => {
          revision = there + 1;
          return since === null || since === there ? { draft: packed, card: cardOf(draft, revision, now()) } : null;
        });
        if (!kept && revision === 1)
          return fail("draft-gone", `no revision lies there, the change was made on ${since}`);
        return kept
          ? ok(revision)
          : fail("draft-changed-elsewhere", `revision ${revision - 1} lies there, the change was made on ${since}`);
      } catch (cause) {
        return isFull(cause)
          ? fail("draft-no-room", "the device is full")
          : fail("draft-not-kept", cause instanceof Error ? cause.message : String(cause));
      }
    },
    drop: (id) => shelf.drop(id),
    async clear() {
      const cards = await shelf.cards().catch(() => []);
      await shelf.clear().catch(() => undefined);
      return cards.map(({ id }) => id);
    },
  };
}

export const drafts = openDrafts(openDraftShelf());

/** A draft could not be kept; `code` says why, in words by `problemSentence`. */
export class DraftNotKept extends Error {
  readonly code: DraftKeeping;
  constructor(code: DraftKeeping, message: string) {
    super(message);
    this.code = code;
  }
}

/** What is kept, last changed first. */
export const listDrafts = (): Promise<readonly DraftCard[]> => drafts.list();

/** A kept draft; null where there is none of this id. Rejects where that cannot be told. */
export const loadDraft = async (id: string): Promise<Draft | null> => (await drafts.find(id))?.draft ?? null;

/** Keeps a draft, in place of the one of the same id; rejects with DraftNotKept. */
export async function saveDraft(draft: Draft): Promise<void> {
  void keepForGood(); // a browser that asks its user may take its time
  const kept = await drafts.save(draft, null);
  if (!kept.ok) throw new DraftNotKept(kept.problem.code as DraftKeeping, kept.problem.message);
  tellDraft({ id: draft.id, revision: kept.value });
}

/** Forgets a draft. What is kept of its recording is another thing (recordings.ts). */
export async function dropDraft(id: string): Promise<void> {
  await drafts.drop(id);
  tellDraft({ id, revision: 0 });
}

/** Forgets all drafts of this device, and tells the tabs that show them. */
export async function clearDrafts(): Promise<void> {
  for (const id of await drafts.clear()) tellDraft({ id, revision: 0 });
}

/** A draft with an id of its own; whatever is not given is empty. Nothing is kept yet. */
export const newDraft = (parts: Partial<Omit<Draft, "id">>): Draft => ({
  ...blankDraft(crypto.randomUUID()),
  ...parts,
});

/** A draft was saved (its new revision) or dropped (0), in some tab. */
export interface DraftNews {
  readonly id: string;
  readonly revision: number;
}

const CHANNEL = "eightcount.drafts";

/** Tells the other tabs. */
export function tellDraft(news: DraftNews): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}

/** Hears what other tabs save; the answer stops it. */
export function onDraftNews(listener: (news: DraftNews) => void): () => void {
  if (typeof BroadcastChannel === "undefined") return () => undefined;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<DraftNews>) => listener(data);
  return () => channel.close();
}
