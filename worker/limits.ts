import { BOARD_COVERAGE } from "#dance/practice/board.ts";

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Every number by which the Worker decides, with its unit in its name. */
export const LIMITS = {
  nameCharacters: 24,
  jsonBytes: 16_384,
  /** Of a refused request, so much is heard out before it is answered. */
  heardOutBytes: 16_000_000,
  /** How long after its music a take may still be delivered, from an outbox that was offline. */
  deliveryMs: 24 * HOUR_MS,
  /** How much sooner than its music a take may end: the request that opens it may arrive late. */
  tooSoonToleranceMs: 3 * SECOND_MS,
  /** A row of D1 holds 2,000,000 bytes; a local database more, which helps nobody. */
  resultBytes: 1_900_000,
  /** Takes of the same signatures of which rows are read, and those that a new one is held against, frame by frame. */
  signedTakes: 200,
  lookalikes: 3,
  /** A device is noted as seen so often at most. */
  deviceSeenMs: HOUR_MS,
  /** How long a code for another device may be used. */
  codeMs: 10 * 60 * SECOND_MS,
  /** Codes for the day on which all devices are lost, and how long they are good. */
  recoveryCodes: 8,
  recoveryMs: 3650 * DAY_MS,
  /** Passkeys of a dancer, and how long a challenge for one waits to be signed. */
  passkeys: 20,
  challengeMs: 5 * 60 * SECOND_MS,
  /** The picture of a shared take: its pixels, and the most bytes that it may have. */
  cardPixels: { width: 1200, height: 630 },
  cardBytes: 600_000,
  sharesListed: 200,
  /** Takes read at a time while an account is written out. */
  exportTakes: 20,
  /** Deletions whose bytes are cleared away in one run of the tidy hand. */
  tidyDeletions: 10,
  rateMin: 0.25,
  rateMax: 2,
  /** A board takes full speed and at least this share of the dance seen, in thousandths. */
  boardRate: 1,
  boardCoverage: Math.round(BOARD_COVERAGE * 1000),
  boardPage: 50,
  /** Rows above and below one's own. */
  boardNeighbours: 5,
  /** How long whoever has no name may be shown a board as it was. */
  boardSeconds: 15,
  /** Dancers whom one may pick. */
  picks: 200,
  /** Dancers in a crew, crews of a dancer, open invites of a crew. */
  crewMembers: 200,
  crewsOfDancer: 20,
  crewInvites: 20,
  inviteUses: 200,
  inviteHours: 24 * 30,
  /** Challenges of a crew that are open at once, and past ones that are listed; how long one lasts. */
  openChallenges: 20,
  pastChallenges: 20,
  titleCharacters: 60,
  challengeLeastMs: HOUR_MS,
  challengeMostMs: 60 * DAY_MS,
  /** Grants of a dancer that hold, and those of many dancers that a coach is told. */
  grants: 200,
  grantsTold: 500,
  /** What a note, a reply and a template may hold; notes on a page, replies to one note, templates of a coach. */
  noteCharacters: 1000,
  noteBytes: 131_072,
  notePage: 50,
  replies: 50,
  templateCharacters: 160,
  templates: 30,
  /** A voice note: seconds with what an encoder rounds up, and bytes. */
  voiceSeconds: 60.5,
  voiceBytes: 1_500_000,
  /** Assignments of a crew that are open at once, and past ones that are listed. */
  openAssignments: 40,
  pastAssignments: 20,
  assignmentCharacters: 200,
  /** How often an assignment may ask for something else than before. */
  assignmentChanges: 20,
  /** What a dancer is asked for that is told, and for how long after it was due. */
  dueTold: 50,
  dueToldMs: 14 * DAY_MS,
  /** Routines that a class is told to dance, and days back that its minutes are counted. */
  classVersions: 30,
  classDays: 28,
  /** Takes of a member on a page of what they share. */
  memberTakes: 50,
  /** A choreography's file, the versions that a dancer may have, and those of one routine that are listed. */
  choreographyBytes: 4_000_000,
  versionsOfDancer: 300,
  routineVersions: 100,
  /** Routines on a page of those for everybody, and of one's crews. */
  routinePage: 24,
  crewRoutines: 200,
  /** Words that are looked for in titles, and titles that are held against them. */
  searchWords: 5,
  searchTitles: 200,
  historyTakes: 100,
  historySessions: 50,
  sessionTakes: 500,
  /** Takes on a page of progress; two rows of the database each. */
  progressTakes: 200,
  /** Sections that one answer tells of, and weeks back that a streak is told by. */
  progressSections: 200,
  progressWeeks: 160,
  /** Sections danced last whose weak spots are told. */
  weakSections: 4,
  cookieDays: 400,
  /** How long a replica of the database may lag behind at most. */
  bookmarkSeconds: 300,
  /** Choreographies and sections that one isolate keeps ready for judging. */
  readyReferences: 24,
  readyChoreographies: 6,
  /** Takes that one message judges again: five queries each beside six, of 50 that D1 allows. And rows that it sets right. */
  rejudgeTakes: 8,
  settleTakes: 200,
  /** Deliveries after which a take that throws is told and passed by. */
  rejudgeAttempts: 3,
  rejudgeRetrySeconds: 5,
  /** Deliveries of a message in all; `max_retries` of wrangler.toml and one. */
  queueAttempts: 11,
  /** How long a message for rules that this Worker does not have waits for one that has them. */
  rejudgeElsewhereSeconds: 300,
  /** A rejudging that has stood still so long has lost its message. */
  rejudgeStallMs: 5 * 60 * SECOND_MS,
  /** Failures told to the operator. */
  rejudgeFailures: 100,
  /** Files of what was taken back cleared away at once; more by night. */
  tidyFiles: 96,
  /** Expired takes cleared away in one run of the tidy hand. */
  tidyTakes: 200,
  /** Boards of past weeks cleared away in one run, and best rows on them. */
  tidyWeeks: 500,
  tidyWeekRows: 20_000,
} as const;

/** What a take must have to stand in a challenge. */
export const CHALLENGE_TERMS = { coverage: LIMITS.boardCoverage, deliveryMs: LIMITS.deliveryMs } as const;

/** How many of a kind a dancer may make in a day: several times what anybody could dance. */
export const QUOTAS = {
  takes: 3000,
  sessions: 500,
  crews: 50,
  invites: 200,
  crewChallenges: 50,
  codes: 50,
  recoveries: 10,
  challenges: 100,
  exports: 20,
  shares: 60,
  grants: 200,
  notes: 1000,
  replies: 1000,
  voices: 200,
  assignments: 200,
  choreographies: 100,
} as const;
