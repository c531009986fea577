import { Star } from "lucide-react";
import type { ReactElement } from "react";
import type { Standing } from "../api.ts";
import { usePicks } from "../state/boards.ts";
import { useWords } from "../state/language.ts";
import { BoardRow } from "./board-row.tsx";
import { GhostMark } from "./marks.tsx";
import { PickStar } from "./pick-star.tsx";

/** What the marks in a row mean, where there is no room for words beside them. */
export function MarkKey(): ReactElement {
  const { standings: say } = useWords();
  const { me } = usePicks();
  return (
    <p className="note lb-key" aria-hidden="true">
      <span>
        <GhostMark /> {say.markBeside}
      </span>
      {me && (
        <span>
          <Star /> {say.markPick}
        </span>
      )}
    </p>
  );
}

interface StandingsProps {
  readonly rows: readonly Standing[];
  /** Under my own name. */
  readonly note: string | null;
  /** The stage on which these takes were danced. */
  readonly stage: string;
  /** Told of my own row when it comes and goes. */
  readonly watch: (row: HTMLElement | null) => void;
}

/** Rows of a board, best first; each opens its replay, and its dancer may be picked. */
export function StandingRows({ rows, note, stage, watch }: StandingsProps): ReactElement {
  const { me, picks } = usePicks();
  return (
    <ol className={me ? "lb picking" : "lb"} start={rows[0]?.rank ?? 1}>
      {rows.map((row) => (
        <li key={row.takeId} className={row.mine ? "mine" : ""} ref={row.mine ? watch : undefined}>
          <BoardRow standing={row} note={row.mine ? note : null} stage={stage} />
          {me && !row.mine && <PickStar dancer={row.dancer} picked={picks.has(row.dancer.id)} />}
        </li>
      ))}
    </ol>
  );
}
