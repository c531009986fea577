import type { ReactElement } from "react";
import { Link } from "wouter";
import type { Summary } from "../api.ts";
import { sectionName } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { keyOf } from "../state/progress.ts";
import { useSoFar } from "../state/so-far.ts";
import { Cover } from "./cover.tsx";
import { LevelBars } from "./marks.tsx";

/** A routine: its cover, how hard, how long, its sections and the best take so far. */
function Card({ summary }: { readonly summary: Summary }): ReactElement {
  const words = useWords();
  const { library, n } = words;
  const soFar = useSoFar();
  const of = (section: number) => soFar[keyOf(summary.slug, section)];
  const bests = [-1, ...summary.sections.keys()].map((i) => of(i)?.best ?? -1);
  const best = Math.max(...bests);
  const where = sectionName(words, summary.sections, bests.indexOf(best) - 1);
  return (
    <Link className="card" href={`/dance/${summary.slug}`}>
      <Cover pose={summary.cover} name={summary.slug} />
      <div className="body">
        <div className="row nowrap between" style={{ alignItems: "start" }}>
          <h3>{summary.title[words.language]}</h3>
          <span className="row nowrap note strong level">
            {words.names.level[summary.level]}
            <LevelBars level={summary.level} />
          </span>
        </div>
        <div className="facts">
          <span>
            <b>{n.whole(summary.bpm)}</b> {library.bpm}
          </span>
          <span>
            <b>{n.whole(summary.counts)}</b> {library.counts}
          </span>
          <span className="best">
            {best >= 0 ? (
              <>
                {library.best(where)}
                <b className="num">{n.score(best)}</b>
              </>
            ) : (
              library.notYet
            )}
          </span>
        </div>
        <div className="secs">
          {summary.sections.map((s, i) => (
            <span
              key={`${s.kind}${s.from}`}
              className={of(i) || of(-1) ? "got" : ""}
              style={{ "--n": s.to - s.from } as React.CSSProperties}
            >
              {words.names.sectionShort[s.kind]}
            </span>
          ))}
        </div>
      </div>
    </Link>
  );
}

/** Routines, a card each. */
export function Cards({ list }: { readonly list: readonly Summary[] }): ReactElement {
  return (
    <div className="cards">
      {list.map((summary) => (
        <Card key={summary.version} summary={summary} />
      ))}
    </div>
  );
}
