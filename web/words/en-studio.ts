import type { DraftKeeping } from "../state/drafts.ts";
import { many } from "./numbers.ts";

/** Sentences for what keeps a draft from being kept. */
const KEEPING: Readonly<Record<DraftKeeping, string>> = {
  "draft-no-room":
    "This device is full. Go on: the routine is whole in this tab, and is saved as soon as there is room. Free some, or save it to a file, before you close the tab.",
  "draft-not-kept": "This browser keeps nothing. Save the routine to a file before you close this tab.",
  "draft-changed-elsewhere": "This routine was changed in another tab too. Nothing is lost: choose which one goes on.",
  "draft-gone":
    "This routine was deleted in another tab, and what you see is kept nowhere. Keep it as a copy, or leave it deleted.",
};

/** English for the studio: what I make, and how a routine begins. */
export const EN_STUDIO = {
  studio: {
    title: "Studio",
    lead: "Your own routines. They stay on this device until you publish them.",
    fresh: "New routine",
    drafts: "In the making",
    none: "Nothing in the making",
    noneSay: "Bring the video of a dance, dance it in before the camera, or open a file of poses.",
    untitled: "Without a title",
    noTempo: "Counts not found yet",
    keyframes: (n: number) => many(n, "keyframe", "keyframes"),
    positions: (n: number) => many(n, "position", "positions"),
    changed: (when: string) => `Changed ${when}`,
    drop: (title: string) => `Delete ${title}`,
    dropAsk: (title: string) =>
      `Delete “${title}” with its video or song from this device? Published versions stay. This cannot be undone.`,
    dropYes: "Delete",
    dropNo: "Keep it",
    dropping: "Deleting …",
    notDropped: "It could not be deleted just now. Try again, or close other tabs of this page first.",
    newTitle: "How does the routine begin?",
    newLead: "Whatever you choose stays on this device. Only poses leave it, and only if you publish.",
    ways: {
      video: ["Bring a video", "Any dance-practice video. The dancer in it is turned into poses here, on your device."],
      danceIn: ["Dance it in", "Before the camera, to a metronome or to a song of yours."],
      file: ["Open a file", "Ours, notation, COCO, OpenPose or CSV. One file, a zip or a folder."],
    },
    gone: "There is no such routine on this device",
    goneSay: "It may be in another browser, or it was deleted.",
    unreadable: "This routine cannot be opened",
    unreadableSay:
      "What is kept of it in this browser cannot be read. Load the page anew; it stays where it is until you delete it.",
    keeping: KEEPING,
  },
};
