import { Play, Repeat2 } from "lucide-react";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { Link, useSearch } from "wouter";
import { kindOf } from "#dance/practice/board.ts";
import { isShort, type Span, sectionSpan, snapSpan } from "#dance/practice/span.ts";
import type { Summary } from "../api.ts";
import { Choice } from "../parts/choice.tsx";
import { Cover } from "../parts/cover.tsx";
import { Legend, LevelBars } from "../parts/marks.tsx";
import { MiniBoard } from "../parts/mini-board.tsx";
import { RoutineOrigin } from "../parts/routine-origin.tsx";
import { Sections } from "../parts/sections.tsx";
import { Failed, Loading, NotFound } from "../parts/states.tsx";
import { OwnRoutine } from "../parts/studio/own-routine.tsx";
import "../styles/choreography.css";
import {
  eightsOf,
  loopAddress,
  RATES,
  sectionName,
  stageAddress,
  VIEWS,
  versionOf,
  type Way,
} from "../state/addresses.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useSummary } from "../state/queries.ts";
import { useSwitches } from "../state/switches.ts";

/** Only routines that are danced to a recording have one. */
const SongOfRoutine = lazy(() => import("../parts/recording/song-of-routine.tsx"));

/** One routine: its sections, what came out of them so far, how to dance it, and its board. */
export default function Routine({ slug }: { readonly slug: string }): ReactElement {
  const { publish } = useWords();
  const { list, summary, missing } = useSummary(slug, versionOf(useSearch()));
  if (missing) return <NotFound title={publish.missing} say={publish.missingDo} />;
  if (list.isError) return <Failed cause={list.error} onAgain={() => void list.refetch()} />;
  return summary ? <RoutinePage key={summary.version} summary={summary} /> : <Loading />;
}

function RoutinePage({ summary }: { readonly summary: Summary }): ReactElement {
  const words = useWords();
  const [section, setSection] = useState(0);
  const [way, setWay] = useState<Way>({ rate: 1, view: "mirror" });
  const [span, setSpan] = useState<Span | null>(null);
  const [ladder, setLadder] = useState(true);
  const kind = kindOf({ mirror: way.view === "filmed", seated: useSwitches().seated });
  const name = sectionName(words, summary.sections, section);
  const pickSection = (index: number) => {
    setSection(index);
    setSpan(null);
  };
  const pickEight = (eight: number) => {
    setSpan(nextSpan(span, eight, summary.counts));
    setSection(summary.sections.findIndex((s) => s.from <= eight * 8 && eight * 8 < s.to));
  };
  const dance = stageAddress(summary, section, way);
  const loop = loopAddress(summary, { span: span ?? sectionSpan(summary, section), ladder }, way);
  useTitle(summary.title[words.language]);
  return (
    <div className="page cho-page">
      <div className="cho">
        <div className="stack" style={{ gap: "var(--s6)" }}>
          <Head summary={summary} />
          <section>
            <h2 style={{ marginBottom: 16 }}>{words.choreography.sections}</h2>
            <Sections {...{ summary, section, kind, span }} onSection={pickSection} onEight={pickEight} />
            <p className="note pick">
              {words.practice.pickSpan} {isShort(sectionSpan(summary, -1)) && words.practice.short}
            </p>
            <div style={{ paddingTop: 20 }}>
              <Legend />
            </div>
          </section>
        </div>
        <aside className="stack" style={{ gap: 24 }}>
          <div className="cho-start">
            <Link className="btn go big wide" href={span ? loop : dance}>
              {span ? <Repeat2 aria-hidden /> : <Play fill="currentColor" aria-hidden />}
              {span ? words.practice.loop(eightsOf(span)) : words.choreography.dance(name)}
            </Link>
          </div>
          {span ? (
            <Link className="btn wide" href={dance}>
              {words.choreography.dance(name)}
            </Link>
          ) : (
            <Link className="btn wide" href={loop}>
              <Repeat2 aria-hidden />
              {words.practice.loopSection(name)}
            </Link>
          )}
          <WayChoice way={way} onWay={setWay} ladder={ladder} onLadder={setLadder} />
          {summary.song === null && (
            <Suspense fallback={null}>
              <SongOfRoutine summary={summary} />
            </Suspense>
          )}
          <MiniBoard {...{ summary, section, kind }} />
          {summary.mine && <OwnRoutine summary={summary} />}
        </aside>
      </div>
    </div>
  );
}

/** One tap picks an eight-count, the next everything up to another; a tap after that, or on the one, begins anew. */
function nextSpan(span: Span | null, eight: number, counts: number): Span | null {
  const tapped = snapSpan(eight * 8, eight * 8, counts);
  const one = span !== null && span.to - span.from <= 8;
  if (!one) return tapped;
  return span.from === tapped.from
    ? null
    : snapSpan(Math.min(span.from, tapped.from), Math.max(span.to, tapped.to), counts);
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
        <RoutineOrigin summary={summary} />
      </div>
    </div>
  );
}

interface WayProps {
  readonly way: Way;
  readonly onWay: (way: Way) => void;
  readonly ladder: boolean;
  readonly onLadder: (on: boolean) => void;
}

function WayChoice({ way, onWay, ladder, onLadder }: WayProps): ReactElement {
  const words = useWords();
  const { seated } = useSwitches();
  const say = words.choreography;
  return (
    <div className="stack choices">
      <div className="row between speeds">
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
      <div className="row between">
        <span className="strong">{words.practice.ladder}</span>
        <Choice
          label={words.practice.ladder}
          value={ladder ? "on" : "off"}
          options={[
            ["on", words.practice.on],
            ["off", words.practice.off],
          ]}
          onChange={(on) => onLadder(on === "on")}
        />
      </div>
      {ladder && <p className="note">{words.practice.ladderSay}</p>}
      <p className="note">
        {way.view === "mirror" ? say.mirrorNote : say.filmedNote} {way.rate < 1 && say.slowNote}
      </p>
      {seated && <p className="note">{words.practice.dancesSeated}</p>}
    </div>
  );
}
