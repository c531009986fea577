import { Play } from "lucide-react";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { Link, useLocation } from "wouter";
import type { Standing, Summary } from "../api.ts";
import { BoardRow } from "../parts/board-row.tsx";
import { Failed, Loading, NotFound, State } from "../parts/states.tsx";
import "../styles/board.css";
import "../styles/ghosts.css";
import { sectionName, sectionOf, sectionText, stageAddress, WHOLE } from "../state/addresses.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useBoard, useSummary } from "../state/queries.ts";
import type { Words } from "../words/index.ts";

interface BoardPageProps {
  readonly slug: string;
  readonly section: string;
}

/** The board of a section; tabs lead to the other sections of the routine. */
export default function BoardPage({ slug, section: text }: BoardPageProps): ReactElement {
  const words = useWords();
  const [, navigate] = useLocation();
  const { list, summary, missing } = useSummary(slug);
  const section = summary ? sectionOf(text, summary.sections) : null;
  useTitle(summary && section !== null ? `${words.board.title}: ${summary.title[words.language]}` : null);
  if (missing) return <NotFound title={words.choreography.missing} />;
  if (summary && section === null) return <NotFound title={words.choreography.noSection} routine={slug} />;
  if (list.isError) return <Failed cause={list.error} onAgain={() => void list.refetch()} />;
  if (!summary || section === null) return <Loading />;
  return (
    <Tabs
      className="page lbp"
      selectedKey={sectionText(section)}
      onSelectionChange={(key) => navigate(`/boards/${slug}/${key}`, { replace: true })}
    >
      <Standings key={section} summary={summary} section={section} tabs={<SectionTabs summary={summary} />} />
    </Tabs>
  );
}

function SectionTabs({ summary }: { readonly summary: Summary }): ReactElement {
  const words = useWords();
  return (
    <TabList className="board-tabs" aria-label={words.board.sections}>
      {[...summary.sections.keys(), WHOLE].map((i) => (
        <Tab key={i} id={sectionText(i)} className="chip">
          {sectionName(words, summary.sections, i)}
        </Tab>
      ))}
    </TabList>
  );
}

interface StandingsProps {
  readonly summary: Summary;
  readonly section: number;
  readonly tabs: ReactElement;
}

/** How far it is to the dancer before me, where both are known. */
function distance(words: Words, all: readonly Standing[], me: Standing): string | null {
  if (me.rank === 1) return words.board.first;
  const next = all.filter((s) => s.score > me.score).at(-1);
  return next ? words.board.behind(words.n.score(next.score - me.score), next.dancer.name) : null;
}

function Standings({ summary, section, tabs }: StandingsProps): ReactElement {
  const words = useWords();
  const board = useBoard(summary.version, section);
  const pages = board.data?.pages ?? [];
  const rows = pages.flatMap((p) => p.standings);
  const me = pages[0]?.me ?? null;
  const [mineSeen, watch] = useMineSeen();
  const title = summary.title[words.language];
  const far = me && distance(words, rows, me);
  const stage = stageAddress(summary.slug, section, { rate: 1, view: "mirror" });
  return (
    <div className={me ? "pinned" : ""}>
      <div className="row between end">
        <div>
          <p className="strong" style={{ marginBottom: 8 }}>
            {title} · {sectionName(words, summary.sections, section)}
          </p>
          <h1>{far ?? title}</h1>
        </div>
        <Link className="btn go big" href={stage}>
          <Play fill="currentColor" aria-hidden />
          {me ? words.board.beatIt : words.board.danceIt}
        </Link>
      </div>
      {tabs}
      <TabPanel id={sectionText(section)}>
        {board.isPending && <Loading />}
        {board.isError && <Failed cause={board.error} onAgain={() => void board.refetch()} />}
        {board.isSuccess && rows.length === 0 && (
          <State within title={words.board.empty}>
            {words.board.emptyDo}
          </State>
        )}
        {rows.length > 0 && (
          <ol className="lb">
            {rows.map((s) => (
              <li key={s.takeId} className={s.mine ? "mine" : ""} ref={s.mine ? watch : undefined}>
                <BoardRow standing={s} note={s.mine ? far : null} stage={stage} />
              </li>
            ))}
          </ol>
        )}
        <div className="row between" style={{ marginTop: 20 }}>
          <p className="note">
            {pages[0] && `${words.board.dancers(words.n.whole(pages[0].dancers), pages[0].dancers === 1)}. `}
            {words.board.sub}
          </p>
          {board.hasNextPage && (
            <button
              type="button"
              className="btn"
              disabled={board.isFetchingNextPage}
              onClick={() => void board.fetchNextPage()}
            >
              {words.board.more}
            </button>
          )}
        </div>
      </TabPanel>
      {me && !mineSeen && (
        <section className="lb-me" aria-label={words.choreography.you(me.dancer.name)}>
          <BoardRow standing={me} note={far} stage={stage} />
        </section>
      )}
    </div>
  );
}

/** Whether my own row is on the screen: then it need not be pinned. */
function useMineSeen(): [boolean, (row: HTMLElement | null) => void] {
  const [seen, setSeen] = useState(false);
  const observer = useRef<IntersectionObserver | null>(null);
  useEffect(() => () => observer.current?.disconnect(), []);
  const watch = (row: HTMLElement | null) => {
    observer.current?.disconnect();
    if (!row) return setSeen(false);
    observer.current = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? false));
    observer.current.observe(row);
  };
  const [stable] = useState(() => watch);
  return [seen, stable];
}
