import { Play, Repeat2 } from "lucide-react";
import { lazy, type ReactElement, type ReactNode, Suspense, useState } from "react";
import { Link } from "wouter";
import { kindOf } from "#dance/practice/board.ts";
import { isShort, type Span, sectionSpan, snapSpan } from "#dance/practice/span.ts";
import type { Summary } from "../api.ts";
import "../styles/choreography.css";
import { eightsOf, loopAddress, sectionName, stageAddress, type Way } from "../state/addresses.ts";
import { useModelMissing, useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useSwitches } from "../state/switches.ts";
import { Size } from "./card.tsx";
import { Cover } from "./cover.tsx";
import { Legend, LevelBars } from "./marks.tsx";
import { MiniBoard } from "./mini-board.tsx";
import { Sections } from "./sections.tsx";
import { WayChoice } from "./way-choice.tsx";

/** Only routines that are danced to a recording have one. */
const SongOfRoutine = lazy(() => import("./recording/song-of-routine.tsx"));

interface RoutineRoomProps {
  readonly summary: Summary;
  /** Where it comes from, below its head. */
  readonly origin: ReactNode;
  /** What else there is of it, below the ways to dance it. */
  readonly children?: ReactNode;
}

/** A routine: its sections, what came out of them so far, and how to dance it. */
export function RoutineRoom({ summary, origin, children }: RoutineRoomProps): ReactElement {
  const words = useWords();
  const [section, setSection] = useState(0);
  const [way, setWay] = useState<Way>({ rate: 1, view: "mirror" });
  const [span, setSpan] = useState<Span | null>(null);
  const [ladder, setLadder] = useState(true);
  const kind = kindOf({ mirror: way.view === "filmed", seated: useSwitches().seated });
  const name = sectionName(words, summary.sections, section);
  const modelMissing = useModelMissing();
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
          <Head summary={summary} origin={origin} />
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
          {modelMissing && <p className="note">{words.setup.modelMissingBefore}</p>}
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
          {summary.song === null && !summary.draft && (
            <Suspense fallback={null}>
              <SongOfRoutine summary={summary} />
            </Suspense>
          )}
          {!summary.draft && <MiniBoard {...{ summary, section, kind }} />}
          {children}
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

function Head({ summary, origin }: Pick<RoutineRoomProps, "summary" | "origin">): ReactElement {
  const words = useWords();
  const { n } = words;
  return (
    <div className="cho-head">
      <Cover pose={summary.cover} name={summary.slug} />
      <div className="stack">
        <h1>{summary.title[words.language]}</h1>
        <div className="facts">
          <Size summary={summary} />
          <b>{n.duration(summary.seconds)}</b>
          <span className="row nowrap" style={{ gap: 10 }}>
            {words.names.level[summary.level]}
            <LevelBars level={summary.level} />
          </span>
        </div>
        <p className="soft about">{summary.about[words.language]}</p>
        {origin}
      </div>
    </div>
  );
}
