import type { ReactElement, ReactNode } from "react";
import { Link } from "wouter";
import { FULL_SCORE } from "#dance/scoring/result.ts";
import type { Standing } from "../api.ts";
import { useWords } from "../state/language.ts";
import { Avatar } from "./cover.tsx";
import { DanceBeside } from "./dance-beside.tsx";

interface RowProps {
  readonly standing: Standing;
  /** A second line under the name. */
  readonly note?: ReactNode;
  /** The stage on which these takes were danced, where one may be danced beside. */
  readonly stage?: string;
}

/** The cells of one row of a board: rank, who, day, letter, score, the way to dance beside. */
export function BoardRow({ standing, note, stage }: RowProps): ReactElement {
  const words = useWords();
  const { rank, dancer, score, grade, at, mine, takeId } = standing;
  return (
    <>
      <span className="rank num">{words.n.whole(rank)}</span>
      <Avatar of={dancer} />
      <span className="who">
        <Link href={`/takes/${takeId}`} title={mine ? words.standings.watchMine : words.standings.watch(dancer.name)}>
          {mine ? words.choreography.you(dancer.name) : dancer.name}
        </Link>
        {note && <span className="note">{note}</span>}
      </span>
      <span className="far" aria-hidden="true">
        <i style={{ width: `${(score / FULL_SCORE) * 100}%` }} />
      </span>
      <span className="note when">{words.n.day(at)}</span>
      <span className="num letter" role="img" aria-label={words.result.grade(grade)}>
        {grade}
      </span>
      <span className="pts num">{words.n.score(score)}</span>
      {stage && <DanceBeside {...{ stage, takeId, mine }} name={dancer.name} />}
    </>
  );
}
