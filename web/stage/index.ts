// openStage for everything that moves. Bodies for replays: figure.ts, bones.ts, geometry.ts, on any canvas.
export { openStage } from "./open.ts";
export { underWay } from "./state.ts";
export type {
  EndedTake,
  Framing,
  GhostTake,
  HandOffers,
  PauseCause,
  Stage,
  StageEvents,
  StageSong,
  StageState,
  TeacherPlace,
} from "./types.ts";
