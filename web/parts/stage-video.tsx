import { type ReactElement, useEffect } from "react";
import type { Stage } from "../stage/index.ts";
import { useWords } from "../state/language.ts";
import type { KeptVideo } from "../state/teacher-video.ts";
import { OnOff } from "./on-off.tsx";

/** Keeps the stage's video as it was found. */
export function useStageVideo(stage: Stage | null, kept: KeptVideo): void {
  const video = kept.kind === "video" ? kept.video : null;
  const { url, starts = 0, turned = false, framed = false } = video ?? {};
  useEffect(() => {
    stage?.setVideo(url === undefined ? null : { url, starts, turned, framed });
  }, [stage, url, starts, turned, framed]);
}

/** The video the other way round; or that there is one which this browser does not show. */
export function VideoRows({ kept }: { readonly kept: KeptVideo }): ReactElement | null {
  const { video: say } = useWords();
  if (kept.kind !== "video") return kept.kind === "none" ? null : <p className="note">{say.unplayable}</p>;
  return (
    <>
      <OnOff label={say.turned} on={kept.video.turned} onTurn={kept.turn} />
      <p className="note">{say.turnedNote}</p>
    </>
  );
}
