import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from "idb";

/**
 * The way to a database of this device, opened when it is first asked for and anew after the browser has closed it. Rejects
 * where the browser keeps nothing, also where it has no IndexedDB at all; asked again, it tries again.
 */
export function database<Schema extends DBSchema>(
  name: string,
  upgrade: NonNullable<OpenDBCallbacks<Schema>["upgrade"]>,
): () => Promise<IDBPDatabase<Schema>> {
  let db: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = () => {
    db = undefined;
  };
  // async, so that a browser without any IndexedDB is a rejection like every other refusal
  const open = async () => openDB<Schema>(name, 1, { upgrade, terminated: forget });
  return () => {
    db ??= open().catch((cause) => {
      forget();
      throw cause;
    });
    return db;
  };
}
