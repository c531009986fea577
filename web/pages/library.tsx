import { lazy, type ReactElement, Suspense, useState } from "react";
import { LEVELS, type Level } from "#dance/choreo/choreography.ts";
import type { Summary } from "../api.ts";
import { Cards } from "../parts/card.tsx";
import { Hero } from "../parts/hero.tsx";
import { Failed, Loading, State } from "../parts/states.tsx";
import "../styles/library.css";
import { partOf } from "../state/addresses.ts";
import { useDancer } from "../state/dancer.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { useChoreographies } from "../state/queries.ts";
import { useAtHand } from "../state/routines.ts";
import { lastDanced, useSoFar, useUnknownYet } from "../state/so-far.ts";

const DancersRoutines = lazy(() => import("../parts/dancers-routines.tsx"));
const Due = lazy(() => import("../parts/coach/due.tsx"));

interface FilterProps {
  readonly all: readonly Summary[];
  readonly level: Level | null;
  readonly onLevel: (level: Level | null) => void;
}

function Filter({ all, level, onLevel }: FilterProps): ReactElement {
  const words = useWords();
  const there = LEVELS.filter((l) => all.some((c) => c.level === l));
  const count = (l: Level | null) => all.filter((c) => l === null || c.level === l).length;
  return (
    <fieldset className="row scroll-x chips" aria-label={words.library.filter}>
      {[null, ...there].map((l) => (
        <button key={l ?? "all"} type="button" className="chip" aria-pressed={l === level} onClick={() => onLevel(l)}>
          {l ? words.names.level[l] : words.library.all} <b>{count(l)}</b>
        </button>
      ))}
    </fieldset>
  );
}

/** What to dance: where you stopped, or the first routine; then all of them. */
export function Library(): ReactElement {
  const words = useWords();
  const list = useChoreographies();
  const atHand = useAtHand();
  const last = lastDanced(useSoFar(), new Set(atHand.map(partOf)));
  const unknown = useUnknownYet();
  const me = useDancer().data;
  const [level, setLevel] = useState<Level | null>(null);
  useTitle(words.library.title);
  if (list.isPending || unknown) return <Loading />;
  if (list.isError) return <Failed cause={list.error} onAgain={() => void list.refetch()} />;
  const stopped = last && atHand.find((c) => partOf(c) === last.part);
  const shown = list.data.filter((c) => level === null || c.level === level);
  const headline = !stopped
    ? words.library.headlineNew
    : last.soFar.fix !== null
      ? words.library.headlineBack
      : words.library.headlineGood;
  const first = stopped ?? list.data[0];
  if (!first) return <EmptyLibrary onAgain={() => void list.refetch()} />;
  return (
    <div className="page">
      <h1 style={{ whiteSpace: "pre-line" }}>{headline}</h1>
      <Hero summary={first} last={stopped ? last : null} />
      {me && (
        <Suspense>
          <Due />
        </Suspense>
      )}
      <div className="row between cards-head">
        <h2>{words.library.routines}</h2>
        <Filter all={list.data} level={level} onLevel={setLevel} />
      </div>
      <Cards list={shown} />
      <Suspense>
        <DancersRoutines />
      </Suspense>
      <p className="note" style={{ marginTop: "var(--s6)" }}>
        {words.library.privacy}
      </p>
    </div>
  );
}

function EmptyLibrary({ onAgain }: { readonly onAgain: () => void }): ReactElement {
  const { library, states } = useWords();
  return (
    <div className="page">
      <h1 className="vh">{library.title}</h1>
      <State
        within
        title={library.empty}
        action={
          <button type="button" className="btn go" onClick={onAgain}>
            {states.again}
          </button>
        }
      >
        {library.emptyDo}
      </State>
    </div>
  );
}
