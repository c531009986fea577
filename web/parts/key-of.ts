/** What of a key that went down tells which it is. */
export type KeyPressed = Pick<KeyboardEvent, "key" | "code">;

/** A key by its letter, as it is without Shift; where a script has no such letter for it, as Korean, by its place. */
export function keyOf({ key, code }: KeyPressed): string {
  const place = /^Key([A-Z])$/.exec(code)?.[1];
  if (/^[!-~]$/.test(key) || place === undefined) return key.length === 1 ? key.toLowerCase() : key;
  return place.toLowerCase();
}

/** What of a key that went down tells whom it is for; `isComposing` while a letter is put together, as Korean ones are. */
export type KeyAimed = Pick<KeyboardEvent, "target"> & { readonly isComposing?: boolean };

/** Whether a key belongs to somebody who writes, and must do nothing else. */
export const isWriting = ({ target, isComposing }: KeyAimed): boolean =>
  isComposing === true ||
  ((target as HTMLElement | null)?.matches?.(
    "textarea, input:not([type=range], [type=checkbox], [type=radio]), [contenteditable]",
  ) ??
    false);

/** Whether a control that has the focus has a use for a key of its own: what presses it, and what moves within it. */
export function isNeeded({ key, target }: Pick<KeyboardEvent, "key" | "target">): boolean {
  const control = (target as HTMLElement | null)?.closest?.("button, a, summary, input, select, [role=radio]");
  if (!control) return false;
  if (control.matches("select")) return key.length === 1 || /^(Arrow|Home|End|Page)/.test(key);
  return key === " " || (/^Arrow/.test(key) && control.matches("input[type=range], [role=radio], [type=radio]"));
}
