import type { NoDance } from "../state/draft-dance.ts";
import { EN_STUDIO } from "./en-studio.ts";
import { EN_STUDIO_EDIT } from "./en-studio-edit.ts";

const LACKS: Readonly<Record<NoDance, string>> = {
  ...EN_STUDIO_EDIT.editor.lacks,
  "draft-long": "It is longer than twenty minutes. Make it shorter in the editor.",
  "draft-gone": EN_STUDIO.studio.goneSay,
  "draft-unreadable": EN_STUDIO.studio.unreadableSay,
};

/** English for dancing a draft on the device where it is made. */
export const EN_DRAFT_DANCE = {
  draftDance: {
    dance: "Dance it",
    danceOf: (title: string) => `Dance ${title}`,
    onlyHere: "Your draft: only on this device. Publish it for a board.",
    toEditor: "To the editor",
    cannot: "It cannot be danced yet",
    lacks: LACKS,
    kept: "Judged and kept on this device. Nothing of it was sent.",
    notKept:
      "Judged on this device, which keeps nothing (a private window, or the disk is full): this take ends with the tab.",
    changed:
      "The draft has changed since this take. This page shows what was danced; dancing again is as the draft is now.",
  },
};
