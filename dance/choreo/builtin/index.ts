import { LANTERN_SEASON } from "./lantern-season.ts";

/** The routines that come with the page, easiest first: texts in the notation of ../README.md. */
export const BUILT_IN: readonly { readonly slug: string; readonly notation: string }[] = [
  { slug: "lantern-season", notation: LANTERN_SEASON },
];
