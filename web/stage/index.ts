// openStage(options: StageOptions): Stage opens in `setup`; call start() from a tap. No React in here.
export type {
  EndedTake,
  Framing,
  PauseCause,
  Stage,
  StageEvents,
  StageOptions,
  StageSettings,
  StageState,
  StageView,
  StageWords,
  TeacherPlace,
} from "./types.ts";
