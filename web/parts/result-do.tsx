import { Columns2, RotateCcw } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import { kindOf } from "#dance/practice/board.ts";
import type { Summary } from "../api.ts";
import { stageAddress, wayOfTake } from "../state/addresses.ts";
import { boardAddress } from "../state/boards.ts";
import { reviewAddress } from "../state/coach/view.ts";
import { useWords } from "../state/language.ts";
import type { useChoreography, useReplay } from "../state/queries.ts";
import type { TakePage } from "../state/take-page.ts";
import { ShareWithCoach } from "./coach/grants.tsx";
import { DanceBeside } from "./dance-beside.tsx";
import { Share } from "./share.tsx";
import { OnlyHere } from "./studio/draft-danced.tsx";

interface NextProps {
  readonly page: TakePage;
  readonly summary: Summary;
  /** Whether this version is the one that is danced today. */
  readonly current: boolean;
}

/** What one does next with a take: dance it again, see the board; or why not. */
export function ResultNext({ page, summary, current }: NextProps): ReactElement {
  const words = useWords();
  const open = summary.open !== false;
  return (
    <>
      <div className="row res-do">
        {open && (
          <Link className="btn go big" href={stageAddress(summary, page.section, wayOfTake(page))}>
            <RotateCcw aria-hidden />
            {page.mine ? words.result.danceAgain : words.shared.danceIt}
          </Link>
        )}
        {current && !page.draft && (
          <Link className="btn big" href={boardAddress(summary, page.section, { kind: kindOf(page) })}>
            {words.result.toBoard}
          </Link>
        )}
      </div>
      {page.draft && <OnlyHere place={page.draft} />}
      {open && !current && (
        <p className="note">{page.draft ? words.draftDance.changed : words.result.earlierVersion}</p>
      )}
      {!open && <p className="note">{words.publish.goneSay}</p>}
      {summary.unranked?.includes(page.section) && <p className="note">{words.publish.noBoard}</p>}
    </>
  );
}

interface MoreProps extends NextProps {
  readonly choreography: ReturnType<typeof useChoreography>["data"];
  readonly frames: NonNullable<ReturnType<typeof useReplay>["data"]>["frames"] | undefined;
}

/** What else there is to do with a take: look closer, dance beside it, show it to somebody. */
export function ResultMore({ page, summary, current, choreography, frames }: MoreProps): ReactElement | null {
  const words = useWords();
  const open = summary.open !== false;
  const judged = open && page.phase === "judged";
  const shareable = open && (summary.visibility ?? "everyone") === "everyone";
  const beside = current && (judged || page.draft !== null);
  if (!judged && !beside && !(page.mine && shareable)) return null;
  return (
    <div className="res-more">
      {judged && (
        <Link className="btn" href={reviewAddress(page.id)}>
          <Columns2 aria-hidden />
          {words.review.toReview}
        </Link>
      )}
      {beside && (
        <DanceBeside
          stage={stageAddress(summary, page.section, wayOfTake(page))}
          takeId={page.id}
          name={page.dancer?.name ?? ""}
          mine={page.mine}
          words
        />
      )}
      {page.mine && judged && <ShareWithCoach page={page} />}
      {page.mine && shareable && <Share {...{ page, summary, choreography, frames }} />}
    </div>
  );
}
