import type { KeyboardEvent } from "react";

/**
 * Arrow keys inside a group of buttons of which only one stands in the tab order. Left and right move by one,
 * up and down by a row of `columns`.
 */
export function rove(event: KeyboardEvent<HTMLElement>, columns: number): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
  if (step === undefined) return;
  const all = [...event.currentTarget.querySelectorAll("button")];
  const next = all[all.indexOf(event.target as HTMLButtonElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
