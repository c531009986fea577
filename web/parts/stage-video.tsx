import type { ReactElement } from "react";
import { useWords } from "../state/language.ts";
import type { KeptVideo } from "../state/teacher-video.ts";
import { OnOff } from "./on-off.tsx";

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
