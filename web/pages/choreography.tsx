import { Play } from "lucide-react";
import { type ReactElement, useState } from "react";
import { Link } from "wouter";
import type { Summary } from "../api.ts";
import { Choice } from "../parts/choice.tsx";
import { Cover } from "../parts/cover.tsx";
import { Legend, LevelBars } from "../parts/marks.tsx";
import { MiniBoard } from "../parts/mini-board.tsx";
import { Sections } from "../parts/sections.tsx";
import { Failed, Loading, NotFound } from "../parts/states.tsx";
import "../styles/choreography.css";
import { RATES, sectionName, stageAddress, VIEWS, type Way } from "../state/addresses.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useSummary } from "../state/queries.ts";

/** One routine: its sections, what came out of them so far, how to dance it, and its board. */
export default function Routine({ slug }: { readonly slug: string }): ReactElement {
  const { choreography } = useWords();
  const { list, summary, missing } = useSummary(slug);
  if (missing) return <NotFound title={choreography.missing} />;
  if (list.isError) return <Failed cause={list.error} onAgain={() => void list.refetch()} />;
  return summary ? <RoutinePage summary={summary} /> : <Loading />;
}

function RoutinePage({ summary }: { readonly summary: Summary }): ReactElement {
  const words = useWords();
  const [section, setSection] = useState(0);
  const [way, setWay] = useState<Way>({ rate: 1, view: "mirror" });
  useTitle(summary.title[words.language]);
  return (
    <div className="page cho-page">
      <div className="cho">
        <div className="stack" style={{ gap: "var(--s6)" }}>
          <Head summary={summary} />
          <section>
            <h2 style={{ marginBottom: 16 }}>{words.choreography.sections}</h2>
            <Sections summary={summary} section={section} onSection={setSection} />
            <div style={{ paddingTop: 20 }}>
              <Legend />
            </div>
          </section>
        </div>
        <aside className="stack" style={{ gap: 24 }}>
          <div className="cho-start">
            <Link className="btn go big wide" href={stageAddress(summary.slug, section, way)}>
              <Play fill="currentColor" aria-hidden />
              {words.choreography.dance(sectionName(words, summary.sections, section))}
            </Link>
          </div>
          <WayChoice way={way} onWay={setWay} />
          <MiniBoard summary={summary} section={section} />
        </aside>
      </div>
    </div>
  );
}

function Head({ summary }: { readonly summary: Summary }): ReactElement {
  const words = useWords();
  const { library, n } = words;
  return (
    <div className="cho-head">
      <Cover pose={summary.cover} name={summary.slug} />
      <div className="stack">
        <h1>{summary.title[words.language]}</h1>
        <div className="facts">
          <span>
            <b>{n.whole(summary.bpm)}</b> {library.bpm}
          </span>
          <span>
            <b>{n.whole(summary.counts)}</b> {library.counts}
          </span>
          <b>{n.duration(summary.seconds)}</b>
          <span className="row nowrap" style={{ gap: 10 }}>
            {words.names.level[summary.level]}
            <LevelBars level={summary.level} />
          </span>
        </div>
        <p className="soft about">{summary.about[words.language]}</p>
      </div>
    </div>
  );
}

interface WayProps {
  readonly way: Way;
  readonly onWay: (way: Way) => void;
}

function WayChoice({ way, onWay }: WayProps): ReactElement {
  const words = useWords();
  const say = words.choreography;
  return (
    <div className="stack choices">
      <div className="row between">
        <span className="strong">{say.speed}</span>
        <Choice
          label={say.speed}
          value={String(way.rate)}
          options={RATES.map((r) => [String(r), words.n.speed(r)] as const)}
          onChange={(rate) => onWay({ ...way, rate: Number(rate) })}
        />
      </div>
      <div className="row between">
        <span className="strong">{say.view}</span>
        <Choice
          label={say.view}
          value={way.view}
          options={VIEWS.map((v) => [v, v === "mirror" ? say.mirror : say.filmed] as const)}
          onChange={(view) => onWay({ ...way, view })}
        />
      </div>
      <p className="note">
        {way.view === "mirror" ? say.mirrorNote : say.filmedNote} {way.rate < 1 && say.slowNote}
      </p>
    </div>
  );
}
