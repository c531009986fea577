import { type ReactElement, useMemo } from "react";
import { ownResult } from "#dance/scoring/own.ts";
import type { Summary } from "../api.ts";
import { Desk } from "../parts/coach/desk.tsx";
import { Failed, Loading, NotFound, State } from "../parts/states.tsx";
import "../styles/charts.css";
import "../styles/replay.css";
import "../styles/challenges.css";
import "../styles/coach.css";
import "../styles/rubric.css";
import "../styles/coach-notes.css";
import { sectionName } from "../state/addresses.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useChoreography, useReplay, useVersion } from "../state/queries.ts";
import { type TakePage, useTakePage } from "../state/take-page.ts";

/** A take looked at by a coach, or by its dancer: beside the routine, slowly, with notes. */
export default function Review({ id }: { readonly id: string }): ReactElement {
  const { review, result } = useWords();
  const { page, pending, cause, missing, again } = useTakePage(id);
  const routine = useVersion(page?.version);
  if (missing) return <NotFound title={review.notShared} say={review.notSharedDo} />;
  if (cause) return <Failed cause={cause} onAgain={again} />;
  if (pending || routine.pending) return <Loading />;
  if (routine.cause) return <Failed cause={routine.cause} onAgain={routine.again} />;
  if (!page)
    return (
      <div className="page">
        <State title={result.notJudged}>{result.notJudgedDo}</State>
      </div>
    );
  return routine.summary ? <Seen page={page} summary={routine.summary} /> : <NotFound title={result.notFound} />;
}

function Seen({ page, summary }: { readonly page: TakePage; readonly summary: Summary }): ReactElement {
  const words = useWords();
  const own = useMemo(() => ({ ...page, result: ownResult(page.result, page.mirror) }), [page]);
  const choreography = useChoreography(page.version);
  const replay = useReplay(page.id, true);
  const name = page.dancer?.name ?? words.replay.you;
  useTitle(words.review.title(name, sectionName(words, summary.sections, page.section)));
  if (choreography.error) return <Failed cause={choreography.error} onAgain={() => void choreography.refetch()} />;
  if (replay.error)
    return (
      <div className="page">
        <State
          title={words.review.noPoses}
          action={
            <button type="button" className="btn go" onClick={() => void replay.refetch()}>
              {words.states.again}
            </button>
          }
        >
          {words.review.noPosesDo}
        </State>
      </div>
    );
  if (!choreography.data || !replay.data) return <Loading />;
  return <Desk page={own} summary={summary} choreography={choreography.data} frames={replay.data.frames} />;
}
