import { toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { LEVELS, SECTION_KINDS } from "#dance/choreo/choreography.ts";
import { FRAMES_MAX } from "#dance/choreo/formats/foreign.ts";
import { CHOREOGRAPHY_JSON } from "#dance/choreo/formats/json.ts";
import { HEAD } from "#dance/choreo/head.ts";
import { POSE_SIZE } from "#dance/pose/pose.ts";

const between = ({ from, to }: { readonly from: number; readonly to: number }) =>
  v.pipe(v.number(), v.minValue(from), v.maxValue(to));
const whole = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
const told = v.pipe(v.string(), v.maxLength(HEAD.textLetters));
const text = v.strictObject({ en: told, ko: told });
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(HEAD.nameLetters));

const pose = v.pipe(
  v.array(v.number()),
  v.length(POSE_SIZE),
  v.description(
    "x, y, confidence of the 17 COCO keypoints in their order; x right and y down in picture heights, confidence 0 to 1",
  ),
);
const section = v.strictObject({
  kind: v.picklist(SECTION_KINDS),
  from: v.pipe(whole(0, HEAD.counts), v.description("First count, from 0 over the whole choreography")),
  to: v.pipe(whole(1, HEAD.counts), v.description("The count after its last")),
  name: v.optional(v.pipe(name, v.description("What its author calls it; no control characters"))),
});
const recording = v.strictObject({
  seconds: between(HEAD.recordingSeconds),
  starts: v.pipe(between(HEAD.recordingStarts), v.description("Song time at which the recording begins, in seconds")),
  print: v.pipe(
    v.array(whole(0, 255)),
    v.maxLength(HEAD.print),
    v.description("To know it again: for each tenth of a second how much begins, and eight signs of its tones"),
  ),
});
const song = v.strictObject({
  seed: whole(0, HEAD.seed),
  key: v.pipe(whole(0, 11), v.description("Pitch class, 0 is C")),
  style: v.picklist(HEAD.styles),
});

/** What dance/choreo/formats/json.ts writes and reads; laws that span several fields are told in its description. */
export const choreographyJson = v.pipe(
  v.strictObject({
    format: v.literal(CHOREOGRAPHY_JSON.format),
    version: v.literal(CHOREOGRAPHY_JSON.version),
    slug: v.pipe(v.string(), v.regex(HEAD.slug), v.maxLength(HEAD.slugLetters)),
    title: text,
    about: text,
    level: v.picklist(LEVELS),
    tempo: v.strictObject({
      bpm: between(HEAD.bpm),
      firstBeat: v.pipe(between(HEAD.firstBeat), v.description("Song time of count 0, in seconds")),
    }),
    counts: whole(1, HEAD.counts),
    sections: v.array(section),
    song: v.nullable(song),
    recording: v.optional(recording),
    position: v.optional(v.pipe(name, v.description("Whose part it is, where several dance"))),
    keyframes: v.pipe(
      v.array(v.strictTuple([between({ from: 0, to: HEAD.counts }), between({ from: 0, to: HEAD.weight })])),
      v.maxLength(HEAD.keyframes),
      v.description('[count, weight], in rising order of count; n + 0.5 is the "&" after n'),
    ),
    poses: v.pipe(v.array(pose), v.maxLength(HEAD.keyframes), v.description("One of each keyframe, in their order")),
    track: v.pipe(
      v.strictObject({
        times: v.pipe(v.array(v.number()), v.minLength(1), v.maxLength(FRAMES_MAX)),
        frames: v.pipe(v.array(pose), v.minLength(1), v.maxLength(FRAMES_MAX)),
      }),
      v.description(
        "The dense reference: song times in seconds, rising by a millisecond at least, and a pose for each",
      ),
    ),
  }),
  v.title("Eightcount choreography"),
  v.description(
    "One version of a routine. A section ends after it begins and not after the last count; every keyframe lies before the last count and has one pose; times and frames are as many.",
  ),
);

/** The JSON Schema as it is published at an address. */
export const choreographyJsonSchema = (address: string): object => ({
  ...toJsonSchema(choreographyJson, { target: "draft-2020-12" }),
  $id: address,
});
