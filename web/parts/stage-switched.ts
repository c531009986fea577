import { useEffect, useSyncExternalStore } from "react";
import type { Watch } from "../detector/index.ts";
import { hasVoice } from "../song/voice.ts";
import type { Stage, StageState } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import { useLatency } from "../state/latency.ts";
import { useSwitches } from "../state/switches.ts";
import type { KeptVideo } from "../state/teacher-video.ts";

const nothing = () => () => undefined;

/** Keeps the stage as the switches stand: counts are clicked where no voice speaks them. */
export function useSwitched(stage: Stage | null): void {
  const { teacher, metronome, counting, seated, scale } = useSwitches();
  const state = useSyncExternalStore(stage?.view.subscribe ?? nothing, () => stage?.view.get().state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is refused in a take is tried again after it
  useEffect(() => {
    stage?.setSeated(seated);
  }, [stage, seated, state]);
  const { language } = useWords();
  useEffect(() => stage?.setScale(scale), [stage, scale]);
  useEffect(() => stage?.setTeacher(teacher), [stage, teacher]);
  useEffect(
    () => stage?.setMetronome(metronome || (counting && !hasVoice(language))),
    [stage, metronome, counting, language],
  );
}

/** Any stage, as far as its delay goes. */
interface Delayed extends Pick<Stage, "setLatency"> {
  readonly view: Watch<{ readonly state: StageState }>;
}

/** Keeps the delay that is known on the stage; one that changes in a take waits for the next. */
export function useDelayed(stage: Delayed | null): void {
  const { latency } = useLatency();
  const state = useSyncExternalStore(stage?.view.subscribe ?? nothing, () => stage?.view.get().state);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is refused in a take is tried again after it
  useEffect(() => {
    stage?.setLatency(latency ?? 0);
  }, [stage, latency, state]);
}

/** Keeps the stage's video as it was found. */
export function useStageVideo(stage: Stage | null, kept: KeptVideo): void {
  const video = kept.kind === "video" ? kept.video : null;
  const { url, starts = 0, turned = false, framed = false } = video ?? {};
  useEffect(() => {
    stage?.setVideo(url === undefined ? null : { url, starts, turned, framed });
  }, [stage, url, starts, turned, framed]);
}
