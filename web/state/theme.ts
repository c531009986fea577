import { useSyncExternalStore } from "react";
import { recall, remember, store } from "./stored.ts";

export const THEMES = ["dark", "light"] as const;
export type Theme = (typeof THEMES)[number];

const theme = store<Theme>(recall("theme") === "light" ? "light" : "dark");

/** Changes ground and ink of every page but the stage, and remembers it. */
export function chooseTheme(next: Theme): void {
  remember("theme", next);
  theme.set(next);
}

/** The ground in use: dark is home. */
export const useTheme = (): Theme => useSyncExternalStore(theme.subscribe, theme.get, theme.get);
