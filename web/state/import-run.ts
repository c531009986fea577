import { danceAgain, draftOfFilm, type Filmed } from "#dance/choreo/filmed.ts";
import { makeWatch } from "../detector/watch.ts";
import type { Video } from "../video/index.ts";
import { dancersOf } from "./import-dancers.ts";
import type { ImportHold } from "./import-hold.ts";
import { ImportLog } from "./import-log.ts";
import type { Glimpse, Heard, ImportNotes, ImportState, ImportTools } from "./import-types.ts";
import type { ImportJob } from "./imports.ts";

/** Frames after which the time that is left is more than a guess. */
const KNOWN = 30;

/** One video on its way to a draft of the same id. It goes on where it was after a reload; all of it stays on the device. */
export class ImportRun {
  readonly state = makeWatch<ImportState>({ kind: "reading" });
  readonly notes = makeWatch<ImportNotes>({ notKept: false, notSaved: false });
  /** The latest picture judged; it is closed when the next comes. */
  readonly glimpse = makeWatch<Glimpse | null>(null);
  private readonly tools: ImportTools;
  private id!: string;
  private log!: ImportLog;
  private hold!: ImportHold;
  private file: File | null = null;
  private video: Video | null = null;
  private heard: Promise<Heard> | null = null;
  private pace = { at: 0, frames: 0 };
  private closed = false;
  /** Whether the file lies on this device, or is on its way there. */
  private kept = false;

  constructor(id: string, tools: ImportTools) {
    this.tools = tools;
    this.becomes(id);
  }

  /** Looks up what an earlier visit has left, and goes on with it; not before other tabs have let go of it. */
  async begin(): Promise<void> {
    if (!(await this.hold.mine)) return;
    this.state.set({ kind: "reading" });
    await this.log.read();
    this.file = await this.tools.findFile(this.id).catch(() => null);
    this.kept = this.file !== null;
    if (!this.closed) await this.goOn();
  }

  /** Takes a file: the one that was begun goes on, any other begins anew; beside a draft that is made, as a draft of its own. */
  async take(file: File): Promise<void> {
    const { job } = this.log;
    this.end();
    if (job?.name !== file.name || job.size !== file.size) {
      if (await this.drafted()) this.becomes(crypto.randomUUID());
      else if (job) await this.log.drop();
    }
    [this.file, this.heard, this.kept] = [file, null, false];
    await this.goOn();
  }

  /** Stops; what was judged stays. */
  stop(): void {
    this.end();
    const { job } = this.log;
    this.state.set(job ? { kind: "stopped", job } : { kind: "choosing", again: null });
  }

  /** Goes on where it stopped. */
  async goOn(): Promise<void> {
    const { file } = this;
    if (this.log.job?.ended) return this.finish();
    if (!file) return this.state.set({ kind: "choosing", again: this.log.job });
    this.state.set({ kind: "opening", name: file.name });
    const video = this.open(file);
    const opened = await video.open();
    if (this.video !== video) return;
    if (!opened.ok) return this.fail(opened.problem);
    if (!this.log.job) this.log.begin(file, opened.value);
    if (!this.kept) this.keep(file);
    await this.judge(video);
  }

  /** Forgets the file and all that was judged of it, but for what a draft was made of. */
  async discard(): Promise<void> {
    this.end();
    [this.file, this.heard] = [null, null];
    await this.forget();
    this.state.set({ kind: "choosing", again: null });
  }

  /** Makes the draft of the dancers chosen, in place of the tracks it had; a name for each where there are several. */
  async choose(dancers: Filmed["dancers"]): Promise<void> {
    const { job } = this.log;
    if (!job) return;
    this.state.set({ kind: "making" });
    try {
      await this.draft(job, dancers);
      this.end();
      this.state.set({ kind: "done", draft: this.id });
    } catch (thrown) {
      this.fail({ code: "not-drafted", message: (thrown as { readonly code?: string }).code ?? String(thrown) });
    }
  }

  private async draft(job: ImportJob, dancers: Filmed["dancers"]): Promise<void> {
    const before = await this.tools.loadDraft(this.id);
    const filmed = async () => ({
      id: this.id,
      title: titleOf(job),
      seconds: job.facts.seconds,
      ...(await this.hear()),
    });
    await this.tools.saveDraft(before ? danceAgain(before, dancers) : draftOfFilm({ ...(await filmed()), dancers }));
  }

