// Everything that moves. openStage for the stage; figures for covers, replays and boards.
export { type BoneStyle, drawBones } from "./bones.ts";
export { drawSilhouette, drawSolid, type SolidColours } from "./figure.ts";
export { fitPoses, type Pen, type Place } from "./geometry.ts";
export { openStage } from "./open.ts";
export { drawShape } from "./shapes.ts";
export type {
  EndedTake,
  Framing,
  PauseCause,
  Stage,
  StageEvents,
  StageOptions,
  StageSettings,
  StageSong,
  StageState,
  StageView,
  StageWords,
  TeacherPlace,
} from "./types.ts";
