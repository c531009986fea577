import { Camera } from "lucide-react";
import { type ReactElement, useMemo, useRef, useState } from "react";
import { Link } from "wouter";
import type { Crew, Standing, Summary } from "../api.ts";
import { CrewRoomOf } from "../parts/coach/crew-room.tsx";
import { type FormationHandle, FormationView } from "../parts/coach/formation.tsx";
import { formationOf } from "../parts/coach/formation-draw.ts";
import { SpreadBars, SpreadHead, SyncHeat } from "../parts/coach/sync-charts.tsx";
import { Failed, Loading, State } from "../parts/states.tsx";
import { sectionName, sectionText, WHOLE } from "../state/addresses.ts";
import { TOGETHER_MOST, useCrewStandings, useSync, useTogether } from "../state/coach/sync.ts";
import { useWords } from "../state/language.ts";
import { useChoreography } from "../state/queries.ts";
import { forCrew, useAtHand } from "../state/routines.ts";
import { routineTitle } from "../words/routine-title.ts";
import "../styles/charts.css";
import "../styles/replay.css";
import "../styles/crews.css";
import "../styles/sync.css";

/** How much a crew is together: everybody's best take of a section on one song time. */
export default function SyncRoom({ id }: { readonly id: string }): ReactElement {
  const { sync: say } = useWords();
  return (
    <CrewRoomOf id={id} title={say.title} action="see-crew">
      {(crew) => <Choosing crew={crew} />}
    </CrewRoomOf>
  );
}

function Choosing({ crew }: { readonly crew: Crew }): ReactElement {
  const words = useWords();
  const { sync: say } = words;
  const list = forCrew(useAtHand(), crew.id);
  const [asked, setAsked] = useState<string | null>(null);
  const [section, setSection] = useState(WHOLE);
  const summary = list.find(({ version }) => version === asked) ?? list[0];
  const board = useCrewStandings(summary?.version, section, crew.id);
  if (!summary) return <Loading />;
  return (
    <>
      <p className="lead soft">{say.lead}</p>
      <LiveWay crew={crew.id} version={summary.version} section={section} />
      <div className="row sync-choose">
        <select
          aria-label={say.routine}
          value={summary.version}
          onChange={(e) => {
            setAsked(e.currentTarget.value);
            setSection(WHOLE);
          }}
        >
          {list.map((it) => (
            <option key={it.version} value={it.version}>
              {routineTitle(words, it)}
            </option>
          ))}
        </select>
        <select aria-label={say.section} value={section} onChange={(e) => setSection(Number(e.currentTarget.value))}>
          {[WHOLE, ...summary.sections.keys()].map((it) => (
            <option key={it} value={it}>
              {sectionName(words, summary.sections, it)}
            </option>
          ))}
        </select>
      </div>
      {board.isError ? (
        <Failed cause={board.error} onAgain={() => void board.refetch()} />
      ) : board.data ? (
        <Members key={`${summary.version} ${section}`} {...{ summary, section }} standings={board.data} />
      ) : (
        <Loading />
      )}
    </>
  );
}

/** The way to dancing it together before one camera. */
function LiveWay({ crew, version, section }: { crew: string; version: string; section: number }): ReactElement {
  const { live: say } = useWords();
  return (
    <p className="live-way">
      <Link className="btn" href={`/crews/${crew}/sync/live?version=${version}&section=${sectionText(section)}`}>
        <Camera aria-hidden />
        {say.link}
      </Link>
      <span className="note">{say.linkSay}</span>
    </p>
  );
}

interface MembersProps {
  readonly summary: Summary;
  readonly section: number;
  readonly standings: readonly Standing[];
}

function Members({ summary, section, standings }: MembersProps): ReactElement {
  const { sync: say } = useWords();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set(standings.slice(TOGETHER_MOST).map((it) => it.takeId)));
  const chosen = useMemo(() => standings.filter(({ takeId }) => !left.has(takeId)), [standings, left]);
  const toggle = (takeId: string) => {
    const next = new Set(left);
    if (!next.delete(takeId)) next.add(takeId);
    setLeft(next);
  };
  return (
    <>
      {standings.length > 0 && (
        <fieldset className="row sync-who">
          <legend className="strong">{say.who}</legend>
          {standings.map(({ takeId, dancer }) => (
            <button
              key={takeId}
              type="button"
              className="chip"
              aria-pressed={!left.has(takeId)}
              disabled={left.has(takeId) && chosen.length >= TOGETHER_MOST}
              onClick={() => toggle(takeId)}
            >
              {dancer.name}
            </button>
          ))}
        </fieldset>
      )}
      {chosen.length < 2 ? (
        <State title={say.few}>{say.fewSay(standings.length)}</State>
      ) : (
        <Shown summary={summary} section={section} standings={chosen} />
      )}
    </>
  );
}

function Shown({ summary, section, standings }: MembersProps): ReactElement {
  const { sync: say } = useWords();
  const choreography = useChoreography(summary.version);
  const { takes, pending, failed } = useTogether(standings);
  const ready = pending ? [] : takes;
  const sync = useSync(pending ? NOBODY : takes, choreography.data, section);
  const handle = useRef<FormationHandle>(null);
  const scene = useMemo(
    () =>
      choreography.data && sync
        ? formationOf(
            choreography.data,
            section,
            ready,
            sync.members.map(({ lag }) => lag ?? 0),
          )
        : null,
    [choreography.data, sync, section, ready],
  );
  if (choreography.isError) return <Failed cause={choreography.error} onAgain={() => void choreography.refetch()} />;
  const names = ready.map(({ standing }) => standing.dancer.name);
  const see = (count: number) => handle.current?.see(count);
  return (
    <>
      {failed > 0 && <p role="status">{say.failed(failed)}</p>}
      {pending && <Loading />}
      {sync && scene && (
        <div className="sync-grid">
          <SpreadHead {...{ sync, names }} note={say.spreadSay} />
          <FormationView {...{ scene, sync, names, handle }} />
          <SpreadBars sync={sync} onSee={see} />
          <SyncHeat {...{ sync, names }} onSee={see} />
        </div>
      )}
      {!pending && takes.length < 2 && <State title={say.few}>{say.fewSay(takes.length)}</State>}
    </>
  );
}

const NOBODY: readonly never[] = [];
