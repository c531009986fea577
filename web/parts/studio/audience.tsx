import { type ReactElement, useId } from "react";
import { Link } from "wouter";
import { type Audience, VISIBILITIES } from "#dance/choreo/visibility.ts";
import { useCrews } from "../../state/crews.ts";
import { useWords } from "../../state/language.ts";
import { Choice } from "../choice.tsx";

interface AudienceProps {
  readonly audience: Audience;
  readonly onAudience: (audience: Audience) => void;
}

/** Whether an audience is one: a crew is named where it is for one. */
export const isWhole = ({ visibility, crew }: Audience): boolean => visibility !== "crew" || crew !== null;

/** Whom a routine is for: its author, one of their crews, everyone. */
export function AudienceChoice({ audience, onAudience }: AudienceProps): ReactElement {
  const { publish } = useWords();
  const { crews } = useCrews();
  const id = useId();
  const list = crews.data ?? [];
  const { visibility, crew } = audience;
  return (
    <div className="audience">
      <Choice
        label={publish.who}
        value={visibility}
        options={VISIBILITIES.map((it) => [it, publish.audience[it]] as const)}
        onChange={(next) => onAudience({ visibility: next, crew: next === "crew" ? (list[0]?.id ?? null) : null })}
      />
      {visibility === "crew" && list.length > 0 && (
        <div className="field">
          <label className="strong" htmlFor={id}>
            {publish.crew}
          </label>
          <select id={id} value={crew ?? ""} onChange={(e) => onAudience({ visibility, crew: e.target.value })}>
            {list.map((it) => (
              <option key={it.id} value={it.id}>
                {it.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {visibility === "crew" && crews.isSuccess && list.length === 0 && (
        <p>
          {publish.noCrew}{" "}
          <Link className="link" href="/crews">
            {publish.toCrews}
          </Link>
        </p>
      )}
      <p className="note">{publish.audienceSay[visibility]}</p>
    </div>
  );
}
