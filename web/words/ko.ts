import type { en } from "./en.ts";
import { KO_ACCOUNT } from "./ko-account.ts";
import { KO_BOARDS } from "./ko-boards.ts";
import { KO_CLASS } from "./ko-class.ts";
import { KO_COACH } from "./ko-coach.ts";
import { KO_CREWS } from "./ko-crews.ts";
import { KO_DANCE_IN } from "./ko-dance-in.ts";
import { KO_DRAFT_DANCE } from "./ko-draft-dance.ts";
import { KO_HANDS } from "./ko-hands.ts";
import { KO_LATENCY } from "./ko-latency.ts";
import { KO_LIVE } from "./ko-live.ts";
import { KO_PAGES } from "./ko-pages.ts";
import { KO_PRACTICE } from "./ko-practice.ts";
import { KO_PROGRESS } from "./ko-progress.ts";
import { KO_PUBLISH } from "./ko-publish.ts";
import { KO_SONG } from "./ko-song.ts";
import { KO_STAGE } from "./ko-stage.ts";
import { KO_STUDIO } from "./ko-studio.ts";
import { KO_STUDIO_EDIT } from "./ko-studio-edit.ts";
import { KO_STUDIO_FILES } from "./ko-studio-files.ts";
import { KO_STUDIO_IMPORT } from "./ko-studio-import.ts";
import { KO_SYNC } from "./ko-sync.ts";
import { KO_TAKES } from "./ko-takes.ts";
import { KO_TOGETHER } from "./ko-together.ts";
import { NAMES_KO } from "./names.ts";
import { PROBLEMS_KO } from "./problems-ko.ts";

export const ko = {
  ...KO_PAGES,
  ...KO_STAGE,
  ...KO_SYNC,
  ...KO_LIVE,
  ...KO_HANDS,
  ...KO_DANCE_IN,
  ...KO_STUDIO,
  ...KO_STUDIO_EDIT,
  ...KO_DRAFT_DANCE,
  ...KO_STUDIO_FILES,
  ...KO_PRACTICE,
  ...KO_SONG,
  ...KO_LATENCY,
  ...KO_TAKES,
  ...KO_PROGRESS,
  ...KO_PUBLISH,
  ...KO_TOGETHER,
  ...KO_ACCOUNT,
  ...KO_CREWS,
  ...KO_COACH,
  ...KO_CLASS,
  ...KO_BOARDS,
  ...KO_STUDIO_IMPORT,
  names: NAMES_KO,
  problems: PROBLEMS_KO,
} satisfies typeof en;
