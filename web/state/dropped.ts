/** What was dropped: a folder comes as all files in it, with its name. */
export interface Dropped {
  readonly files: readonly File[];
  /** The folder's name; empty where single files were dropped. */
  readonly folder: string;
}

/** The files that were dropped. To be asked in the event itself: afterwards a browser tells nothing of them any more. */
export async function droppedFiles({ items, files }: Pick<DataTransfer, "items" | "files">): Promise<Dropped> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return { files: [...files], folder: "" };
  const folder = entries.find(({ isDirectory }) => isDirectory)?.name ?? "";
  return { files: (await Promise.all(entries.map(filesIn))).flat(), folder };
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return [await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A hundred at a time, until none come any more.
  for (let more = await read(reader); more.length > 0; more = await read(reader)) inside.push(...more);
  return (await Promise.all(inside.map(filesIn))).flat();
}

const read = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((done, failed) => reader.readEntries(done, failed));
