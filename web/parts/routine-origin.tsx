import { type ReactElement, useId } from "react";
import { Link, useLocation } from "wouter";
import type { Summary } from "../api.ts";
import { routineAddress } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { useRoutine } from "../state/queries.ts";
import { Choice } from "./choice.tsx";
import "../styles/published.css";

/** Who published a routine, the positions in it, and its versions; each a way to another page of the same routine. */
export function RoutineOrigin({ summary }: { readonly summary: Summary }): ReactElement {
  const { publish } = useWords();
  const { today, versions } = useRoutine(summary);
  const [, navigate] = useLocation();
  const { author, mine, visibility = "everyone" } = summary;
  const audience = { me: publish.forMe, crew: publish.forACrew, everyone: publish.forEveryone }[visibility];
  const others = today.filter(({ position }) => position !== undefined);
  const now = today.find(({ position }) => position === summary.position);
  const go = (version: string) => {
    const to = [...today, ...versions].find((it) => it.version === version);
    if (to) navigate(routineAddress(to));
  };
  return (
    <div className="parts-of">
      {author && (
        <p className="credit">
          {[mine ? publish.mine : publish.by(author.name), visibility !== "everyone" || mine ? audience : null]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      {others.length > 1 && <Positions list={others} version={now?.version ?? summary.version} onPick={go} />}
      {versions.length > 1 && <Versions list={versions} version={summary.version} onPick={go} />}
      {summary.current === false && (
        <p className="note">
          {publish.earlier}{" "}
          {now && (
            <Link className="link" href={routineAddress(now)}>
              {publish.toToday}
            </Link>
          )}
        </p>
      )}
    </div>
  );
}

interface PickProps {
  readonly list: readonly Summary[];
  readonly version: string;
  readonly onPick: (version: string) => void;
}

/** As boxes where they are few, as a list where they are many. */
const FEW = 4;

function Positions({ list, version, onPick }: PickProps): ReactElement {
  const { publish } = useWords();
  const named = list.map((it) => [it.version, it.position ?? publish.soloPosition] as const);
  return <PositionPick {...{ named, onPick }} value={version} />;
}

interface PositionPickProps {
  /** A key and the name of each. */
  readonly named: readonly (readonly [string, string])[];
  readonly value: string;
  readonly onPick: (key: string) => void;
}

/** Whose part is danced. */
export function PositionPick({ named, value: version, onPick }: PositionPickProps): ReactElement {
  const { publish } = useWords();
  if (named.length > FEW || named.some(([, name]) => name.length > 12))
    return <Pick label={publish.position} options={named} value={version} onPick={onPick} />;
  return (
    <div className="field">
      <span className="strong" aria-hidden>
        {publish.position}
      </span>
      <Choice label={publish.position} value={version} options={named} onChange={onPick} />
    </div>
  );
}

function Versions({ list, version, onPick }: PickProps): ReactElement {
  const { publish, n } = useWords();
  const options = list.map((it) => {
    const day = publish.version(n.moment(it.publishedAt ?? 0));
    return [it.version, it.current ? `${publish.today} · ${day}` : day] as const;
  });
  return <Pick label={publish.versions} options={options} value={version} onPick={onPick} />;
}

interface SelectProps {
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
  readonly value: string;
  readonly onPick: (value: string) => void;
}

function Pick({ label, options, value, onPick }: SelectProps): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label className="strong" htmlFor={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={(e) => onPick(e.target.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
