import { Camera as CameraIcon } from "lucide-react";
import { type ReactElement, useState } from "react";
import { Link } from "wouter";
import type { Summary } from "../../api.ts";
import { RATES, sectionName, WHOLE } from "../../state/addresses.ts";
import { floorAddress, type LivePlan } from "../../state/coach/live.ts";
import { useWords } from "../../state/language.ts";
import { routineTitle } from "../../words/routine-title.ts";
import { Choice } from "../choice.tsx";
import { Cover } from "../cover.tsx";
import { Who } from "./who.tsx";

interface ChooseProps {
  readonly crew: string;
  readonly list: readonly Summary[];
  /** What is chosen to begin with, as far as it is there. */
  readonly first: LivePlan | null;
}

/** Routine, section and speed, and the way to the camera. */
export function LiveChoose({ crew, list, first }: ChooseProps): ReactElement {
  const words = useWords();
  const { live: say } = words;
  const [asked, setAsked] = useState(first?.version ?? null);
  const summary = list.find(({ version }) => version === asked) ?? (list[0] as Summary);
  const [section, setSection] = useState(first?.section ?? 0);
  const [rate, setRate] = useState<number>(first?.rate ?? 1);
  const chosen = summary.sections[section] ? section : WHOLE;
  return (
    <div className="live-before">
      <section className="panel stack live-choose">
        <div className="live-fields">
          <label className="field">
            <span className="strong">{say.routine}</span>
            <select
              value={summary.version}
              onChange={(e) => {
                setAsked(e.currentTarget.value);
                setSection(0);
              }}
            >
              {list.map((it) => (
                <option key={it.version} value={it.version}>
                  {routineTitle(words, it)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span className="strong">{say.section}</span>
            <select value={chosen} onChange={(e) => setSection(Number(e.currentTarget.value))}>
              {[WHOLE, ...summary.sections.keys()].map((it) => (
                <option key={it} value={it}>
                  {sectionName(words, summary.sections, it)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <div className="live-speed">
          <span className="strong">{say.speed}</span>
          <Choice
            label={say.speed}
            value={String(rate)}
            options={RATES.map((it) => [String(it), words.n.speed(it)] as const)}
            onChange={(next) => setRate(Number(next))}
          />
        </div>
        <div className="row">
          <Link className="btn go big" href={floorAddress(crew, { version: summary.version, section: chosen, rate })}>
            <CameraIcon aria-hidden />
            {say.go}
          </Link>
        </div>
        <p className="note">{say.private}</p>
      </section>
      <Cast summary={summary} />
    </div>
  );
}

/** Three in the routine's own pose, each in the colour of a number, as the floor shows them. */
const Cast = ({ summary }: { readonly summary: Summary }): ReactElement => (
  <div className="live-cast" aria-hidden="true">
    {[1, 2, 3].map((number) => (
      <div key={number} style={{ "--gel-figure": `var(--who-${number})` } as React.CSSProperties}>
        <Who number={number} />
        <Cover pose={summary.cover} name={summary.slug} />
      </div>
    ))}
  </div>
);
