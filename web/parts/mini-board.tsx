import type { ReactElement } from "react";
import { Link } from "wouter";
import type { BoardKind } from "#dance/practice/board.ts";
import type { Summary } from "../api.ts";
import { partOf, sectionName } from "../state/addresses.ts";
import { boardAddress, EVERYBODYS, useBoard } from "../state/boards.ts";
import { useWords } from "../state/language.ts";
import { keyOf } from "../state/progress.ts";
import { useSoFar } from "../state/so-far.ts";

interface MiniBoardProps {
  readonly summary: Summary;
  readonly section: number;
  readonly kind: BoardKind;
}

/** The first five of a section's board, and my row if it is further down. */
export function MiniBoard({ summary, section, kind }: MiniBoardProps): ReactElement {
  const words = useWords();
  const board = useBoard(summary.version, section, { ...EVERYBODYS, kind });
  const best = useSoFar()[keyOf(partOf(summary), section, kind)]?.best ?? null;
  const unranked = summary.unranked?.includes(section) ?? false;
  const page = board.data?.pages[0];
  const top = page?.standings.slice(0, 5) ?? [];
  const me = page?.me && !top.some((s) => s.mine) ? [page.me] : [];
  return (
    <section className="panel">
      <div className="row between" style={{ marginBottom: 12 }}>
        <h2 className="h3">
          {words.choreography.board}: {sectionName(words, summary.sections, section)}
          {kind !== "full" && `, ${words.standings.kinds[kind]}`}
        </h2>
        {page && page.dancers > 0 && (
          <Link className="link" href={boardAddress(summary, section, { kind })}>
            {words.choreography.all}
          </Link>
        )}
      </div>
      {!unranked && page && top.length === 0 && (
        <p className="soft">{best === null ? words.choreography.boardEmpty : words.choreography.boardEmptyMine}</p>
      )}
      {unranked && <p className="soft">{words.publish.noBoard}</p>}
      {board.isError && <p className="soft">{words.states.offline}</p>}
      <ol className="mini-board">
        {[...top, ...me].map((s) => (
          <li key={s.takeId} className={s.mine ? "mine" : ""}>
            <span className="num">{words.n.whole(s.rank)}</span>
            <span className="strong who">{s.mine ? words.choreography.you(s.dancer.name) : s.dancer.name}</span>
            <span className="num">{words.n.score(s.score)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
