import { useEffect, useState } from "react";

interface Closable {
  close(): void;
}

type Open<T> = () => Promise<T>;

/** Opens something and tells that it came, or that it could not be opened. Returns how to leave: what comes later is closed. */
export function opening<T extends Closable>(open: Open<T>, came: (it: T) => void, failed: () => void): () => void {
  let left = false;
  // async, so that what throws at once is a refusal like every other
  const asked = (async () => open())();
  asked.then(
    (it) => (left ? it.close() : came(it)),
    () => left || failed(),
  );
  return () => {
    left = true;
  };
}

/** How it stands with something that a page opens. */
export interface Opened<T> {
  /** What was opened last; null before the first is there. */
  readonly it: T | null;
  /** It is what is asked for now. */
  readonly fresh: boolean;
  /** Where it could not be opened: tries once more. */
  readonly again: (() => void) | null;
}

/** Opens something for as long as the page is there, anew with every other `open`; what was before is closed once the next is there. */
export function useOpened<T extends Closable>(open: Open<T> | null): Opened<T> {
  const [opened, setOpened] = useState<{ readonly by: Open<T>; readonly it: T } | null>(null);
  const [failed, setFailed] = useState<{ readonly by: Open<T> } | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every try opens it once more
  useEffect(() => {
    if (!open) return;
    return opening(
      open,
      (it) => setOpened({ by: open, it }),
      () => setFailed({ by: open }),
    );
  }, [open, tries]);
  useEffect(() => () => opened?.it.close(), [opened]);
  const again = () => {
    setFailed(null);
    setTries(tries + 1);
  };
  return {
    it: opened?.it ?? null,
    fresh: opened !== null && opened.by === open,
    again: failed !== null && failed.by === open ? again : null,
  };
}
