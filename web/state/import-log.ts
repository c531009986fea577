import type { Crowd } from "#dance/pose/follow.ts";
import { type ModelName, type PackedFrames, unpackFrames, type VideoFacts } from "../video/index.ts";
import { ImportGone, type ImportJob, type Imports } from "./imports.ts";

/** What a log tells. */
export interface ImportLogEvents {
  /** What comes from now on is not written any more. */
  readonly onUnsaved: () => void;
  /** It was forgotten in another tab; nothing of it is left here either. */
  readonly onGone: () => void;
}

/** What was judged of one video, written down as it comes; where that fails, held until the page is closed. */
export class ImportLog {
  job: ImportJob | null = null;
  private readonly id: string;
  private readonly imports: Imports;
  private readonly on: ImportLogEvents;
  /** Frames that could not be written, with how many there were before. */
  private loose: { readonly at: number; readonly frames: PackedFrames }[] = [];
  private writing: Promise<void> = Promise.resolve();
  private refused = false;

  constructor(id: string, imports: Imports, on: ImportLogEvents) {
    [this.id, this.imports, this.on] = [id, imports, on];
  }

  /** What an earlier visit has left; rejects where that cannot be told. */
  async read(): Promise<void> {
    this.job = await this.imports.get(this.id);
  }

  /** Whether what was written of it was forgotten in another tab: then nothing of it is left here either. */
  async lost(): Promise<boolean> {
    await this.writing;
    const { job } = this;
    if (!job || this.refused || (await this.imports.get(this.id).catch(() => job))) return false;
    [this.job, this.loose] = [null, []];
    return true;
  }

  begin({ name, size, lastModified }: File, facts: VideoFacts): void {
    const file = { id: this.id, name, size, modified: lastModified };
    this.job = { ...file, facts, model: null, judged: -1, frames: 0, ended: false, cut: false };
    const job = this.job;
    this.write(() => this.imports.put(job));
  }

  choose(model: ModelName): void {
    this.change({ model });
  }

  add(frames: PackedFrames): void {
    if (!this.job || frames.times.length === 0) return;
    const at = this.job.frames;
    this.job = { ...this.job, frames: at + frames.times.length, judged: frames.times.at(-1) as number };
    const job = this.job;
    this.write(
      () => this.imports.add(job, at, frames),
      () => this.loose.push({ at, frames }),
    );
  }

  end(cut: boolean): void {
    this.change({ ended: true, cut });
  }

  /** Every frame judged so far, in order; rejects where what was written cannot be read. */
  async all(): Promise<Crowd[]> {
    await this.writing;
    const kept = await this.imports.frames(this.id);
    return [...kept, ...this.loose.map(({ frames }) => frames)].flatMap(unpackFrames);
  }

  /** All that came so far is written, or never will be. */
  settled(): Promise<void> {
    return this.writing;
  }

  /** Forgets all of it; where that is refused it rejects, and all is as before. */
  async drop(): Promise<void> {
    await this.writing;
    await this.imports.drop(this.id);
    [this.job, this.loose, this.refused] = [null, [], false];
  }

  private gone(): void {
    [this.job, this.loose] = [null, []];
    this.on.onGone();
  }

  private change(part: Partial<ImportJob>): void {
    if (!this.job) return;
    const job = { ...this.job, ...part };
    this.job = job;
    this.write(() => this.imports.change(job));
  }

  /** One after the other; after a refusal nothing is written any more, so that what is written has no hole. */
  private write(work: () => Promise<void>, instead: () => void = () => undefined): void {
    this.writing = this.writing.then(async () => {
      if (this.refused) return instead();
      await work().catch((cause: unknown) => {
        if (cause instanceof ImportGone) return this.gone();
        this.refused = true;
        this.on.onUnsaved();
        instead();
      });
    });
  }
}
