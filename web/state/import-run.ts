import type { Filmed } from "#dance/choreo/filmed.ts";
import { makeWatch } from "../detector/watch.ts";
import type { Video } from "../video/index.ts";
import { dancersOf } from "./import-dancers.ts";
import { draftOfImport, isDrafted, keepDraft } from "./import-draft.ts";
import { ImportEyes } from "./import-eyes.ts";
import { ImportFile, isFileOf, NOTHING } from "./import-file.ts";
import type { ImportHold } from "./import-hold.ts";
import { ImportLog } from "./import-log.ts";
import { ImportPace } from "./import-pace.ts";
import { type Mine, makeTurns } from "./import-turns.ts";
import type { Heard, ImportNotes, ImportState, ImportTools } from "./import-types.ts";

/** One video on its way to a draft of the same id. It goes on where it was after a reload; all of it stays on the device. */
export class ImportRun {
  readonly state = makeWatch<ImportState>({ kind: "reading" });
  readonly notes = makeWatch<ImportNotes>({ notKept: false, notSaved: false });
  readonly eyes: ImportEyes;
  private readonly tools: ImportTools;
  private id!: string;
  private log!: ImportLog;
  private hold!: ImportHold;
  private readonly file: ImportFile;
  private readonly pace = new ImportPace();
  private readonly turns = makeTurns();
  /** What an earlier visit has left was read; before that nothing is written over it. */
  private known = false;

  constructor(id: string, tools: ImportTools) {
    this.tools = tools;
    this.file = new ImportFile(tools, (notKept) => this.notes.set({ ...this.notes.get(), notKept }));
    this.eyes = new ImportEyes(tools.openVideo, {
      onPreparing: (preparing) => this.state.set({ kind: "preparing", name: this.file.now?.name ?? "", preparing }),
      onFrames: (frames) => {
        this.log.add(frames);
        this.progress();
      },
    });
    this.becomes(id);
  }

  /** Looks up what an earlier visit has left, and goes on with it; not before other tabs have let go of it. */
  begin(): Promise<void> {
    return this.work(async (mine) => {
      if (!(await this.hold.mine) || !mine()) return;
      this.state.set({ kind: "reading" });
      await this.log.read();
      this.known = true;
      await this.file.find(this.id, this.log.job);
      if (mine()) await this.advance(mine);
    });
  }

  /** Takes a file: the one that was begun goes on, any other begins anew; beside a draft that is made, as a draft of its own. */
  take(file: File): Promise<void> {
    return this.work(async (mine) => {
      this.eyes.close();
      await this.log.lost(); // then it begins anew
      const { job } = this.log;
      if (!job || !isFileOf(job, file)) {
        const taken = !this.known || (await isDrafted(this.tools, this.id));
        if (!mine()) return;
        if (taken) this.becomes(crypto.randomUUID());
        else if (job) await this.log.drop();
      }
      this.known = true;
      this.file.becomes(file);
      if (mine()) await this.advance(mine);
    });
  }

  /** Stops; what was judged stays. */
  stop(): void {
    this.turns();
    this.eyes.close();
    const { job } = this.log;
    this.state.set(job ? { kind: "stopped", job } : { kind: "choosing", again: null });
  }

  /** Goes on where it stopped. */
  goOn(): Promise<void> {
    return this.known ? this.work((mine) => this.advance(mine)) : this.begin();
  }

  /** Forgets the file and all that was judged of it, but for what a draft was made of. */
  discard(): Promise<void> {
    return this.work(async (mine) => {
      this.eyes.close();
      await this.forget();
      if (mine()) this.empty();
    });
  }

  /** Makes the draft of the dancers chosen, in place of the tracks it had; a name for each where there are several. */
  choose(dancers: Filmed["dancers"]): Promise<void> {
    return this.work((mine) => this.make(dancers, mine));
  }

  /** A picture of the file, for choosing; null where there is none. */
  async still(at: number): Promise<ImageBitmap | null> {
    const file = this.file.now;
    if (!file) return null;
    if (!this.eyes.video) await this.eyes.open(file).open();
    return (await this.eyes.video?.still(at)) ?? null;
  }

  /** Nobody looks any more: ends the thread; what was judged stays. */
  close(): void {
    this.turns();
    this.eyes.close();
    this.letGo();
  }

