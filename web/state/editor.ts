import type { Draft, DraftPosition } from "#dance/choreo/draft.ts";
import { edited, type History, historyOf, redone, undone } from "#dance/choreo/edit/history.ts";
import { type DraftKeeping, type Drafts, drafts, type KeptDraft, onDraftNews, tellDraft } from "./drafts.ts";
import { onLeaving } from "./leaving.ts";
import { linkCopy } from "./own-song.ts";
import { type Store, store } from "./stored.ts";

/** Where the draft stands on the disk: there, on its way, or why not. */
export type Keeping = "kept" | "waiting" | DraftKeeping;

/** What the editor shows. */
export interface EditorView {
  readonly history: History;
  /** Which position is worked on. */
  readonly at: number;
  /** The count that is chosen: whole or half, from 0. */
  readonly count: number;
  readonly keeping: Keeping;
}

/** Where this happened nothing is kept any more until its author has said how to go on. */
const PARTED: readonly Keeping[] = ["draft-changed-elsewhere", "draft-gone"];

/** Quiet after which an edit is kept, and the time after which a device that refused it is asked again. */
const [QUIET_MS, AGAIN_MS] = [500, 5000];

/** One draft under the hands of its author: edits, undo, what is chosen, and keeping it all the while. */
export class Editor {
  readonly view: Store<EditorView>;
  readonly #shelf: Drafts;
  #revision: number;
  #kept: Draft;
  /** What stands here unasked: nobody would miss it. */
  #unasked: Draft | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> = Promise.resolve();
  readonly #stopNews: () => void;
  readonly #stopLeaving: () => void;

  constructor({ draft, revision }: KeptDraft, shelf: Drafts = drafts) {
    this.#shelf = shelf;
    this.view = store<EditorView>({ history: historyOf(draft), at: 0, count: 0, keeping: "kept" });
    this.#revision = revision;
    this.#kept = draft;
    this.#stopNews = onDraftNews((news) => void this.#hear(news));
    this.#stopLeaving = onLeaving(this.#now, () => this.unkept && this.view.get().keeping !== "waiting");
  }

  readonly #now = (): void => void this.flush();

  get draft(): Draft {
    return this.view.get().history.now;
  }

  /** The position that is worked on; undefined in a draft without any. */
  get position(): DraftPosition | undefined {
    return this.draft.positions[this.view.get().at];
  }

  /** Whether this tab alone holds something of it. */
  get unkept(): boolean {
    return !this.#waitsForNobody() && this.view.get().keeping !== "draft-gone";
  }

  /** Changes the draft. Edits of one `gesture` (a drag, typing) are one step to undo. */
  edit(change: (draft: Draft, at: number) => Draft, gesture: string | null = null): void {
    const { history, at } = this.view.get();
    this.#become(edited(history, change(history.now, at), gesture));
  }

  /** Changes the draft unasked; where another tab was sooner, theirs stands instead. */
  prepare(change: (draft: Draft) => Draft): void {
    this.edit(change);
    this.#unasked = this.draft;
  }

  readonly undo = (): void => this.#become(undone(this.view.get().history));
  readonly redo = (): void => this.#become(redone(this.view.get().history));

  /** Chooses a count, whole or half, within the draft. */
  choose(count: number): void {
    const most = Math.max(0, this.draft.counts - 0.5);
    this.#show({ count: Math.min(most, Math.max(0, Math.round(count * 2) / 2)) });
  }

  /** Works on another position. */
  choosePosition(at: number): void {
    if (at in this.draft.positions) this.#show({ at });
  }

  /** Keeps what is not kept yet, and waits for it. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(() => this.#save());
    await this.#saving;
  }

  /** Goes on with what another tab has kept; undo brings back what was here. Where it was deleted meanwhile that is told. */
  async takeTheirs(): Promise<void> {
    const theirs = await this.#theirs();
    if (theirs) this.#standOn(theirs);
    if (theirs === null) this.#show({ keeping: "draft-gone" });
  }

  /** Keeps what is here as a draft of its own, its recording with it; its id, or null where that failed. */
  async keepCopy(): Promise<string | null> {
    const id = crypto.randomUUID();
    let revision = 0;
    do {
      const { draft } = this;
      const kept = await this.#shelf.save({ ...draft, id }, revision);
      if (!kept.ok) {
        this.#show({ keeping: kept.problem.code as DraftKeeping });
        return null;
      }
      if (revision === 0) await linkCopy(draft.id, id, draft.recording);
      revision = kept.value;
      this.#kept = draft;
    } while (this.draft !== this.#kept); // edited meanwhile
    return id;
  }

  /** Keeps what is left and hears no more. */
  close(): void {
    void this.flush().then(() => clearTimeout(this.#timer));
    this.#stopNews();
    this.#stopLeaving();
  }

  #show(part: Partial<EditorView>): void {
    this.view.set({ ...this.view.get(), ...part });
  }

  #become(history: History): void {
    const before = this.view.get();
    if (history === before.history) return;
    this.#stand(history, before.keeping === "kept" ? "waiting" : before.keeping); // trouble stays until it is over
    this.#later(QUIET_MS);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#now, ms);
  }

  /** Shows a draft: what was chosen stays chosen as far as that is in it. */
  #stand(history: History, keeping: Keeping): void {
    const { at, count } = this.view.get();
    const { counts, positions } = history.now;
    this.#show({
      history,
      at: Math.min(at, Math.max(0, positions.length - 1)),
      count: Math.min(count, Math.max(0, counts - 0.5)),
      keeping,
    });
  }

  async #save(): Promise<void> {
    const draft = this.draft;
    if (PARTED.includes(this.view.get().keeping)) return;
    if (draft === this.#kept) return this.#show({ keeping: "kept" });
    const kept = await this.#shelf.save(draft, this.#revision);
    if (!kept.ok) return this.#refused(kept.problem.code as DraftKeeping);
    this.#revision = kept.value;
    this.#kept = draft;
    tellDraft({ id: draft.id, revision: kept.value });
    this.#show({ keeping: this.draft === draft ? "kept" : "waiting" });
  }

  async #refused(keeping: DraftKeeping): Promise<void> {
    if (keeping === "draft-changed-elsewhere" && this.#waitsForNobody()) await this.#follow();
    if (this.draft === this.#kept) return;
    this.#show({ keeping });
    if (!PARTED.includes(keeping)) this.#later(AGAIN_MS);
  }

  /** Nothing is here that its author did and that is not kept. */
  #waitsForNobody(): boolean {
    return this.draft === this.#kept || this.draft === this.#unasked;
  }

  /** What lies there now: null where it was deleted, undefined where that cannot be read. */
  #theirs(): Promise<KeptDraft | null | undefined> {
    return this.#shelf.find(this.draft.id).catch(() => undefined);
  }

  #standOn(theirs: KeptDraft): void {
    this.#revision = theirs.revision;
    this.#kept = theirs.draft;
    this.#stand(edited(this.view.get().history, theirs.draft), "kept");
  }

  /** Goes on with what another tab has kept, unless somebody works here meanwhile. */
  async #follow(): Promise<void> {
    const theirs = await this.#theirs();
    if (theirs && theirs.revision > this.#revision && this.#waitsForNobody()) this.#standOn(theirs);
  }

  /** Another tab has kept this draft: nothing waits here, so it goes on from there; else the next saving tells. */
  async #hear({ id, revision }: { readonly id: string; readonly revision: number }): Promise<void> {
    if (id !== this.draft.id) return;
    if (revision === 0) return this.#show({ keeping: "draft-gone" });
    if (revision > this.#revision && this.#waitsForNobody()) await this.#follow();
  }
}
