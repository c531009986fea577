import type { JudgementWord } from "#dance/scoring/result.ts";

/** The colours of the stage by the names they have in tokens.css; these values are its dark theme, which pictures keep. */
export const DARK = {
  bg: "#0d0e10",
  surface: "#17191c",
  raise: "#23262b",
  line: "#363a41",
  "line-strong": "#747a84",
  ink: "#f6f5f1",
  "ink-2": "#c3c5c9",
  tape: "#e2ff3b",
  "on-tape": "#13150a",
  scrim: "rgba(13,14,16,.86)",
  perfect: "#8fe4ff",
  great: "#4d9fff",
  good: "#ddd6c6",
  ok: "#ffb02e",
  miss: "#ff5a47",
  unseen: "#8b9099",
  "perfect-bg": "#173039",
  "great-bg": "#14263f",
  "good-bg": "#2c2b27",
  "ok-bg": "#3a2a0d",
  "miss-bg": "#3d1813",
  "unseen-bg": "#17191c",
  "who-1": "#5fe3a1",
  "who-2": "#ff93cf",
  "who-3": "#b9a3ff",
  "who-4": "#f0b58a",
  "who-5": "#f6f5f1",
  "who-6": "#57c9dd",
  "on-who": "#0d0e10",
} as const satisfies Record<string, string> & Record<JudgementWord, string>;

export type Colours = { readonly [name in keyof typeof DARK]: string };

/** Reads the tokens in force at an element, once; a missing token keeps its dark value. */
export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const read = ([name, dark]: [string, string]) => [name, style.getPropertyValue(`--${name}`).trim() || dark];
  return Object.fromEntries(Object.entries(DARK).map(read)) as Colours;
}

/** The tint on which a judgement's colour is readable. */
export const tintOf = (colours: Colours, word: JudgementWord): string => colours[`${word}-bg`];