  /** One thing at a time: what was under way before has no say any more, and what goes wrong is told. */
  private async work(doing: (mine: Mine) => Promise<void>): Promise<void> {
    const mine = this.turns();
    await doing(mine).catch((cause: unknown) => mine() && this.fail({ code: "import-unread", message: String(cause) }));
  }

  private async advance(mine: Mine): Promise<void> {
    const file = this.file.now;
    if (await this.log.lost()) return mine() ? this.empty() : undefined;
    if (this.log.job) this.file.keep(this.id);
    if (this.log.job?.ended) return this.finish(mine);
    if (!file) return this.state.set({ kind: "choosing", again: this.log.job });
    this.state.set({ kind: "opening", name: file.name });
    const video = this.eyes.open(file);
    const opened = await video.open();
    if (!mine()) return;
    if (!opened.ok) return this.fail(opened.problem);
    if (!this.log.job) this.log.begin(file, opened.value);
    this.file.keep(this.id);
    await this.judge(video, mine);
  }

  private becomes(id: string): void {
    if (this.id) this.letGo();
    this.id = id;
    this.hold = this.tools.hold(id, () => this.state.set({ kind: "elsewhere" }));
    this.log = new ImportLog(id, this.tools.imports, {
      onUnsaved: () => this.notes.set({ ...this.notes.get(), notSaved: true }),
      onGone: () => this.empty(),
    });
  }

  private empty(): void {
    this.turns();
    this.eyes.close();
    this.file.becomes(null);
    this.state.set({ kind: "choosing", again: null });
  }

  /** Others may have it as soon as all is written. */
  private letGo(): void {
    const { hold } = this;
    void this.log.settled().then(hold.letGo);
  }

  /** What an import has left; a draft keeps its video, and the frames of which its dancers are chosen again. */
  private async forget(): Promise<void> {
    const begun = this.log.job !== null;
    if (!this.known || (await isDrafted(this.tools, this.id))) return;
    await this.log.drop();
    if (begun) await this.tools.dropFile(this.id);
  }

  private async judge(video: Video, mine: Mine): Promise<void> {
    if (this.log.job?.model == null) {
      const looked = await video.look();
      if (!mine()) return;
      if (!looked.ok) return this.fail(looked.problem);
      this.log.choose(looked.value);
    }
    const { job } = this.log;
    if (!job?.model) return;
    void this.hear();
    this.pace.begin();
    const judged = await video.judge(job.model, job.judged);
    if (!mine()) return;
    if (!judged.ok) return this.fail(judged.problem);
    this.log.end(judged.value.cut);
    await this.finish(mine);
  }

  private progress(): void {
    const { job } = this.log;
    if (!job) return;
    this.state.set({ kind: "running", job, left: this.pace.left(job, this.tools.now()) });
  }

  private async finish(mine: Mine): Promise<void> {
    const { job } = this.log;
    if (!job) return;
    this.state.set({ kind: "making" });
    const frames = await this.log.all();
    if (!mine()) return;
    const dancers = dancersOf(frames, job.model ?? "thunder");
    if (dancers.length === 0) {
      if (frames.length < job.frames) throw new Error(`${frames.length} of ${job.frames} frames are here`);
      await this.forget();
      return mine() ? this.fail({ code: "video-nobody", message: job.name }) : undefined;
    }
    if (dancers.length > 1) return this.state.set({ kind: "who", job, dancers });
    const edited = await this.tools.loadDraft(this.id);
    if (!mine()) return;
    if (edited) return this.state.set({ kind: "done", draft: this.id });
    const parts = dancers.map((track) => ({ name: "", track }));
    await this.make(parts, mine);
  }

  private async make(dancers: Filmed["dancers"], mine: Mine): Promise<void> {
    const { job } = this.log;
    if (!job) return;
    this.state.set({ kind: "making" });
    const draft = await draftOfImport(this.tools, job, dancers, () => this.hear());
    if (await this.log.lost()) return mine() ? this.empty() : undefined;
    const kept = mine() ? await keepDraft(this.tools, draft) : null;
    if (!kept || !mine()) return;
    if (!kept.ok) return this.fail(kept.problem);
    this.eyes.close();
    this.state.set({ kind: "done", draft: this.id });
  }

  private fail({ code, message }: { readonly code: string; readonly message: string }): void {
    this.eyes.close();
    this.state.set({ kind: "failed", problem: code, detail: message });
  }

  /** What the sound tells, where there is one. */
  private async hear(): Promise<Heard> {
    return this.log.job?.facts.sound ? this.file.hear() : NOTHING;
  }
}
