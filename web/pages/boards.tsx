import { ChevronRight } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import { Cover } from "../parts/cover.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import "../styles/boards.css";
import { partOf, sectionName, WHOLE } from "../state/addresses.ts";
import { boardAddress } from "../state/boards.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { keyOf } from "../state/progress.ts";
import { useChoreographies } from "../state/queries.ts";
import { useSoFar } from "../state/so-far.ts";

/** All boards: a routine each, a line for each of its sections, with my best where I have one. */
export default function Boards(): ReactElement {
  const words = useWords();
  const list = useChoreographies();
  const soFar = useSoFar();
  useTitle(words.board.title);
  if (list.isError) return <Failed cause={list.error} onAgain={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  return (
    <div className="page">
      <h1>{words.board.title}</h1>
      <p className="lead soft" style={{ margin: "var(--s3) 0 var(--s6)" }}>
        {words.board.sub}
      </p>
      <div className="board-list">
        {list.data.map((summary) => (
          <section key={summary.version} className="panel">
            <Cover pose={summary.cover} name={summary.slug} />
            <h2>{summary.title[words.language]}</h2>
            <div className="links">
              {[...summary.sections.keys(), WHOLE].map((i) => {
                const mine = soFar[keyOf(partOf(summary), i)]?.best ?? null;
                return (
                  <Link key={i} href={boardAddress(summary, i)}>
                    {sectionName(words, summary.sections, i)}
                    <span className="row nowrap soft">
                      {mine !== null && (
                        <>
                          <span className="note">{words.board.mine}</span>
                          <span className="num">{words.n.score(mine)}</span>
                        </>
                      )}
                      <ChevronRight aria-hidden />
                    </span>
                  </Link>
                );
              })}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}
