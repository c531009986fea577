import type { FormatProblem, RemarkCode } from "#dance/choreo/formats/foreign.ts";
import type { ZipProblem } from "../files/thread/zip.ts";
import { many, NBSP } from "./numbers.ts";

const REMARKS: Readonly<Record<RemarkCode, (n: number) => string>> = {
  "points-missing": (n) => `${many(n, "point", "points")} of the body are not in the file. They count as not seen.`,
  "points-extra": (n) => `${many(n, "point", "points")} that we do not know were left out.`,
  "others-left-out": (n) =>
    `Up to ${many(n, "other person", "other people")} in a frame. The one who is largest was followed.`,
  "rate-assumed": (n) => `The file does not say how fast it was filmed. It was read as ${n}${NBSP}frames a second.`,
  "frames-empty": (n) => `Nobody is seen in ${many(n, "frame", "frames")}. They can be left unscored.`,
};

const OPENING: Readonly<
  Record<FormatProblem | ZipProblem | "file-empty" | "file-too-large" | "file-unreadable", string>
> = {
  "not-json": "This begins like JSON but cannot be read to its end. It may be cut off.",
  "not-this-format": "This is none of the formats that we read: ours, notation, COCO, OpenPose or CSV.",
  "no-poses": "There is no body in it that we can read.",
  "too-many-frames": "There are more frames than a routine has: half an hour at 60 a second.",
  "columns-missing": "No column is named like left_wrist_x. The first line must name the columns.",
  "zip-damaged": "The zip cannot be opened. Pack it once more, or choose the folder itself.",
  "zip-too-large": "More comes out of this zip than this device can hold.",
  "file-empty": "There is nothing in it.",
  "file-unreadable": "These files cannot be read. They may have been moved or lie in a cloud: choose them again.",
  "file-too-large": "Together these files have more than 300\u00a0MB.",
};

/** English for files that come in and go out. */
export const EN_STUDIO_FILES = {
  files: {
    title: "Open a file",
    lead: "Our JSON, notation, COCO keypoints, OpenPose (files, a folder or a zip) and CSV. Up to 300\u00a0MB together.",
    choose: "Choose files",
    folder: "Choose a folder",
    drop: "Or drop files or a folder anywhere on this page.",
    rate: "Frames a second, if the file does not say",
    plain: "Notation: a routine in plain words",
    plainSay:
      "A text file: a head, then a line for each count, and a body is drawn from it. The first lines of one of ours:",
    example: "Save the whole example",
    reading: "Reading …",
    finding: "Finding the poses in it …",
    cancel: "Cancel",
    known: (title: string) => `This is “${title}”, which you published`,
    knownSay:
      "Go on with it: published again it becomes the next version under the same link, and earlier versions keep their boards. Or make a routine of its own of it.",
    goOn: "Go on as a new version",
    ofItsOwn: "A routine of its own",
    takeIn: "From a file",
    takeInSay:
      "A routine or poses: as another position of this routine, in place of it, or as a routine of its own. The chapters of a WebVTT file become its sections.",
    facts: (counts: number, keyframes: number) =>
      [counts > 0 ? many(counts, "count", "counts") : "no counts", many(keyframes, "keyframe", "keyframes")].join(", "),
    asPosition: "As a new position",
    positionSay: {
      same: "Another dancer's part, count on count beside yours.",
      stretched: (theirs: string, ours: string) =>
        `Another dancer's part. It was made at ${theirs}${NBSP}bpm: its counts are laid on yours at ${ours}${NBSP}bpm.`,
      uncounted:
        "Another dancer's part. The file says nothing of counts: it begins where this position begins, and keyframes are suggested.",
      cut: (counts: number) => `What comes after count ${counts} is left out.`,
    },
    inPlace: "In place of this one",
    inPlaceSay: {
      counted:
        "Title, tempo, sections, keyframes and poses become the file's, and where the tempo is another, the song. Undo brings back what is here.",
      uncounted:
        "The poses of this position become the file's, keyframes are suggested anew, counts and sections stay. Undo brings back what is here.",
    },
    ofItsOwnSay: "This one stays as it is.",
    takenPosition: (name: string) => `“${name}” is a position now.`,
    takenSong: "The song it is danced to is not on this device: before you dance you are asked for it.",
    takenPlace: "The file stands in its place now. Undo brings back what was here.",
    done: "Opened. What was done on the way:",
    go: "On to the editor",
    remarks: REMARKS,
    opening: OPENING,
    out: "To files",
    outSay: "The whole routine is the JSON. The others hold what their format can.",
    json: "JSON, all of it",
    notation: "Notation",
    coco: "Poses as COCO",
    csv: "Poses as CSV",
    vtt: "Sections as WebVTT",
    jsonNot: (why: string) => `There is no JSON yet. ${why}`,
    notationGone: "Notation: it cannot say what was changed here by hand.",
    vttDone: (sections: number) => `${many(sections, "section", "sections")} taken from the file.`,
    vttNone: "No chapter of this file lies within the routine.",
    vttUnknown: "This is no WebVTT file.",
    vttUnnamed: (names: string) => `These names are none of ours and became verses: ${names}`,
  },
};
