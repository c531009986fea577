import type { ReactElement } from "react";
import { useSearch } from "wouter";
import { RoutineOrigin } from "../parts/routine-origin.tsx";
import { RoutineRoom } from "../parts/routine-room.tsx";
import { Failed, Loading, NotFound } from "../parts/states.tsx";
import { OwnRoutine } from "../parts/studio/own-routine.tsx";
import { versionOf } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { useSummary } from "../state/queries.ts";

/** One routine: its sections, what came out of them so far, how to dance it, and its board. */
export default function Routine({ slug }: { readonly slug: string }): ReactElement {
  const { publish } = useWords();
  const { summary, missing, cause, again } = useSummary(slug, versionOf(useSearch()));
  if (missing) return <NotFound title={publish.missing} say={publish.missingDo} />;
  if (cause) return <Failed cause={cause} onAgain={again} />;
  if (!summary) return <Loading />;
  return (
    <RoutineRoom key={summary.version} summary={summary} origin={<RoutineOrigin summary={summary} />}>
      {summary.mine && <OwnRoutine summary={summary} />}
    </RoutineRoom>
  );
}
