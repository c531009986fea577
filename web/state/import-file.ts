import type { Heard, ImportTools } from "./import-types.ts";
import type { ImportJob } from "./imports.ts";

/** What silence tells. */
export const NOTHING: Heard = { tempo: null, print: [] };

/** Whether a file is the one of which an import was begun. */
export const isFileOf = ({ name, size }: ImportJob, file: File): boolean => name === file.name && size === file.size;

/** The file of an import: whether it lies on this device, and what it sounds like. */
export class ImportFile {
  now: File | null = null;
  /** It lies on this device, or is on its way there. */
  private kept = false;
  private heard: Promise<Heard> | null = null;
  private readonly tools: Pick<ImportTools, "keepFile" | "findFile" | "hear">;
  private readonly onNotKept: (notKept: boolean) => void;

  constructor(tools: ImportTools, onNotKept: (notKept: boolean) => void) {
    [this.tools, this.onNotKept] = [tools, onNotKept];
  }

  /** What an earlier visit has kept, if it is the file of its import. */
  async find(id: string, job: ImportJob | null): Promise<void> {
    const found = await this.tools.findFile(id).catch(() => null);
    this.now = found && (!job || isFileOf(job, found)) ? found : null;
    this.kept = this.now !== null;
  }

  /** Another file, or none any more. */
  becomes(file: File | null): void {
    [this.now, this.heard, this.kept] = [file, null, false];
  }

  /** Keeps it on this device unless it is there; the import does not wait for that. Where it failed it is tried again. */
  keep(id: string): void {
    if (this.kept || !this.now) return;
    const file = this.now;
    this.kept = true;
    void this.tools.keepFile(id, file).then(({ ok }) => {
      if (this.now !== file) return;
      this.kept = ok;
      this.onNotKept(!ok);
    });
  }

  /** What the sound tells; listened to once. */
  hear(): Promise<Heard> {
    if (!this.now) return Promise.resolve(NOTHING);
    this.heard ??= this.tools.hear(this.now).catch(() => NOTHING);
    return this.heard;
  }
}
