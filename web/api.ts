import { accountDoors } from "./api/account.ts";
import { assignmentDoors } from "./api/assignments.ts";
import { boardDoors } from "./api/boards.ts";
import { challengeDoors } from "./api/challenges.ts";
import { choreographyDoors } from "./api/choreographies.ts";
import { classDoors } from "./api/class.ts";
import { crewDoors } from "./api/crews.ts";
import { dancerDoors } from "./api/dancers.ts";
import { grantDoors } from "./api/grants.ts";
import { noteDoors } from "./api/notes.ts";
import { progressDoors } from "./api/progress.ts";
import { shareDoors } from "./api/shares.ts";
import { takeDoors } from "./api/takes.ts";

export type { Account, Device, Passkey, Receipt } from "./api/account.ts";
export type { Assignment, AssignmentAsk, AssignmentChange, Due } from "./api/assignments.ts";
export type { BoardAsk, Standing } from "./api/boards.ts";
export type { Challenge, ChallengeAsk, ChallengePage } from "./api/challenges.ts";
export type { DraftPlace, Summary } from "./api/choreographies.ts";
export type { ClassPage, Pupil, Sheet, TakeRubric } from "./api/class.ts";
export { ApiProblem, type ProblemCode, problemOf, Unreachable } from "./api/client.ts";
export type { Crew, Invitation, Invite, Member } from "./api/crews.ts";
export type { Dancer } from "./api/dancers.ts";
export type { Grant, MemberTakes } from "./api/grants.ts";
export type { MyNote, Note, NoteAsk, NoteChange, Reply } from "./api/notes.ts";
export type { ShortTake, ToldProgress } from "./api/progress.ts";
export type { ListedShare, ShareChoice, SharedTake } from "./api/shares.ts";
export type { ClosedTake, SeenTake, TakeRow, Verified } from "./api/takes.ts";

/** The Worker's doors, one function each; a file for each noun in api/. All throw ApiProblem or Unreachable. */
export const api = {
  ...dancerDoors,
  ...accountDoors,
  ...choreographyDoors,
  ...takeDoors,
  ...boardDoors,
  ...shareDoors,
  ...progressDoors,
  ...crewDoors,
  ...challengeDoors,
  ...grantDoors,
  ...noteDoors,
  ...assignmentDoors,
  ...classDoors,
};
