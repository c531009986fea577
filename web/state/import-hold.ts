const LOCK = "eightcount.import.";

/** An import that this page has, or waits for. */
export interface ImportHold {
  /** Resolves once this page has it; false where it was let go before. */
  readonly mine: Promise<boolean>;
  readonly letGo: () => void;
}

/** What keeps locks for all tabs; null where the browser has none. */
export type Locks = Pick<LockManager, "query" | "request"> | null;

/** The locks of this browser. */
export const locksHere = (): Locks => globalThis.navigator?.locks ?? null;

/** Takes an import for this page alone; where another tab has it, tells so and waits until that lets go. */
export function holdImport(id: string, onElsewhere: () => void, locks = locksHere()): ImportHold {
  const over = new AbortController();
  const { signal } = over;
  const ended = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  const mine = new Promise<boolean>((resolve) => {
    if (!locks) return resolve(true);
    const have = () => {
      resolve(!signal.aborted);
      return ended;
    };
    const wait = async () => {
      onElsewhere();
      await locks.request(LOCK + id, { signal }, have);
    };
    locks
      .request(LOCK + id, { ifAvailable: true }, (lock) => lock && have().then(() => true))
      .then((had) => (had || signal.aborted ? undefined : wait()))
      // Where the browser refuses to keep locks, no tab can be told from another.
      .catch(() => resolve(!signal.aborted));
  });
  return { mine, letGo: () => over.abort() };
}

/** The imports that some tab has just now. */
export async function heldImports(locks = locksHere()): Promise<ReadonlySet<string>> {
  const told = await locks?.query().catch(() => null);
  const names = (told?.held ?? []).map(({ name }) => name ?? "");
  return new Set(names.filter((name) => name.startsWith(LOCK)).map((name) => name.slice(LOCK.length)));
}

/** Does something with an import, unless some tab has it. */
export async function whereFree(id: string, work: () => Promise<unknown>, locks = locksHere()): Promise<void> {
  if (!locks) return void (await work());
  await locks.request(LOCK + id, { ifAvailable: true }, (lock) => lock && work());
}

/** Waits until no tab has an import; false where `signal` came first, or nothing tells. */
export async function whenFree(id: string, signal: AbortSignal, locks = locksHere()): Promise<boolean> {
  if (!locks) return false;
  return locks.request(LOCK + id, { signal }, () => true).catch(() => false);
}
