import * as v from "valibot";
import { LEVELS, SECTION_KINDS } from "#dance/choreo/choreography.ts";
import { VISIBILITIES } from "#dance/choreo/visibility.ts";
import { DOUBTS } from "#dance/replay/trust.ts";
import { GRADES } from "#dance/scoring/result.ts";
import { DELETED } from "./db/accounts.ts";
import { LIMITS } from "./limits.ts";
import { resultSchema } from "./schemas-result.ts";

export const integer = v.pipe(v.number(), v.integer());
const text = v.object({ en: v.string(), ko: v.string() });
export const idSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z-]{1,64}$/));
export const versionSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "choreography-unknown"));
export const sectionSchema = v.pipe(integer, v.minValue(-1, "section-unknown"), v.maxValue(999, "section-unknown"));
export const sectionText = v.pipe(v.string(), v.regex(/^(-1|\d{1,3})$/, "section-unknown"), v.transform(Number));
const score = v.pipe(integer, v.minValue(0), v.maxValue(1_000_000));
const grade = v.picklist(GRADES);

/** Characters that would break a line, hide, or turn the text around them. */
export const UNFIT = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** A dancer's name: 1 to 24 characters after trimming. */
export const nameSchema = v.pipe(
  v.string(),
  v.transform((name) => name.normalize("NFC").trim()),
  v.check((name) => name !== "", "name-empty"),
  v.check((name) => !UNFIT.test(name), "name-characters"),
  v.check((name) => [...name].length <= LIMITS.nameCharacters, "name-too-long"),
);
export const naming = v.object({ name: nameSchema });

export const dancer = v.object({ id: v.string(), name: v.string() });
export const me = v.object({ dancer: v.nullable(dancer) });

export const device = v.object({
  id: v.string(),
  name: v.string(),
  createdAt: integer,
  seenAt: integer,
  /** The one that asks. */
  here: v.boolean(),
});
export const deviceList = v.object({ devices: v.array(device) });
export const signedOut = v.object({ here: v.boolean() });
export const signInCode = v.object({ code: v.string(), expiresAt: integer });
export const recoveryCodes = v.object({ codes: v.array(v.string()) });
export const signingIn = v.object({
  code: v.pipe(
    v.string(),
    v.maxLength(64, "code-unknown"),
    v.transform((code) => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, "")),
  ),
});
export const account = v.object({ dancer, createdAt: integer, hidden: v.boolean(), recoveryCodes: integer });
export const hiding = v.object({ hidden: v.boolean() });
export const receipt = v.object({
  receipt: v.string(),
  at: integer,
  deleted: v.object(v.entriesFromList(DELETED, integer)),
});

const section = v.object({
  kind: v.picklist(SECTION_KINDS),
  from: integer,
  to: integer,
  /** What its author calls it. */
  name: v.optional(v.string()),
});
export const choreography = v.object({
  version: v.string(),
  slug: v.string(),
  title: text,
  about: text,
  level: v.picklist(LEVELS),
  bpm: v.number(),
  firstBeat: v.number(),
  counts: integer,
  seconds: v.number(),
  sections: v.array(section),
  cover: v.array(v.number()),
  song: v.nullable(v.object({ seed: v.number(), key: v.number(), style: v.picklist(["bubblegum", "house", "trap"]) })),
  /** Whose part it is, where several dance. */
  position: v.optional(v.string()),
  /** Who published it; null where it comes with the page. */
  author: v.nullable(dancer),
  mine: v.boolean(),
  visibility: v.picklist(VISIBILITIES),
  crew: v.nullable(v.string()),
  /** Sections that can have no board (-1 is all of it): standing still earns too much there. */
  unranked: v.array(integer),
  publishedAt: integer,
  current: v.boolean(),
  /** False where it is told only because I danced it. */
  open: v.boolean(),
});
export const library = v.object({ choreographies: v.array(choreography) });

export const sessionId = v.object({ id: v.string() });
export const take = v.object({
  id: v.string(),
  session: v.string(),
  version: v.string(),
  section: integer,
  rate: v.number(),
  mirror: v.boolean(),
  seated: v.boolean(),
  openedAt: integer,
  /** Set on a take that was danced without network and opened afterwards. */
  dancedAt: v.nullable(integer),
  judgedAt: v.nullable(integer),
  score: v.nullable(score),
  grade: v.nullable(grade),
  /** Why it stands on no board, however good; null where nothing speaks against it. */
  doubt: v.nullable(v.picklist(DOUBTS)),
});
export const takes = v.object({ takes: v.array(take) });
export const sitting = v.object({ id: v.string(), startedAt: integer, takes: v.array(take) });
export const sittings = v.object({ sessions: v.array(sitting) });

export const opening = v.object({
  session: idSchema,
  version: versionSchema,
  section: sectionSchema,
  rate: v.pipe(
    v.number(),
    v.minValue(LIMITS.rateMin),
    v.maxValue(LIMITS.rateMax),
    v.check((rate) => Number.isInteger(Math.round(rate * 1e6) / 1000)),
  ),
  mirror: v.boolean(),
  seated: v.optional(v.boolean(), false),
  /** A take that was danced before it could be opened: the id that its device gave it, and when it was danced. */
  late: v.optional(v.object({ id: v.pipe(v.string(), v.uuid()), dancedAt: v.pipe(integer, v.minValue(0)) })),
});
export const opened = v.object({ id: v.string(), expiresAt: integer });

export const standing = v.object({
  rank: integer,
  dancer,
  score,
  grade,
  takeId: v.string(),
  at: integer,
  mine: v.boolean(),
});
/** Set where the Worker judged the take itself and nothing speaks against it: by which rules, from which replay, when. */
export const verified = v.nullable(v.object({ rules: integer, replay: v.string(), at: integer }));
/** Judged by rules that do not stand yet: the boards move over once all earlier takes are judged by them too. */
const waits = v.boolean();
export const closed = v.object({
  take,
  result: resultSchema,
  standing: v.nullable(standing),
  best: v.boolean(),
  verified,
  waits,
});
export const judged = v.object({
  take,
  /** Who danced it, and whether that is who asks. */
  dancer,
  mine: v.boolean(),
  result: v.nullable(resultSchema),
  standing: v.nullable(standing),
  verified,
  waits,
});

export const byId = v.object({ id: idSchema });
export const byVersion = v.object({ version: versionSchema });
export const history = v.object({ version: v.optional(versionSchema), section: v.optional(sectionText) });
