import type { ReactElement } from "react";
import { Link } from "wouter";
import { BOARD_KINDS, kindOf } from "#dance/practice/board.ts";
import type { Summary } from "../api.ts";
import { partOf, sectionName, WHOLE } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { keyOf } from "../state/progress.ts";
import { useChoreographies } from "../state/queries.ts";
import { type BestSoFar, bestSoFar, useSoFar } from "../state/so-far.ts";
import { useSwitches } from "../state/switches.ts";
import type { Words } from "../words/index.ts";
import { Cover } from "./cover.tsx";
import { LevelBars } from "./marks.tsx";

/** A routine: its cover, how hard, how long, its sections and the best take so far. */
function Card({ summary }: { readonly summary: Summary }): ReactElement {
  const words = useWords();
  const { library, n } = words;
  const soFar = useSoFar();
  const { seated } = useSwitches();
  const sections = [WHOLE, ...summary.sections.keys()];
  const best = bestSoFar(soFar, partOf(summary), sections, kindOf({ mirror: false, seated }));
  const isDanced = (section: number) => BOARD_KINDS.some((kind) => soFar[keyOf(partOf(summary), section, kind)]);
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
        <Credit summary={summary} />
        <div className="facts">
          <Size summary={summary} />
          <span className="best">
            {best ? (
              <>
                {library.best(bestWhere(words, summary, best))}
                <b className="num">{n.score(best.score)}</b>
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
              className={isDanced(i) || isDanced(WHOLE) ? "got" : ""}
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

/** How fast it is and how many counts it has. */
export function Size({ summary }: { readonly summary: Pick<Summary, "bpm" | "counts"> }): ReactElement {
  const { library, n } = useWords();
  return (
    <>
      <span>
        <b>{n.whole(summary.bpm)}</b> {library.bpm}
      </span>
      <span>
        <b>{n.whole(summary.counts)}</b> {library.counts}
      </span>
    </>
  );
}

/** Who published it, and whom it is for; nothing of what comes with the page. */
function Credit({ summary }: { readonly summary: Summary }): ReactElement | null {
  const { publish } = useWords();
  const { author, mine, visibility = "everyone" } = summary;
  if (!author) return null;
  const audience = { me: publish.forMe, crew: publish.forACrew, everyone: publish.forEveryone }[visibility];
  return <p className="credit">{mine ? audience : publish.by(author.name)}</p>;
}

/** Which section it was, and how it was danced where that was not as it is. */
function bestWhere(words: Words, { sections }: Summary, { section, kind }: BestSoFar): string {
  const name = sectionName(words, sections, section);
  return kind === "full" ? name : `${name}, ${words.standings.kinds[kind]}`;
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

/** All routines under their headline, where a page has nothing else to show; nothing before they are here. */
export function AllCards(): ReactElement | null {
  const { library } = useWords();
  const list = useChoreographies().data ?? [];
  if (list.length === 0) return null;
  return (
    <>
      <h2 className="cards-head">{library.routines}</h2>
      <Cards list={list} />
    </>
  );
}
