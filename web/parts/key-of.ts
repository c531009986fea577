/** What of a key that went down tells which it is. */
export type KeyPressed = Pick<KeyboardEvent, "key" | "code">;

/** A key by its letter, as it is without Shift; where a script has no such letter for it, as Korean, by its place. */
export function keyOf({ key, code }: KeyPressed): string {
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  if (/^[!-~]$/.test(key) || place === undefined) return key.length === 1 ? key.toLowerCase() : key;
  return place.toLowerCase();
}
