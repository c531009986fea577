import { EN_ACCOUNT } from "./en-account.ts";
import { EN_BOARDS } from "./en-boards.ts";
import { EN_CLASS } from "./en-class.ts";
import { EN_COACH } from "./en-coach.ts";
import { EN_CREWS } from "./en-crews.ts";
import { EN_DANCE_IN } from "./en-dance-in.ts";
import { EN_DRAFT_DANCE } from "./en-draft-dance.ts";
import { EN_HANDS } from "./en-hands.ts";
import { EN_LATENCY } from "./en-latency.ts";
import { EN_LIVE } from "./en-live.ts";
import { EN_PAGES } from "./en-pages.ts";
import { EN_PRACTICE } from "./en-practice.ts";
import { EN_PROGRESS } from "./en-progress.ts";
import { EN_PUBLISH } from "./en-publish.ts";
import { EN_SONG } from "./en-song.ts";
import { EN_STAGE } from "./en-stage.ts";
import { EN_STUDIO } from "./en-studio.ts";
import { EN_STUDIO_EDIT } from "./en-studio-edit.ts";
import { EN_STUDIO_FILES } from "./en-studio-files.ts";
import { EN_STUDIO_IMPORT } from "./en-studio-import.ts";
import { EN_SYNC } from "./en-sync.ts";
import { EN_TAKES } from "./en-takes.ts";
import { EN_TOGETHER } from "./en-together.ts";
import { NAMES_EN } from "./names.ts";
import { PROBLEMS_EN } from "./problems-en.ts";

/** The English catalogue; its shape is the law for every other. */
export const en = {
  ...EN_PAGES,
  ...EN_STAGE,
  ...EN_SYNC,
  ...EN_LIVE,
  ...EN_HANDS,
  ...EN_DANCE_IN,
  ...EN_STUDIO,
  ...EN_STUDIO_EDIT,
  ...EN_DRAFT_DANCE,
  ...EN_STUDIO_FILES,
  ...EN_PRACTICE,
  ...EN_SONG,
  ...EN_LATENCY,
  ...EN_PROGRESS,
  ...EN_PUBLISH,
  ...EN_TAKES,
  ...EN_TOGETHER,
  ...EN_ACCOUNT,
  ...EN_CREWS,
  ...EN_COACH,
  ...EN_CLASS,
  ...EN_BOARDS,
  ...EN_STUDIO_IMPORT,
  names: NAMES_EN,
  problems: PROBLEMS_EN,
};
