import type { SetupHint } from "#dance/practice/framing.ts";
import type { LadderStep } from "#dance/practice/ladder.ts";

/** The codes of a ladder's step, for which each language has a sentence. */
export type LadderSaying = "faster" | "slower" | "joined" | "faster-asked" | "slower-asked" | StayedWhy;
type StayedWhy = Exclude<LadderStep["why"], "clean" | "missed" | "asked">;

/** What is said otherwise to one who sits; the rest is said as to all. */
export type SeatedSaying = "whole" | Exclude<SetupHint, "dark" | "feet">;

/** English for practising: loops, the ladder, the switches of the stage. */
export const EN_PRACTICE = {
  practice: {
    loop: (eights: string) => `Loop ${eights}`,
    pickSpan: "Tap the first and the last eight-count to loop just these.",
    loopSection: (name: string) => `Loop: ${name}`,
    loopSpot: "Loop this spot",
    short: "This routine is shorter than an eight-count, so all of it is looped.",
    ladder: "Ladder",
    ladderSay: "Faster after a clean pass, slower after a miss; clean at full speed, the next eight-count joins.",
    on: "On",
    off: "Off",
    atSpeed: (speed: string) => `at ${speed}`,
    slower: "Slower",
    faster: "Faster",
    end: "End practice",
    again: "Start again",
    start: "Start the loop",
    held: "The passes before it are kept.",
    settings: "Settings",
    settingsAway:
      "Settings cannot be fetched just now: no network, or the page has a newer version. The dance waits as it is.",
    teacher: "Teacher",
    teacherAt: { beside: "Beside", ghost: "Over you", both: "Both", video: "Video", off: "Off" },
    metronome: "Metronome",
    counting: "Counts",
    countingSay: "Counts are spoken where this device has a voice for it, clicked where not; they are always shown.",
    locked: "Mirror or as filmed is chosen between takes.",
    lockedDelay: "The delay is changed between takes: one delay for the whole of a take.",
    settingsKey: "Settings: teacher, view, metronome, counts",
    hints: "Spoken hints",
    hintsSay: "What stands on the screen before the dance is spoken too.",
    noVoice: "This device has no voice for this language, so hints are shown and not spoken.",
    speedHeld: (speed: string) => `This take stays at ${speed}. The speed changes between takes.`,
    visitOnly:
      "This browser keeps nothing on the device (a private window): settings and passes hold for this visit. Takes are sent as always.",
    scale: "Words by",
    scales: { practice: "Practice", performance: "Performance" },
    scaleNote:
      "Practice calls the right way at about the right count a better word. Score and board know performance alone.",
    scaleOn: "practice words",
    scaleBoth: "By both scales",
    scaleHit: "hit",
    seated: "Seated",
    seatedNote: "Judged on head, arms and trunk; seated takes have a board of their own.",
    dancesSeated: "You dance seated: bests and board here are those danced seated. The stage's settings change it.",
    dancedSeated: "Danced seated: judged on head, arms and trunk; seated takes have a board of their own.",
    lockedSeated: "Seated or standing is chosen between takes.",
    nextPass: "Speed changes with the next pass.",
  },
  ladder: {
    faster: (speed: string) => `Clean. Now ${speed}.`,
    slower: (speed: string) => `Too fast yet. Back to ${speed}.`,
    joined: (_: string, eights: string) => `Clean at full speed. Now eight-counts ${eights}.`,
    "faster-asked": (speed: string) => `${speed} from the next pass on.`,
    "slower-asked": (speed: string) => `${speed} from the next pass on.`,
    nearly: (speed: string) => `Nearly. Again at ${speed}.`,
    unseen: (speed: string) => `I saw too little of it. Again at ${speed}.`,
    slowest: (speed: string) => `Again at ${speed}, the slowest step. Follow the teacher.`,
    whole: () => "Clean at full speed. All of it is yours.",
    changed: (speed: string) => `You changed something, so this pass moves nothing. Now ${speed}.`,
    "camera-lost": () => "The camera was lost. This pass is danced again; the ladder stays.",
    "clock-jumped": () => "This device stood still. This pass is danced again; the ladder stays.",
    paused: () => "This pass is danced again; the ladder stays.",
  } satisfies Record<LadderSaying, (speed: string, eights: string) => string>,
  sitting: {
    whole: ["I see your upper body", "Seated: head, arms and trunk are judged. You have four counts after the start."],
    nobody: ["I see nobody", "Move into the middle of the picture, with light on you."],
    near: ["Too close", "Move back a little, so that your arms fit into the picture."],
    far: ["Too far away", "Come a little closer."],
    head: ["Your head is cut off", "Tilt the camera up, or move back."],
    left: ["Too far to one side", "Move to your left."],
    right: ["Too far to one side", "Move to your right."],
    alone: ["I see somebody else too", "Only you should be in the picture: I can follow one dancer."],
  } satisfies Record<SeatedSaying, readonly [string, string]>,
  hints: {
    nobody: ["I see nobody", "Stand in the middle of the picture, with light on you."],
    dark: ["It is too dark", "Turn on a light in front of you."],
    near: ["Too close", "Take one big step back. You may start as it is; what I can't see is unseen."],
    far: ["Too far away", "Come one step closer."],
    head: ["Your head is cut off", "Tilt the camera up, or step back."],
    feet: ["I can't see your feet", "Take one big step back, or tilt the camera down."],
    left: ["Too far to one side", "One step to your left."],
    right: ["Too far to one side", "One step to your right."],
    alone: ["I see somebody else too", "Only you should be in the picture: I can follow one dancer."],
  } satisfies Record<SetupHint, readonly [string, string]>,
};
