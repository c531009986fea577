import { Play } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import type { BoardKind } from "#dance/practice/board.ts";
import type { Summary } from "../api.ts";
import { routineAddress, sectionName, stageAddress, WHOLE, wayOfKind } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { type LastDanced, useEights } from "../state/so-far.ts";
import { Cover } from "./cover.tsx";
import { Eight } from "./marks.tsx";

interface HeroProps {
  readonly summary: Summary;
  /** What was danced last, of this routine; null for a newcomer. */
  readonly last: LastDanced | null;
}

/** The one thing to do next. */
export function Hero({ summary, last }: HeroProps): ReactElement {
  const words = useWords();
  const { library, n } = words;
  const section = last?.section ?? 0;
  const kind = last?.kind ?? "full";
  const name = sectionName(words, summary.sections, section);
  const title = summary.title[words.language];
  const fix = last?.soFar.fix;
  return (
    <section className="hero">
      <Cover pose={summary.cover} name={summary.slug} />
      <div className="say">
        <p className="strong">{last ? library.stopped : library.startHere}</p>
        <h2>{[title, name, kind !== "full" && words.standings.kinds[kind]].filter(Boolean).join(", ")}</h2>
        <p className="soft">{last ? `${library.lastTake(n.score(last.soFar.last))} ${fix ?? ""}` : library.newcomer}</p>
        {last && <Cleared {...{ summary, section, kind }} />}
        <div className="row">
          <Link
            className="btn go big"
            href={stageAddress(summary, section, last ? wayOfKind(kind) : { rate: 1, view: "mirror" })}
          >
            <Play fill="currentColor" aria-hidden />
            {section === WHOLE ? library.danceAll : library.dance(name)}
          </Link>
          <Link className="btn big" href={routineAddress(summary)}>
            {library.see}
          </Link>
        </div>
      </div>
    </section>
  );
}

interface ClearedProps {
  readonly summary: Summary;
  readonly section: number;
  readonly kind: BoardKind;
}

/** How many eight-counts of the section came out great or better. */
function Cleared({ summary, section, kind }: ClearedProps): ReactElement {
  const { library } = useWords();
  const eights = useEights(summary)(section, kind) ?? {};
  const span = summary.sections[section] ?? { from: 0, to: summary.counts };
  const [from, to] = [Math.floor(span.from / 8), Math.ceil(span.to / 8)];
  const all = to - from;
  const done = Array.from({ length: all }, (_, i) => eights[from + i]).filter(
    (w) => w === "perfect" || w === "great",
  ).length;
  return <Eight label={library.eightsDone(done, all)} done={done} of={all} />;
}