  /** A picture of the file, for choosing; null where there is none. */
  async still(at: number): Promise<ImageBitmap | null> {
    if (!this.file) return null;
    if (!this.video) await this.open(this.file).open();
    return (await this.video?.still(at)) ?? null;
  }

  /** Nobody looks any more: ends the thread; what was judged stays. */
  close(): void {
    this.closed = true;
    this.end();
    this.letGo();
  }

  private end(): void {
    this.video?.close();
    this.video = null;
    this.glimpse.get()?.picture.close();
    this.glimpse.set(null);
  }

  private keep(file: File): void {
    this.kept = true;
    void this.tools.keepFile(this.id, file).then(({ ok }) => this.notes.set({ ...this.notes.get(), notKept: !ok }));
  }

  private becomes(id: string): void {
    if (this.id) this.letGo();
    this.id = id;
    this.hold = this.tools.hold(id, () => this.state.set({ kind: "elsewhere" }));
    this.log = new ImportLog(id, this.tools.imports, () => this.notes.set({ ...this.notes.get(), notSaved: true }));
  }

  /** Others may have it as soon as all is written. */
  private letGo(): void {
    const { hold } = this;
    void this.log.settled().then(hold.letGo);
  }

  /** Whether a draft is made of this id already; one that cannot be read is one. */
  private async drafted(): Promise<boolean> {
    return this.tools.loadDraft(this.id).then(
      (draft) => draft !== null,
      () => true,
    );
  }

  /** What an import has left; a draft keeps its video, and the frames of which its dancers are chosen again. */
  private async forget(): Promise<void> {
    const mine = this.log.job !== null;
    if (await this.drafted()) return;
    await this.log.drop();
    if (mine) await this.tools.dropFile(this.id);
  }

  private open(file: File): Video {
    this.end();
    this.video = this.tools.openVideo(file, {
      onPreparing: (preparing) => this.state.set({ kind: "preparing", name: file.name, preparing }),
      onFrames: (frames) => {
        this.log.add(frames);
        this.progress();
      },
      onGlimpse: (picture, poses) => {
        this.glimpse.get()?.picture.close();
        this.glimpse.set({ picture, poses });
      },
    });
    return this.video;
  }

  private async judge(video: Video): Promise<void> {
    if (this.log.job?.model == null) {
      const looked = await video.look();
      if (this.video !== video) return;
      if (!looked.ok) return this.fail(looked.problem);
      this.log.choose(looked.value);
    }
    const { job } = this.log;
    if (!job?.model) return;
    void this.hear();
    this.pace = { at: 0, frames: job.frames };
    const judged = await video.judge(job.model, job.judged);
    if (this.video !== video) return;
    if (!judged.ok) return this.fail(judged.problem);
    this.log.end(judged.value.cut);
    await this.finish();
  }

  private progress(): void {
    const { job } = this.log;
    if (!job) return;
    const now = this.tools.now();
    if (this.pace.at === 0) this.pace = { at: now, frames: job.frames };
    const done = job.frames - this.pace.frames;
    const each = done >= KNOWN ? (now - this.pace.at) / done / 1000 : null;
    const left = each === null ? null : Math.max(0, job.facts.frames - job.frames) * each;
    this.state.set({ kind: "running", job, left });
  }

  private async finish(): Promise<void> {
    const { job } = this.log;
    if (!job) return;
    this.state.set({ kind: "making" });
    const dancers = dancersOf(await this.log.all(), job.model ?? "thunder");
    if (dancers.length === 0) {
      await this.forget();
      return this.fail({ code: "video-nobody", message: job.name });
    }
    if (dancers.length > 1) return this.state.set({ kind: "who", job, dancers });
    if (await this.tools.loadDraft(this.id)) return this.state.set({ kind: "done", draft: this.id }); // edited since
    await this.choose(dancers.map((track) => ({ name: "", track })));
  }

  private fail({ code, message }: { readonly code: string; readonly message: string }): void {
    this.end();
    this.state.set({ kind: "failed", problem: code, detail: message });
  }

  /** What the sound tells; listened to once. */
  private hear(): Promise<Heard> {
    const { file } = this;
    const nothing: Heard = { tempo: null, print: [] };
    if (!file || !this.log.job?.facts.sound) return Promise.resolve(nothing);
    this.heard ??= this.tools.hear(file).catch(() => nothing);
    return this.heard;
  }
}

/** What the file is called, without its ending. */
const titleOf = ({ name }: ImportJob): string => name.replace(/\.[^.]*$/, "") || name;
