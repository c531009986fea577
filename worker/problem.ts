import type { Context, TypedResponse } from "hono";
import { HTTPException } from "hono/http-exception";
import { resolver } from "hono-openapi";
import * as v from "valibot";

/** Every failure that a client may be told: one line each. The page says each code in the dancer's own language. */
export const PROBLEMS = {
  internal: { status: 500, message: "Something broke on our side; nothing that was stored is lost" },
  "not-found": { status: 404, message: "There is nothing at this address" },
  "method-unknown": { status: 405, message: "This address knows other methods; the Allow header names them" },
  "input-invalid": { status: 400, message: "The request does not have the shape that this address asks for" },
  "cross-site": { status: 403, message: "The request comes from another site" },
  "origin-missing": {
    status: 403,
    message: "A request that changes something names its Origin, or its content-type application/json",
  },
  "too-large": { status: 413, message: "The request is larger than this address takes" },
  "too-many": { status: 429, message: "Too many requests from here within a minute" },
  "quota-reached": { status: 429, message: "More than a dancer may make in a day" },
  "gone-meanwhile": { status: 409, message: "What it is about was deleted a moment ago; nothing was stored" },
  "operator-only": { status: 403, message: "Only whoever runs this server may do that" },
  "signed-out": { status: 401, message: "This needs a dancer: give yourself a name first" },
  "dancer-exists": { status: 409, message: "This device already has a dancer" },
  "name-empty": { status: 400, message: "A name has at least one character" },
  "name-too-long": { status: 400, message: "A name has at most 24 characters" },
  "name-characters": { status: 400, message: "A name has no control characters and no line breaks" },
  "name-differs": { status: 409, message: "The name is not that of the dancer who would be deleted" },
  "dancer-unknown": { status: 404, message: "There is no such other dancer" },
  "picks-too-many": { status: 409, message: "You have picked 200 dancers, and no more are possible" },
  "crew-unknown": { status: 404, message: "There is no such crew of yours" },
  "crew-forbidden": { status: 403, message: "Your role in this crew does not allow that" },
  "crew-full": { status: 409, message: "The crew has 200 members, and no more fit in" },
  "crews-too-many": { status: 409, message: "You are in 20 crews, and no more are possible" },
  "member-unknown": { status: 404, message: "The crew has no such member" },
  "invite-unknown": { status: 404, message: "The invite is none, was used up or ended, or is too old" },
  "invites-too-many": { status: 409, message: "The crew has 20 open invites; end one first" },
  "challenge-unknown": { status: 404, message: "There is no such challenge in a crew of yours" },
  "challenges-too-many": { status: 409, message: "The crew has 20 open challenges; end one first" },
  "coach-unknown": { status: 404, message: "The crew has no such other lead or coach" },
  "grant-unknown": { status: 404, message: "There is no such grant from you or to you" },
  "grants-too-many": { status: 409, message: "You have given 200 grants that still hold; end one first" },
  "until-invalid": { status: 400, message: "A grant ends in an hour at the soonest and in a year at the latest" },
  "note-unknown": { status: 404, message: "There is no such note that you may read" },
  "note-forbidden": { status: 403, message: "Only who wrote it, or whose take it is, may do that" },
  "note-empty": { status: 400, message: "A note has words, a drawing or a voice" },
  "note-too-long": { status: 400, message: "A note has at most 1,000 characters, a template 160" },
  "note-characters": { status: 400, message: "Words have no control characters" },
  "note-span": { status: 400, message: "A note lies on counts of the section that was danced" },
  "drawing-invalid": { status: 400, message: "The drawing is none, or has more than 24 strokes of 120 points" },
  "replies-too-many": { status: 409, message: "The note has 50 replies, and no more are possible" },
  "reply-unknown": { status: 404, message: "There is no such reply that you may read" },
  "voice-missing": { status: 404, message: "The note has no voice" },
  "voice-media-type": { status: 415, message: "A voice is sent as audio/webm, audio/mp4 or audio/ogg" },
  "voice-unknown": { status: 422, message: "The bytes are no sound of the kind that they are sent as" },
  "voice-too-long": { status: 422, message: "A voice lasts at most 60 seconds and has at most 1.5 MB" },
  "templates-too-many": { status: 400, message: "There are at most 30 templates" },
  "assignment-unknown": { status: 404, message: "There is no such assignment in a crew of yours" },
  "assignments-too-many": { status: 409, message: "The crew has 40 open assignments; end one first" },
  "assignment-changed-often": { status: 409, message: "It has asked for 20 other things; end it and make a new one" },
  "rubric-invalid": { status: 400, message: "A rubric has at most six criteria, each with a name and four levels" },
  "rubric-missing": { status: 404, message: "The crew has no rubric yet" },
  "marks-invalid": { status: 400, message: "The levels do not fit the rubric as it stands; load it anew" },
  "title-empty": { status: 400, message: "A title has at least one character" },
  "title-too-long": { status: 400, message: "A title has at most 60 characters" },
  "title-characters": { status: 400, message: "A title has no control characters and no line breaks" },
  "due-invalid": { status: 400, message: "It is due in an hour at the soonest and in 60 days at the latest" },
  "device-unknown": { status: 404, message: "There is no such device of yours" },
  "code-unknown": { status: 404, message: "The code is none, was used, or is too old" },
  "passkey-unknown": { status: 404, message: "There is no such passkey" },
  "passkey-refused": { status: 422, message: "What was sent is no passkey of this site, or its signature is wrong" },
  "passkey-exists": { status: 409, message: "This passkey is kept already" },
  "passkeys-too-many": { status: 409, message: "A dancer has at most 20 passkeys; remove one first" },
  "challenge-past": { status: 410, message: "The challenge was used, or is more than five minutes old" },
  "choreography-unknown": { status: 404, message: "There is no such version of a choreography" },
  "choreography-invalid": { status: 422, message: "The bytes are no choreography, or not as its writer writes them" },
  "choreography-media-type": {
    status: 415,
    message: "A choreography is sent as application/vnd.eightcount.choreography",
  },
  "choreography-forbidden": { status: 403, message: "Only who published it may do that" },
  "choreography-closed": { status: 409, message: "Not everybody in the crew may see this choreography" },
  "choreography-long": { status: 422, message: "A choreography lasts 20 minutes at most" },
  "choreographies-too-many": { status: 409, message: "You have 300 published versions; take one back first" },
  "slug-taken": { status: 409, message: "Another routine has this slug" },
  "about-too-long": { status: 422, message: "What is told about a choreography has at most 500 characters" },
  "about-characters": { status: 422, message: "What is told about a choreography has no control characters" },
  "sections-none": { status: 422, message: "A choreography has at least one section" },
  "sections-many": { status: 422, message: "A choreography has at most 64 sections" },
  "sections-overlap": { status: 422, message: "Sections follow one another and do not overlap" },
  "section-names": { status: 422, message: "Two sections have the same name, or one has a blank name" },
  "position-names": { status: 422, message: "The name of the position is blank" },
  "keyframes-few": { status: 422, message: "A choreography has at least two keyframes" },
  "keyframes-many": { status: 422, message: "A choreography has at most 2000 keyframes" },
  "choreography-unfit": {
    status: 422,
    message: "Something in it lies outside of what a choreography can have: a time, a tempo, a count, a name",
  },
  "track-short": { status: 422, message: "The poses do not cover every count" },
  "section-unranked": { status: 409, message: "Standing still earns too much in this section: it has no board" },
  "share-closed": {
    status: 409,
    message: "The routine of this take is not for everybody, so that its link would open nothing",
  },
  "section-unknown": { status: 404, message: "The choreography has no such section" },
  "session-unknown": { status: 404, message: "There is no such session of yours" },
  "cursor-invalid": { status: 400, message: "The cursor is none that a page of this board gave" },
  "take-unknown": { status: 404, message: "There is no such take that you may see" },
  "take-expired": { status: 410, message: "The take was opened too long ago to be delivered" },
  "take-closed": { status: 409, message: "Another replay of this take is stored, and the first one stands" },
  "take-too-soon": { status: 425, message: "The replay is longer than the time since the take was opened" },
  "share-unknown": { status: 404, message: "The link opens nothing, or not any more" },
  "picture-invalid": { status: 422, message: "The picture is no PNG of 1200 x 630 pixels" },
  "replay-missing": { status: 404, message: "The take has no replay yet" },
  "replay-media-type": { status: 415, message: "A replay is sent as application/vnd.eightcount.replay" },
  "replay-unknown": { status: 422, message: "The bytes are no replay" },
  "replay-format": { status: 422, message: "The replay is of a format that this server does not know" },
  "replay-cut": { status: 422, message: "The replay is cut short" },
  "replay-damaged": { status: 422, message: "The replay is damaged" },
  "replay-too-large": { status: 413, message: "The replay is larger than 2 MB or longer than 40,000 frames" },
  "replay-empty": { status: 422, message: "The replay has no pose frame" },
  "replay-times": { status: 422, message: "The times of the replay do not rise" },
  "result-too-large": { status: 422, message: "The take is longer than can be kept: its result is larger than 1.9 MB" },
  "replay-outside": { status: 422, message: "The replay has frames outside its section" },
  "replay-other-take": { status: 422, message: "The replay was recorded for another take" },
  "replay-other-choreography": { status: 422, message: "The replay was danced to another choreography or version" },
  "replay-other-section": { status: 422, message: "The replay was danced to another section" },
  "replay-other-settings": { status: 422, message: "The replay was danced at another speed or mirrored otherwise" },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** How every failure looks. */
export interface ProblemBody<Code extends ProblemCode = ProblemCode> {
  problem: { code: Code; message: string };
}

const problemSchema: v.GenericSchema = v.object({
  problem: v.object({ code: v.picklist(Object.keys(PROBLEMS) as ProblemCode[]), message: v.string() }),
});

type StatusOf<Code extends ProblemCode> = (typeof PROBLEMS)[Code]["status"];
type ProblemReply<Code extends ProblemCode> = Response & TypedResponse<ProblemBody<Code>, StatusOf<Code>, "json">;

/** The reply that tells a failure. */
export function problem<Code extends ProblemCode>(c: Context, code: Code): ProblemReply<Code> {
  const { status, message } = PROBLEMS[code];
  const body: ProblemBody<Code> = { problem: { code, message } };
  c.header("cache-control", "no-store");
  return c.json(body, status) as unknown as ProblemReply<Code>;
}

/** Whatever was thrown, as a failure of the table; a bug is logged and told as `internal`. */
export function thrown(error: unknown, c: Context) {
  const status = error instanceof HTTPException ? error.status : 0;
  if (status === PROBLEMS["input-invalid"].status) return problem(c, "input-invalid");
  if (status === PROBLEMS["cross-site"].status) return problem(c, saysWhence(c) ? "cross-site" : "origin-missing");
  console.error(error);
  return problem(c, "internal");
}

/** Browsers say where a request comes from, by one header or the other. */
const saysWhence = (c: Context): boolean =>
  c.req.header("origin") !== undefined || c.req.header("sec-fetch-site") !== undefined;

/** The code that a check of a schema gave as its message, else `input-invalid`. */
export function codeOf(issues: readonly { readonly message: string }[]): ProblemCode {
  const known = issues.find(({ message }) => Object.hasOwn(PROBLEMS, message));
  return known ? (known.message as ProblemCode) : "input-invalid";
}

/** The failures of a route for the OpenAPI document, by status. */
export function documented(codes: readonly ProblemCode[]) {
  const responses: Record<string, { description: string; content: typeof CONTENT }> = {};
  for (const code of codes) {
    const { status, message } = PROBLEMS[code];
    const before = responses[status]?.description;
    responses[status] = { description: `${before ? `${before}; ` : ""}\`${code}\`: ${message}`, content: CONTENT };
  }
  return responses;
}

const CONTENT = { "application/json": { schema: resolver(problemSchema) } };
