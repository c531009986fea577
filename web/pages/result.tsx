import { type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import type { LimbGroup } from "#dance/pose/keypoints.ts";
import { kindOf } from "#dance/practice/board.ts";
import { spotOf } from "#dance/practice/span.ts";
import { fixesOf } from "#dance/scoring/insight.ts";
import type { TakeResult } from "#dance/scoring/result.ts";
import type { Note, Summary } from "../api.ts";
import { Notes } from "../parts/coach/notes.tsx";
import { Sheets } from "../parts/coach/rubric-sheet.tsx";
import { Fixes } from "../parts/fixes.tsx";
import { Heat } from "../parts/heat.tsx";
import { Histogram } from "../parts/histogram.tsx";
import { LagAdvice } from "../parts/lag-advice.tsx";
import type { ReplayHandle } from "../parts/replay.tsx";
import { ReplayRoom } from "../parts/replay-room.tsx";
import { ResultMore, ResultNext } from "../parts/result-do.tsx";
import { Scales } from "../parts/scales.tsx";
import { ScoreHead, Three } from "../parts/score-head.tsx";
import { Failed, Loading, NotFound, State } from "../parts/states.tsx";
import { Strip } from "../parts/strip.tsx";
import { OnBoard, Told } from "../parts/told.tsx";
import "../styles/fixes.css";
import "../styles/result.css";
import "../styles/share.css";
import "../styles/ghosts.css";
import "../styles/account.css";
import "../styles/challenges.css";
import "../styles/charts.css";
import "../styles/replay.css";
import "../styles/rubric.css";
import "../styles/coach-notes.css";
import { ownResult } from "#dance/scoring/own.ts";
import { countsOf, loopAddress, partOf, sectionName, wayOfTake } from "../state/addresses.ts";
import { useTitle } from "../state/hooks.ts";
import { loadLanguages, useWords } from "../state/language.ts";
import { rememberFix, rememberTake } from "../state/progress.ts";
import { useChoreography, useReplay } from "../state/queries.ts";
import { useSeenResult } from "../state/seen.ts";
import { type TakePage, useRoutineOf, useTakePage } from "../state/take-page.ts";
import { ownWordsIn } from "../words/index.ts";
import { slipAt, slipIn } from "../words/insight.ts";
import { LANGUAGES, type Language } from "../words/numbers.ts";

/** What a take was worth and what to fix next. */
export default function Result({ id }: { readonly id: string }): ReactElement {
  const { result } = useWords();
  const { page, pending, cause, missing, again } = useTakePage(id);
  const routine = useRoutineOf(page);
  if (missing) return <NotFound title={result.notFound} />;
  if (cause) return <Failed cause={cause} onAgain={again} />;
  if (pending || routine.pending) return <Loading />;
  if (routine.cause) return <Failed cause={routine.cause} onAgain={routine.again} />;
  if (!page)
    return (
      <div className="page">
        <State title={result.notJudged}>{result.notJudgedDo}</State>
      </div>
    );
  const { summary, current } = routine;
  return summary ? <Judged {...{ id, page, summary, current }} /> : <NotFound title={result.notFound} />;
}

/** The dearest fix in every language that is here, for "where you stopped": by its count once it is known how far a limb was off there. */
function dearest(result: TakeResult) {
  const [fix] = fixesOf(result);
  if (!fix) return null;
  const told = fix.cause === "direction" && fix.degrees === null ? slipIn : slipAt;
  const say = (language: Language) => {
    const words = ownWordsIn(language);
    return words ? [[language, `${told(words, fix.count, fix)}.`]] : [];
  };
  return { count: fix.count, text: Object.fromEntries(LANGUAGES.flatMap(say)) };
}

interface JudgedProps {
  readonly id: string;
  readonly page: TakePage;
  readonly summary: Summary;
  /** Whether this version is the one that is danced today. */
  readonly current: boolean;
}

function Judged({ id, page, summary, current }: JudgedProps): ReactElement {
  const words = useWords();
  const { section, mirror } = page;
  const open = summary.open !== false;
  const choreography = useChoreography(open ? page.version : undefined).data;
  const frames = useReplay(id, true).data?.frames;
  const told = useMemo(() => ownResult(page.result, mirror), [page.result, mirror]);
  const result = useSeenResult({ ...page, result: told }, choreography, frames);
  const own = useMemo(() => ({ ...page, result }), [page, result]);
  /** What is not yet, or not, believed is said at once. */
  const unsettled = page.phase !== "judged" || page.doubt !== null;
  const [before, setBefore] = useState<number | null>(null);
  const replay = useRef<ReplayHandle>(null);
  const name = sectionName(words, summary.sections, section);
  const title = summary.title[words.language];
  useTitle(words.result.title(title, name));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a take is remembered once
  useEffect(() => {
    if (page.mine)
      setBefore(
        rememberTake(
          partOf(summary),
          section,
          { takeId: id, at: page.at, rate: page.rate, kind: kindOf(page), fix: dearest(result) },
          page.result,
        ),
      );
  }, [id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew only when the poses have been looked at
  useEffect(() => {
    if (page.mine) void remember();
    async function remember() {
      await loadLanguages(); // whichever is chosen when it is read
      rememberFix(partOf(summary), section, kindOf(page), { takeId: id, fix: dearest(result) });
    }
  }, [id, result]);
  const see = (count: number, limb: LimbGroup | null = null, asDanced = false) =>
    replay.current?.see(count, limb, { asDanced });
  const seeNote = (note: Note) => replay.current?.see(note.from, note.limb, { drawing: note.drawing });
  /** A spot that slipped is looped a step slower, with the ladder up to full speed. */
  const loopAt = (count: number) =>
    loopAddress(summary, { span: spotOf({ count }, summary.counts), ladder: true }, wayOfTake(page, 0.75));
  return (
    <div className="page">
      <div className="res">
        <section className="stack res-head">
          <div>
            <p className="strong">
              {!page.mine && page.dancer && `${page.dancer.name} · `}
              {title} · {name} · {words.n.speed(page.rate)}
            </p>
            <h1 className="vh">{words.result.title(title, name)}</h1>
            <ScoreHead result={result} before={before} />
          </div>
          <Three result={result} />
          <ResultNext {...{ page, summary, current }} />
          {unsettled && <Told page={own} />}
        </section>
        <div className="stack res-body">
          <Notes page={page} summary={summary} onSee={seeNote} />
          {page.mine && <Sheets takeId={id} enabled={page.phase === "judged"} />}
          <Fixes {...{ result, choreography, frames, mirror, loopAt }} gone={!open} onSee={see} />
          <Strip result={result} counts={countsOf(summary, section)} onSee={see} />
          <Scales result={result} />
        </div>
        <section className="stack">
          {!unsettled && <Told page={own} />}
          {page.mine && <LagAdvice id={id} />}
          <OnBoard page={page} />
          <ResultMore {...{ summary, current, choreography, frames }} page={own} />
        </section>
      </div>
      <div className="two">
        <Heat result={result} onSee={see} />
        <Histogram result={result} />
      </div>
      {open && <ReplayRoom {...{ choreography, frames }} page={own} handle={replay} />}
    </div>
  );
}
