import { ChevronRight } from "lucide-react";
import { type ReactElement, useState } from "react";
import { Link, useLocation } from "wouter";
import { Failed, Loading, State } from "../parts/states.tsx";
import { TextField } from "../parts/text-field.tsx";
import { WordForm } from "../parts/word-form.tsx";
import "../styles/crews.css";
import { makeCrew, useCrewChange, useCrews } from "../state/crews.ts";
import { firstName } from "../state/dancer.ts";
import { useTitle } from "../state/hooks.ts";
import { useWords } from "../state/language.ts";

/** My crews, and the way to make one. */
export default function Crews(): ReactElement {
  const { crews: say, language } = useWords();
  const { nobody, crews, cause } = useCrews();
  const [, navigate] = useLocation();
  const [me, setMe] = useState(() => firstName(language, Math.random));
  const make = useCrewChange((name: string) => makeCrew(name, nobody ? me.trim() || null : null));
  useTitle(say.title);
  if (cause && !crews.data) return <Failed cause={cause} onAgain={() => void crews.refetch()} />;
  if (!nobody && !crews.data) return <Loading />;
  const mine = crews.data ?? [];
  return (
    <div className="page crews">
      <div>
        <h1>{say.title}</h1>
        <p className="lead soft">{say.lead}</p>
      </div>
      {mine.length === 0 && (
        <State within title={say.nobody}>
          {say.nobodyDo}
        </State>
      )}
      {mine.length > 0 && (
        <ul className="crew-list" aria-label={say.mine}>
          {mine.map(({ id, name, role }) => (
            <li key={id}>
              <Link href={`/crews/${id}`}>
                <span className="who">
                  <b>{name}</b>
                  <span className="note">{say.roles[role]}</span>
                </span>
                <ChevronRight aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <section className="panel stack crew-make">
        <h2 className="h3">{say.make}</h2>
        {nobody && (
          <TextField
            label={say.joinName}
            value={me}
            bad={null}
            autoComplete="nickname"
            onChange={(e) => setMe(e.target.value)}
          />
        )}
        <WordForm label={say.makeName} go={say.make} change={make} onDone={(crew) => navigate(`/crews/${crew.id}`)} />
      </section>
    </div>
  );
}
