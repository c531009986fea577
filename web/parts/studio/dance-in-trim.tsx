import { type ReactElement, useMemo, useState } from "react";
import { type DancedIn, eightsDanced } from "#dance/choreo/danced-in.ts";
import type { Song } from "../../song/index.ts";
import type { NotDrafted } from "../../state/dance-in.ts";
import { useWords } from "../../state/language.ts";
import { DanceInFigure } from "./dance-in-figure.tsx";
import { DanceInStrip, SEEN_ENOUGH } from "./dance-in-strip.tsx";
import { Stepper } from "./stepper.tsx";

/** The eight-counts that stay, `to` excluded, and what the routine is called. */
export interface Kept {
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

interface TrimProps {
  readonly danced: DancedIn;
  readonly song: Song | null;
  readonly unnamed: string;
  /** Why it could not be kept; null where it was. */
  readonly onKeep: (kept: Kept, songless: boolean) => Promise<NotDrafted | null>;
  readonly onAgain: () => void;
  readonly onDrop: () => void;
}

/** What was danced, seen and heard again: what of it stays, and whether it is kept. */
export function DanceInTrim(props: TrimProps): ReactElement {
  const { danced, song, onAgain, onDrop } = props;
  const { danceIn: say } = useWords();
  const eights = useMemo(() => eightsDanced(danced), [danced]);
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(eights.length);
  if (eights.length === 0)
    return (
      <section className="di-choose" role="status">
        <h1>{say.nothing}</h1>
        <p className="lead">{say.nothingDo}</p>
        <span className="row">
          <button type="button" className="btn go big" onClick={onAgain}>
            {say.again}
          </button>
          <button type="button" className="btn big" onClick={onDrop}>
            {say.drop}
          </button>
        </span>
      </section>
    );
  return (
    <section className="di-trim">
      <DanceInFigure {...{ danced, song, from, to }} />
      <div className="di-cut">
        <h1>{say.trim}</h1>
        <p className="lead">{say.trimSay(eights.length)}</p>
        <DanceInStrip {...{ danced, eights, from, to }} />
        <Ends {...{ eights, from, to, setFrom, setTo }} tempo={danced.tempo} />
        <Keep {...props} from={from} to={to} />
      </div>
    </section>
  );
}

interface EndsProps {
  readonly eights: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly setFrom: (from: number) => void;
  readonly setTo: (to: number) => void;
  readonly tempo: DancedIn["tempo"];
}

/** Beginning and end by eight-counts, and what is left. */
function Ends({ eights, from, to, setFrom, setTo, tempo }: EndsProps): ReactElement {
  const { danceIn: say, n } = useWords();
  const poor = eights.flatMap((seen, i) => (i >= from && i < to && seen < SEEN_ENOUGH ? [n.whole(i + 1)] : []));
  return (
    <>
      <Stepper
        label={say.first}
        value={n.whole(from + 1)}
        less={[say.firstLess, from > 0 ? () => setFrom(from - 1) : null]}
        more={[say.firstMore, from < to - 1 ? () => setFrom(from + 1) : null]}
      />
      <Stepper
        label={say.last}
        value={n.whole(to)}
        less={[say.lastLess, to > from + 1 ? () => setTo(to - 1) : null]}
        more={[say.lastMore, to < eights.length ? () => setTo(to + 1) : null]}
      />
      <p role="status" className="strong">
        {say.stays(to - from, n.duration(((to - from) * 480) / tempo.bpm))}
      </p>
      {poor.length > 0 && <p className="di-poor">{say.unseen(poor.join(", "))}</p>}
    </>
  );
}

/** The name, and keeping it, dancing it again or letting it go; the last is asked twice. */
function Keep({ from, to, unnamed, onKeep, onAgain, onDrop }: TrimProps & Pick<Kept, "from" | "to">): ReactElement {
  const { danceIn: say, recordings } = useWords();
  const [title, setTitle] = useState("");
  const [state, setState] = useState<"asked" | "keeping" | NotDrafted>("asked");
  const [sure, setSure] = useState(false);
  const keep = async (songless = false) => {
    setState("keeping");
    const why = await onKeep({ from, to, title: title.trim() || unnamed }, songless);
    if (why) setState(why);
  };
  const problem = state === "asked" || state === "keeping" ? null : state;
  return (
    <>
      <label className="field">
        <span className="strong">{say.name}</span>
        <input value={title} maxLength={60} placeholder={unnamed} onChange={({ target }) => setTitle(target.value)} />
      </label>
      {problem && (
        <p role="alert" className="bad">
          {problem === "draft-not-kept" ? say.notKept : `${say.songNotKept} ${recordings[problem]} ${say.songlessSay}`}
        </p>
      )}
      <div className="row di-acts">
        <button type="button" className="btn go big" disabled={state === "keeping"} onClick={() => void keep()}>
          {state === "keeping" ? say.keeping : say.keep}
        </button>
        {problem && problem !== "draft-not-kept" && (
          <button type="button" className="btn big" onClick={() => void keep(true)}>
            {say.songless}
          </button>
        )}
        <button type="button" className="btn big" onClick={onAgain}>
          {say.again}
        </button>
        <button type="button" className="btn plain" onClick={() => (sure ? onDrop() : setSure(true))}>
          {sure ? say.sure : say.drop}
        </button>
      </div>
    </>
  );
}
