import type { VideoProblem } from "../video/index.ts";
import { NBSP } from "./numbers.ts";

/** English for bringing a routine from a video. */
export const EN_STUDIO_IMPORT = {
  bring: {
    title: "Bring a video",
    lead: "Your video stays on this device. Only the poses in it become a routine.",
    begun: "Videos begun",
    readTo: (share: string) => `${share} read`,
    forget: (name: string) => `Delete the import of ${name}`,
    chooseAgain: "Choose another dancer",
    drop: "Drop a video here",
    choose: "Choose a video",
    kinds:
      "MP4, MOV, WebM or MKV; the first 20\u00a0minutes are read. Best: the whole body in the picture, the camera still.",
    again: (name: string, at: string) => `${name} was judged up to ${at}. Choose the same file, and it goes on there.`,
    reading: "Looking what is here",
    opening: "Opening the video",
    elsewhere: "This import is open in another tab",
    elsewhereSay: "It goes on there. Close that tab, and it goes on here.",
    loading: "Getting the pose model",
    loadingSay: "It is fetched once and stays on this device.",
    warming: "Getting ready",
    warmingSay: "The first pose takes a few seconds.",
    looking: "Seeing how many dance",
    lookingSay: "A few pictures of the whole video are looked at.",
    judging: "Reading the poses",
    finishing: "Making the draft",
    frame: (done: string, total: string) => `Frame ${done} of ${total}`,
    left: (time: string) => `about ${time} left`,
    leftSoon: "less than half a minute left",
    leftUnknown: "how long it takes is known in a moment",
    models: {
      thunder: "One dancer, the careful model",
      lightning: "One dancer, the quick model: the careful one would take too long on this device",
      multipose: "Several dancers",
    },
    stay: "You can leave this page open in the background. If it is closed, it goes on here when you come back.",
    stop: "Stop",
    stopped: (at: string) => `Stopped at ${at}`,
    stoppedSay: "What was read is kept.",
    goOn: "Go on",
    other: "Use another video",
    failed: "This video can't be used",
    notNow: "It did not work this time",
    retry: "Try again",
    who: "Who is it?",
    whoSay: "Click the dancer whose part this is. Choose several, and each becomes a position of the routine.",
    dancer: (n: number) => `Dancer ${n}`,
    seen: (share: string) => `seen in ${share} of the video`,
    unsure: (spans: string) => `hardly seen at ${spans}`,
    unsureMore: (n: number) => `and ${n}${NBSP}more`,
    still: "A picture of the video",
    another: "Another moment",
    strip: "How surely each dancer was seen, from the beginning to the end",
    use: (n: number) => (n === 1 ? "Use this dancer" : `Use ${n}${NBSP}dancers`),
    useNone: "Choose a dancer",
    cut: (at: string) => `The video breaks off at ${at}. What came before it is here.`,
    long: (length: string) => `This video lasts ${length}. Its first 20${NBSP}minutes are read.`,
    noSound: "It has no sound. You will set the counts by hand.",
    notKept:
      "There is no room on this device to keep the video itself. The import goes on; if the page is closed, choose the file again.",
    notSaved: "This browser keeps nothing on the device just now. Leave this page open until the draft is made.",
    notDrafted:
      "The draft could not be kept on this device. Make some room, then try again; nothing is lost meanwhile.",
    unread:
      "What this device keeps could not be read just now. Nothing is lost: try again, or close other tabs of this page first. A private window may keep nothing at all.",
    keepsNothing:
      "This browser keeps nothing on the device (a private window), and a draft lives there. Bring the video in a usual window.",
  },
  videoProblems: {
    "video-empty": () => "This file is empty. It may not have been copied to the end: copy it again.",
    "video-unknown": () => "This is no video that can be read here. MP4, MOV, WebM and MKV can.",
    "video-damaged": () =>
      "This video is damaged or was not copied to the end: nothing tells where its pictures lie. Copy it again.",
    "video-no-picture": () => "This file has sound only. A video with a dancer in it is needed.",
    "video-undecodable": (codec: string) =>
      `This browser can't read ${codec} video. Save it as MP4 with H.264, or try another browser.`,
    "video-nobody": () =>
      "Nobody was seen dancing in this video. The whole body should be in the picture, with light on it.",
    "video-weights": () =>
      "The pose model could not be fetched. Look to your network and try again; what was read is kept.",
    "video-no-backend": () => "This browser cannot compute poses. A current Chrome, Edge, Firefox or Safari can.",
    "video-stopped": () => "Reading the video broke off. What was read is kept: try again, and it goes on there.",
  } satisfies Record<VideoProblem, (detail: string) => string>,
};
