import { GLASS_ESCALATOR } from "./glass-escalator.ts";
import { LANTERN_SEASON } from "./lantern-season.ts";
import { MIDNIGHT_SWITCH } from "./midnight-switch.ts";

/** The routines that come with the page, easiest first: texts in the notation of ../README.md. */
export const BUILT_IN: readonly { readonly slug: string; readonly notation: string }[] = [
  { slug: "lantern-season", notation: LANTERN_SEASON },
  { slug: "glass-escalator", notation: GLASS_ESCALATOR },
  { slug: "midnight-switch", notation: MIDNIGHT_SWITCH },
];
