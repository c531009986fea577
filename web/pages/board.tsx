import { Play } from "lucide-react";
import { type ReactElement, useEffect, useRef } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { Link, useLocation, useSearch } from "wouter";
import { boardWeek, weekBegan } from "#dance/practice/board.ts";
import type { Standing, Summary } from "../api.ts";
import { BoardChoice } from "../parts/board-choice.tsx";
import { BoardEmpty } from "../parts/board-empty.tsx";
import { BoardRow } from "../parts/board-row.tsx";
import { useMineSeen } from "../parts/mine-seen.ts";
import { More } from "../parts/more.tsx";
import { MarkKey, StandingRows } from "../parts/standings.tsx";
import { Failed, Loading, NotFound, State } from "../parts/states.tsx";
import "../styles/board.css";
import "../styles/standings.css";
import "../styles/ghosts.css";
import { sectionName, sectionOf, sectionText, stageAddress, versionOf, WHOLE, wayOfKind } from "../state/addresses.ts";
import { boardAddress, searchOf, useAround, useBoard, type Which, whichOf } from "../state/boards.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useSummary } from "../state/queries.ts";
import type { Words } from "../words/index.ts";
import { routineTitle } from "../words/routine-title.ts";

interface BoardPageProps {
  readonly slug: string;
  readonly section: string;
}

/** The board of a section; tabs lead to the other sections of the routine. */
export default function BoardPage({ slug, section: text }: BoardPageProps): ReactElement {
  const words = useWords();
  const [, navigate] = useLocation();
  const search = useSearch();
  const which = whichOf(search);
  const { summary, missing, cause, again } = useSummary(slug, versionOf(search));
  const section = summary ? sectionOf(text, summary.sections) : null;
  useTitle(summary && section !== null ? `${words.board.title}: ${summary.title[words.language]}` : null);
  if (missing) return <NotFound title={words.publish.missing} say={words.publish.missingDo} />;
  if (summary && section === null)
    return <NotFound title={words.choreography.noSection} say={words.choreography.noSectionDo} routine={slug} />;
  if (cause) return <Failed cause={cause} onAgain={again} />;
  if (!summary || section === null) return <Loading />;
  return (
    <Tabs
      className="page lbp"
      selectedKey={sectionText(section)}
      onSelectionChange={(key) => navigate(`/boards/${slug}/${key}${searchOf(which, summary)}`, { replace: true })}
    >
      <Standings
        key={section}
        summary={summary}
        section={section}
        which={which}
        tabs={<SectionTabs summary={summary} />}
      />
    </Tabs>
  );
}

function SectionTabs({ summary }: { readonly summary: Summary }): ReactElement {
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const tab = list.current?.querySelector<HTMLElement>("[data-selected]");
      tab?.scrollIntoView({ block: "nearest", inline: "center" });
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <TabList ref={list} className="board-tabs" aria-label={words.board.sections}>
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
  readonly which: Which;
  readonly tabs: ReactElement;
}

/** How far it is to the dancer before me, where both are known. */
function distance(words: Words, all: readonly Standing[], me: Standing): string | null {
  if (me.rank === 1) return words.board.first;
  const next = all.filter((s) => s.score > me.score).sort((a, b) => a.score - b.score)[0];
  return next ? words.board.behind(words.n.score(next.score - me.score), next.dancer.name) : null;
}

function Standings({ summary, section, which, tabs }: StandingsProps): ReactElement {
  const words = useWords();
  const [, navigate] = useLocation();
  const board = useBoard(summary.version, section, which);
  const pages = board.data?.pages ?? [];
  const [first] = pages;
  const rows = pages.flatMap((p) => p.standings);
  const unranked = summary.unranked?.includes(section) ?? false;
  const me = first?.me ?? null;
  const further = me !== null && !rows.some((row) => row.mine);
  const around = useAround(summary.version, section, which, further && which.scope === "everyone");
  const about = further ? (around.data ?? []) : [];
  const [mineSeen, watch] = useMineSeen();
  const title = routineTitle(words, summary);
  const name = sectionName(words, summary.sections, section);
  const far = me && distance(words, [...rows, ...about], me);
  const stage = stageAddress(summary, section, wayOfKind(which.kind));
  const list = { note: far, stage, watch };
  return (
    <div className={me ? "pinned" : ""}>
      <div className="row between end">
        <div>
          <p className="strong" style={{ marginBottom: 8 }}>
            {far ? `${title} · ${name}` : title}
          </p>
          <h1>{far ?? name}</h1>
        </div>
        <Link className="btn go big" href={stage}>
          <Play fill="currentColor" aria-hidden />
          {me ? words.board.beatIt : words.board.danceIt}
        </Link>
      </div>
      {tabs}
      <BoardChoice
        which={which}
        onChange={(next) => navigate(boardAddress(summary, section, next), { replace: true })}
      />
      <TabPanel id={sectionText(section)}>
        {board.isPending && <Loading />}
        {board.isError && <Failed cause={board.error} onAgain={() => void board.refetch()} />}
        {board.isSuccess &&
          rows.length === 0 &&
          (unranked ? <State within title={words.publish.noBoard} /> : <BoardEmpty which={which} />)}
        {rows.length > 0 && <MarkKey />}
        {rows.length > 0 && <StandingRows rows={rows} {...list} />}
        <div className="row between board-foot">
          <p className="note">
            {first && `${words.board.dancers(words.n.whole(first.dancers), first.dancers === 1)}. `}
            {first && words.standings.rules(words.n.whole(first.rules))}
            {which.window === "week" &&
              ` ${words.standings.weekSay(words.n.evening(weekBegan(boardWeek(Date.now()))))}`}
          </p>
          <More of={board}>{words.board.more}</More>
        </div>
        {about.length > 0 && (
          <section className="board-about">
            <h2>{words.standings.around}</h2>
            <StandingRows rows={about} {...list} />
          </section>
        )}
      </TabPanel>
      {me && !mineSeen && (
        <section className="lb-me" aria-label={words.choreography.you(me.dancer.name)}>
          <BoardRow standing={me} note={far} stage={stage} />
        </section>
      )}
    </div>
  );
}
