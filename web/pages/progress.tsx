import type { ReactElement } from "react";
import { Link } from "wouter";
import type { Week } from "#dance/practice/week.ts";
import { AllCards } from "../parts/card.tsx";
import { SectionProgressRow } from "../parts/progress-sections.tsx";
import { Sittings } from "../parts/progress-sittings.tsx";
import { WeekPanels } from "../parts/progress-week.tsx";
import { Failed, Loading, State } from "../parts/states.tsx";
import "../styles/charts.css";
import "../styles/progress.css";
import { useOnline, useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";
import { isEarlier, type ProgressPage, useProgressPage } from "../state/progress-page.ts";
import type { Words } from "../words/index.ts";

/** How practice gets on: the week, every section, every sitting. */
export default function Progress(): ReactElement {
  const words = useWords();
  const { page, pending, cause, again, more, fetching } = useProgressPage();
  useTitle(words.progress.title);
  if (!page && pending) return <Loading />;
  if (!page && cause) return <Failed cause={cause} onAgain={again} />;
  if (!page) return <NothingYet />;
  return (
    <div className="page pg">
      <h1 style={{ whiteSpace: "pre-line" }}>{headline(words, page.week)}</h1>
      <Missing cause={cause} onAgain={again} />
      <WeekPanels week={page.week} minutes={page.minutesThisWeek} />
      <SectionList page={page} />
      <section>
        <h2>{words.progress.sittings}</h2>
        <Sittings page={page} />
        {more && (
          <button type="button" className="btn" disabled={fetching} onClick={more}>
            {words.progress.more}
          </button>
        )}
        <p className="note">{words.progress.sittingsSay}</p>
      </section>
    </div>
  );
}

function headline({ progress }: Words, { greeting, danced, goal }: Week): string {
  const say = progress.headline;
  if (greeting === "welcome-back" || greeting === "reached") return say[greeting];
  return danced > 0 ? say.begun(goal - danced) : say.open;
}

function SectionList({ page }: { readonly page: ProgressPage }): ReactElement {
  const { progress: say } = useWords();
  return (
    <section>
      <h2>{say.sections}</h2>
      <div className="pg-secs">
        {page.sections.map((it, i) => (
          <SectionProgressRow
            key={`${it.version}${it.section}${it.kind}`}
            it={it}
            open={i === 0}
            waiting={page.waiting}
            older={isEarlier(it.routine)}
          />
        ))}
      </div>
    </section>
  );
}

/** Said where the Worker's part is missing, or is that of the last time. */
function Missing({ cause, onAgain }: { readonly cause: unknown; readonly onAgain: () => void }): ReactElement | null {
  const { progress: say, states } = useWords();
  const online = useOnline();
  if (cause)
    return (
      <div className="row pg-note" role="status">
        <p>{say.failed}</p>
        <button type="button" className="btn" onClick={onAgain}>
          {states.again}
        </button>
      </div>
    );
  return online ? null : <p className="pg-note">{say.offline}</p>;
}

function NothingYet(): ReactElement {
  const { progress: say } = useWords();
  return (
    <div className="page">
      <State
        title={say.empty}
        action={
          <Link className="btn go" href="/">
            {say.start}
          </Link>
        }
      >
        {say.emptyDo}
      </State>
      <AllCards />
    </div>
  );
}
