import type { ChoreographyFileProblem } from "#dance/choreo/file.ts";
import type { ReplayProblem } from "#dance/replay/codec.ts";
import type { Doubt } from "#dance/replay/trust.ts";
import type { ProblemCode } from "../api.ts";

/** Everything that can go wrong with a request, a file or the way there. */
export type PageProblem = ProblemCode | ReplayProblem | ChoreographyFileProblem | Doubt | "unreachable";

/** One sentence for each: what it is, then what to do. */
export const PROBLEMS_EN = {
  internal: "Something broke on our side. Nothing of yours is lost; try again in a moment.",
  unreachable: "There is no network just now. Try again when it is back.",
  "not-found": "There is nothing at this address.",
  "input-invalid": "The page asked for something the server does not know. Load the page anew.",
  "cross-site": "The request came from another site and was not done.",
  "too-large": "That is more than can be sent at once.",
  "signed-out": "This browser no longer knows who you are. Dance once more to begin anew.",
  "dancer-exists": "You already have a name here. Load the page anew to see it.",
  "name-empty": "A name needs at least one letter.",
  "name-too-long": "A name has at most 24 letters.",
  "name-characters": "A name stands on one line, without hidden signs.",
  "name-differs": "That is not your name here, so nothing was deleted. Type it as it stands.",
  "crew-unknown": "There is no such crew, or you are not in it.",
  "crew-forbidden": "Your role in this crew does not allow that. Ask a lead.",
  "crew-full": "The crew is full: 200 dancers are in it.",
  "crews-too-many": "You are in 20 crews already. Leave one first.",
  "member-unknown": "This dancer is not in the crew any more.",
  "invite-unknown": "This invite was used up, was ended, or is too old. Ask for a new one.",
  "invites-too-many": "The crew has 20 open invites. End one first.",
  "device-unknown": "This device is not signed in any more.",
  "code-unknown": "This code was used, is too old, or has a slip in it. Make a new one on your other device.",
  "choreography-unknown": "This version of the routine is not here any more. Open the routine anew.",
  "choreography-damaged": "The routine did not arrive whole. Load the page anew.",
  "section-unknown": "The routine has no such section.",
  "session-unknown": "This sitting is not known any more. Load the page anew and dance on.",
  "cursor-invalid": "This page of the board does not exist. Open the board anew.",
  "take-unknown": "There is no such take, or only its dancer may see it.",
  "take-expired": "The take was opened too long ago to enter the board. It stays on this device.",
  "take-closed": "This take was already judged from another replay, and the first one stands.",
  "take-too-soon": "The take was sent before the song could have ended.",
  "doubt-bones": "Arms and legs change their length in this take, so it stays in your history and off the board.",
  "doubt-reference": "The poses are the routine itself, not a dance before a camera. The take stays off the board.",
  "doubt-copied": "Another dancer sent the very same poses before. The take stays in your history and off the board.",
  "replay-missing": "The poses of this take have not been sent yet.",
  "replay-media-type": "The poses were sent in the wrong form. Load the page anew.",
  "replay-unknown": "What was sent is no replay.",
  "replay-format": "The replay is of another version of this page. Load the page anew.",
  "replay-cut": "The replay is cut short, so it was not judged.",
  "replay-damaged": "The replay was damaged on its way, so it was not judged.",
  "replay-too-large": "The replay is longer than any song here: at most 2 MB.",
  "replay-empty": "The replay has no poses: the camera saw nobody.",
  "replay-times": "The poses are out of order in time, so it was not judged.",
  "replay-outside": "The replay has poses from outside its section.",
  "replay-other-take": "The replay belongs to another take.",
  "replay-other-choreography": "The replay was danced to another routine, or to another version of it.",
  "replay-other-section": "The replay was danced to another section.",
  "replay-other-settings": "The replay was danced at another speed, or mirrored otherwise.",
} satisfies Readonly<Record<PageProblem, string>>;
