import { type ReactElement, useState } from "react";
import { Link, useSearch } from "wouter";
import type { Crew } from "../api.ts";
import { CrewRoomOf } from "../parts/coach/crew-room.tsx";
import { LiveChoose } from "../parts/coach/live-choose.tsx";
import { LiveDanced } from "../parts/coach/live-danced.tsx";
import { Fold } from "../parts/fold.tsx";
import { Missing } from "../parts/missing.tsx";
import { Failed, Loading, State } from "../parts/states.tsx";
import { partTitle } from "../state/addresses.ts";
import { planOf, useLiveDances } from "../state/coach/live.ts";
import { useWords } from "../state/language.ts";
import { useForCrew } from "../state/routines.ts";
import "../styles/charts.css";
import "../styles/replay.css";
import "../styles/crews.css";
import "../styles/sync.css";
import "../styles/live.css";

/** A crew before one camera: what to dance, and what was danced on this visit. */
export default function LiveRoom({ id }: { readonly id: string }): ReactElement {
  const { live: say } = useWords();
  return (
    <CrewRoomOf id={id} title={say.title} action="see-crew">
      {(crew) => <Room crew={crew} />}
    </CrewRoomOf>
  );
}

function Room({ crew }: { readonly crew: Crew }): ReactElement {
  const words = useWords();
  const { live: say } = words;
  const { list, pending, failed } = useForCrew(crew.id);
  const dances = useLiveDances(crew.id);
  const [shown, setShown] = useState<number | null>(null);
  const search = useSearch();
  const version = new URLSearchParams(search).get("version");
  const asked = list.find((it) => it.version === version);
  const plan = planOf(search, asked?.sections);
  const dance = dances.find(({ id }) => id === shown) ?? dances[0];
  if (pending) return <Loading />;
  if (list.length === 0)
    return failed ? (
      <Failed cause={failed.error} onAgain={() => void failed.refetch()} />
    ) : (
      <State within title={say.noRoutines}>
        {say.noRoutinesDo}
      </State>
    );
  // What is asked for may be in a list that comes only when it is asked again.
  const asks = dance?.id ?? `${search} ${asked?.version}`;
  const choose = (
    <>
      {failed && <Missing of={failed} />}
      <LiveChoose key={asks} crew={crew.id} list={list} first={dance ?? plan} />
    </>
  );
  if (!dance)
    return (
      <>
        <p className="lead soft">{say.lead}</p>
        {choose}
        <Apart crew={crew.id} />
      </>
    );
  const called = (version: string, section: number): string =>
    partTitle(
      words,
      list.find((it) => it.version === version),
      section,
    );
  return (
    <>
      {dances.length > 1 ? (
        <label className="row sync-choose">
          <span className="strong">{say.danced}</span>
          <select value={dance.id} onChange={(e) => setShown(Number(e.currentTarget.value))}>
            {dances.map(({ id, atMs, version, section }) => (
              <option key={id} value={id}>
                {say.dancedOne(words.n.time(atMs), called(version, section))}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p className="lead soft">{say.dancedOne(words.n.time(dance.atMs), called(dance.version, dance.section))}</p>
      )}
      <LiveDanced key={dance.id} dance={dance} />
      <Fold always title={say.another}>
        {choose}
      </Fold>
      <Apart crew={crew.id} />
    </>
  );
}

/** The way to the takes that each danced alone. */
const Apart = ({ crew }: { readonly crew: string }): ReactElement => {
  const { sync } = useWords();
  return (
    <p>
      <Link className="link" href={`/crews/${crew}/sync`}>
        {sync.apart}
      </Link>
    </p>
  );
};
