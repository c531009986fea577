import { Download, RotateCcw, Trash2 } from "lucide-react";
import { type ReactElement, useMemo, useRef } from "react";
import { Link } from "wouter";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { median } from "#dance/practice/median.ts";
import type { CrewSync } from "#dance/practice/sync.ts";
import {
  dropLive,
  farthestOff,
  floorAddress,
  type LiveDance,
  renameLive,
  saveLive,
  seenShares,
  useLiveSync,
} from "../../state/coach/live.ts";
import { SYNC_WORDS } from "../../state/coach/sync.ts";
import { useWords } from "../../state/language.ts";
import { useChoreography } from "../../state/queries.ts";
import { wholeMs } from "../../words/numbers.ts";
import { Failed, Loading, State } from "../states.tsx";
import { type FormationHandle, FormationView } from "./formation.tsx";
import { formationOf } from "./formation-draw.ts";
import { LiveName } from "./live-name.tsx";
import { SpreadBars, SpreadHead, SyncHeat } from "./sync-charts.tsx";

/** Seen for less than this share of the time is told. */
const PARTLY = 0.9;

/** What a dance before one camera tells: the spread, by count and by dancer, and all of them in formation. */
export function LiveDanced({ dance }: { readonly dance: LiveDance }): ReactElement {
  const choreography = useChoreography(dance.version);
  const sync = useLiveSync(dance, choreography.data);
  if (choreography.isError) return <Failed cause={choreography.error} onAgain={() => void choreography.refetch()} />;
  if (!choreography.data || !sync) return <Loading />;
  return <Shown {...{ dance, sync }} choreography={choreography.data} />;
}

interface ShownProps {
  readonly dance: LiveDance;
  readonly choreography: Choreography;
  readonly sync: CrewSync;
}

function Shown({ dance, choreography, sync }: ShownProps): ReactElement {
  const { live: say } = useWords();
  const names = dance.names.map((name, i) => name || say.dancer(dance.numbers[i] ?? i + 1));
  const handle = useRef<FormationHandle>(null);
  const scene = useMemo(() => {
    // What all lag by is taken off, what each is late by beside the others is seen.
    const common = median(sync.members.flatMap(({ lag }) => lag ?? [])) ?? 0;
    const takes = dance.tracks.map((track) => ({ track }));
    return formationOf(
      choreography,
      dance.section,
      takes,
      takes.map(() => common),
      true,
    );
  }, [dance.tracks, dance.section, choreography, sync]);
  const see = (count: number) => handle.current?.see(count);
  if (sync.spread === null)
    return (
      <>
        <State within title={say.nothing}>
          {say.nothingDo}
        </State>
        <Acts dance={dance} />
      </>
    );
  return (
    <>
      <div className="sync-grid">
        <SpreadHead {...{ sync, names }} note={say.spreadSay}>
          <Members {...{ dance, choreography, sync, names }} />
          <Acts dance={dance} />
        </SpreadHead>
        <FormationView {...{ scene, sync, names, handle }} />
        <SpreadBars sync={sync} onSee={see} />
        <SyncHeat {...{ sync, names }} onSee={see} />
      </div>
      <p className="note">{say.private}</p>
    </>
  );
}

/** How late each is over the whole section, and who was not seen all of the time. */
function Members({
  dance,
  choreography,
  sync,
  names,
}: ShownProps & { readonly names: readonly string[] }): ReactElement {
  const words = useWords();
  const { live: say } = words;
  const shares = useMemo(() => seenShares(dance, choreography), [dance, choreography]);
  const middles = sync.members.map(({ offsets }) => median(offsets.flatMap((it) => it ?? [])));
  const seen = middles.flatMap((offset, i) => (offset === null ? [] : [{ number: dance.numbers[i] ?? 0, offset }]));
  const two = seen.length === 2 ? farthestOff(seen) : null;
  const nameOf = (number: number | null): string => names[dance.numbers.indexOf(number ?? 0)] ?? "";
  const told = (off: number | null, number: number | undefined): string => {
    if (off === null) return say.notTold;
    if (two) return two.number === number ? say.behind(String(wholeMs(two.seconds)), nameOf(two.behind)) : "";
    if (Math.abs(off) < SYNC_WORDS.off || seen.length === 2) return say.together;
    return off > 0 ? say.isLate(String(wholeMs(off))) : say.isEarly(String(wholeMs(off)));
  };
  return (
    <div className="live-members">
      <h3>{say.members}</h3>
      <ul>
        {middles.map((off, i) => (
          <li key={dance.numbers[i]}>
            <LiveName
              crew={dance.crew}
              number={dance.numbers[i] ?? i + 1}
              name={dance.names[i] ?? ""}
              onName={(name) => renameLive(dance, i, name)}
            />
            <span className="num">{told(off, dance.numbers[i])}</span>
          </li>
        ))}
      </ul>
      <p className="note">{say.mixed}</p>
      {names.map((name, i) =>
        (shares[i] ?? 1) < PARTLY ? (
          <p key={dance.numbers[i]} className="note">
            {say.partly(name, words.n.percent(shares[i] ?? 0))}
          </p>
        ) : null,
      )}
      {dance.rate !== 1 && <p className="note">{say.slow(words.n.speed(dance.rate))}</p>}
    </div>
  );
}

/** Once more, to a file, or away. */
function Acts({ dance }: { readonly dance: LiveDance }): ReactElement {
  const { live: say } = useWords();
  return (
    <div className="row live-acts">
      <Link className="btn go" href={floorAddress(dance.crew, dance)}>
        <RotateCcw aria-hidden />
        {say.again}
      </Link>
      <button type="button" className="btn" title={say.saveSay} onClick={() => saveLive(dance)}>
        <Download aria-hidden />
        {say.save}
      </button>
      <button type="button" className="btn plain" onClick={() => dropLive(dance.id)}>
        <Trash2 aria-hidden />
        {say.drop}
      </button>
    </div>
  );
}
