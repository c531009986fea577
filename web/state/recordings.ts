import { fail, type Outcome, ok } from "#dance/outcome.ts";
import { isFull, keepForGood, storageLeft } from "../offline/storage.ts";

/** Why a video or a song could not be kept on this device: no room, or a browser that keeps no files (a private window). */
export const RECORDING_PROBLEMS = ["recording-no-room", "recording-not-kept"] as const;
export type RecordingProblem = (typeof RECORDING_PROBLEMS)[number];

/** Bytes that a kept file must leave free for takes, drafts and the page itself. */
const SPARE = 30_000_000;

/** What says that a file is whole: written after it, and read before it. */
interface Label {
  /** Name among the files. */
  readonly file: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** Where kept files lie, and how to be the only one who changes them. */
export interface Shelf {
  root(): Promise<FileSystemDirectoryHandle>;
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Bytes left; null where nothing tells. */
  left(): Promise<number | null>;
}

/** Videos and songs kept on this device, by the id of a draft or the hash of a version. */
export interface Recordings {
  /** Keeps a file under an id, in place of what was there. Where it fails, what was there stays. */
  keep(id: string, file: File): Promise<Outcome<null, RecordingProblem>>;
  /** The file as it was kept; null where there is none or it did not arrive whole. */
  find(id: string): Promise<File | null>;
  /** Forgets it here; the bytes go with the last id that has them. */
  drop(id: string): Promise<void>;
  /** Forgets all of them. */
  clear(): Promise<void>;
  /** How many files there are, whoever has them, and their bytes. */
  kept(): Promise<{ readonly recordings: number; readonly bytes: number }>;
  /** The same file under another id too, without a copy; false where there is none. */
  link(from: string, to: string): Promise<boolean>;
}

/** Opens the kept files of a shelf: `labels/` by id, `files/` under names of their own. */
export function openRecordings(shelf: Shelf): Recordings {
  const room = async (name: "labels" | "files") => (await shelf.root()).getDirectoryHandle(name, { create: true });

  async function labelOf(id: string): Promise<Label | null> {
    try {
      const handle = await (await room("labels")).getFileHandle(nameOf(id));
      return readLabel(await (await handle.getFile()).text());
    } catch {
      return null;
    }
  }

  async function write(where: "labels" | "files", name: string, what: Blob): Promise<void> {
    const directory = await room(where);
    const pen = await (await directory.getFileHandle(name, { create: true })).createWritable();
    try {
      await pen.write(what);
      await pen.close(); // nothing of it is seen before
    } catch (cause) {
      await pen.abort().catch(() => undefined); // what was written under this name before stays
      throw cause;
    }
  }

  const label = (id: string, it: Label) => write("labels", nameOf(id), new Blob([JSON.stringify(it)]));

  /** What all labels say. */
  async function labels(): Promise<Label[]> {
    const all: Label[] = [];
    for await (const handle of (await room("labels")).values()) {
      const it = handle.kind === "file" ? readLabel(await (await handle.getFile()).text()) : null;
      if (it) all.push(it);
    }
    return all;
  }

  /** Files that no label names: of a tab that was closed while it wrote, or of an id that has let them go. */
  async function sweep(): Promise<void> {
    const named = new Set((await labels()).map(({ file }) => file));
    const files = await room("files");
    const stray: string[] = [];
    for await (const name of files.keys()) if (!named.has(name)) stray.push(name);
    for (const name of stray) await files.removeEntry(name).catch(() => undefined); // held open: the next time
  }

  async function keep(id: string, file: File): Promise<Outcome<null, RecordingProblem>> {
    await sweep();
    const left = await shelf.left();
    if (left !== null && left < file.size + SPARE)
      return fail("recording-no-room", `${file.size} bytes do not fit into ${left} and leave ${SPARE} free`);
    const name = crypto.randomUUID();
    try {
      await write("files", name, file);
      await label(id, { file: name, name: file.name, type: file.type, bytes: file.size });
    } finally {
      await sweep(); // of the one before; or, where it failed, of this one
    }
    return ok(null);
  }

  return {
    keep: (id, file) => shelf.alone(() => keep(id, file)).catch((cause: unknown) => refusal(cause)),
    async find(id) {
      const told = await labelOf(id);
      if (!told) return null;
      try {
        const kept = await (await (await room("files")).getFileHandle(told.file)).getFile();
        // Its own moment, by which it is known as the file that was heard before.
        const { lastModified } = kept;
        return kept.size === told.bytes ? new File([kept], told.name, { type: told.type, lastModified }) : null;
      } catch {
        return null;
      }
    },
    drop: (id) =>
      shelf
        .alone(async () => {
          await (await room("labels")).removeEntry(nameOf(id)).catch(() => undefined);
          await sweep();
        })
        .catch(() => undefined),
    clear: () =>
      shelf
        .alone(async () => {
          const directory = await room("labels");
          const names: string[] = [];
          for await (const name of directory.keys()) names.push(name);
          for (const name of names) await directory.removeEntry(name);
          await sweep();
        })
        .catch(() => undefined),
    async kept() {
      const sizes = new Map((await labels().catch(() => [])).map(({ file, bytes }) => [file, bytes]));
      return { recordings: sizes.size, bytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) };
    },
    link: (from, to) =>
      shelf
        .alone(async () => {
          const told = await labelOf(from);
          if (told) await label(to, told);
          return told !== null;
        })
        .catch(() => false),
  };
}

const nameOf = (id: string): string => encodeURIComponent(id);

function readLabel(text: string): Label | null {
  try {
    const { file, name, type, bytes } = JSON.parse(text) as Partial<Label>;
    const whole = [file, name, type].every((it) => typeof it === "string") && Number.isInteger(bytes);
    return whole ? ({ file, name, type, bytes } as Label) : null;
  } catch {
    return null;
  }
}

const refusal = (cause: unknown): Outcome<null, RecordingProblem> =>
  isFull(cause)
    ? fail("recording-no-room", "the device is full")
    : fail("recording-not-kept", cause instanceof Error ? cause.message : String(cause));

const opfs: Shelf = {
  root: async () => (await navigator.storage.getDirectory()).getDirectoryHandle("recordings", { create: true }),
  alone: async (work) => navigator.locks.request("eightcount.recordings", work) as ReturnType<typeof work>,
  left: async () => (await storageLeft())?.bytes ?? null,
};

const recordings = openRecordings(opfs);

/** Keeps a video or a song on this device under the id of a draft; asks the browser not to clear it. */
export async function keepRecording(id: string, file: File): Promise<Outcome<null, RecordingProblem>> {
  await keepForGood();
  return recordings.keep(id, file);
}

/** The file kept under a draft's id or a version's hash; null where there is none. */
export const findRecording = (id: string): Promise<File | null> => recordings.find(id);

/** Forgets what was kept under an id. */
export const dropRecording = (id: string): Promise<void> => recordings.drop(id);

/** What belongs to a draft belongs to the version made of it too; false where nothing was kept. */
export const linkRecording = (draft: string, version: string): Promise<boolean> => recordings.link(draft, version);

/** Forgets every video and song of this device. */
export const clearRecordings = (): Promise<void> => recordings.clear();

/** How many videos and songs are kept here, and their bytes. */
export const keptRecordings = () => recordings.kept();
