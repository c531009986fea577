import { ChevronDown, Play, Repeat2 } from "lucide-react";
import { type ReactElement, useId, useState } from "react";
import { Link } from "wouter";
import { snapSpan } from "#dance/practice/span.ts";
import type { WeakSpot } from "#dance/practice/weakest.ts";
import { ownLimb } from "#dance/scoring/own.ts";
import { loopAddress, sectionName, stageAddress, wayOfKind } from "../state/addresses.ts";
import { hasPage } from "../state/danced.ts";
import { useWords } from "../state/language.ts";
import type { SectionOnPage } from "../state/progress-page.ts";
import { ProgressLine } from "./progress-line.tsx";

interface SectionProps {
  readonly it: SectionOnPage;
  readonly open: boolean;
  readonly waiting: ReadonlySet<string>;
  /** Danced in a version that the library no longer shows. */
  readonly older: boolean;
}

/** A section: best and latest; opened, its line and its weak spots. */
export function SectionProgressRow({ it, open: first, waiting, older }: SectionProps): ReactElement {
  const words = useWords();
  const { n, progress: say } = words;
  const [open, setOpen] = useState(first);
  const id = useId();
  const name = sectionName(words, it.routine.sections, it.section);
  const title = it.routine.title[words.language];
  const kind = it.kind === "full" ? null : words.standings.kinds[it.kind];
  const [best, last] = [it.best?.score, it.latest.score];
  return (
    <article className="pg-sec">
      <h3>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <span className="name">
            {title}, {name}
            <small className="note">
              {[
                kind,
                it.line.length > 0 && say.takes(it.line.length),
                it.minutes > 0 && say.minutes(it.minutes),
                older && say.older,
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </span>
          <span className="two-nums">
            <small className="note">{say.best}</small>
            <b className="num">{typeof best === "number" ? n.score(best) : "–"}</b>
            <small className="note">{say.last}</small>
            <b className="num">{typeof last === "number" ? n.score(last) : "–"}</b>
          </span>
          <ChevronDown aria-hidden />
        </button>
      </h3>
      <div id={id} hidden={!open} className="pg-open">
        {open && <Opened it={it} name={[title, name, kind].filter(Boolean).join(", ")} waiting={waiting} />}
      </div>
    </article>
  );
}

function Opened({ it, name, waiting }: Pick<SectionProps, "it" | "waiting"> & { readonly name: string }): ReactElement {
  const { progress: say } = useWords();
  const line = it.line.filter(({ take }) => take.score !== null);
  const last = it.line.findLast(({ take }) => hasPage(take))?.take;
  return (
    <>
      {line.length > 0 ? (
        <ProgressLine label={say.line(name)} line={line} waiting={waiting} />
      ) : (
        <p className="soft">{say.noBest}</p>
      )}
      <div className="stack">
        <Weakest it={it} />
        <div className="row">
          <Link className="btn" href={stageAddress(it.routine, it.section, wayOfKind(it.kind))}>
            <Play fill="currentColor" aria-hidden />
            {say.dance}
          </Link>
          {last && (
            <Link className="btn" href={`/takes/${last.id}`}>
              {say.see}
            </Link>
          )}
        </div>
      </div>
    </>
  );
}

function Weakest({ it }: Pick<SectionProps, "it">): ReactElement {
  const { progress: say } = useWords();
  const spots = it.weak?.spots ?? [];
  const most = Math.max(0, ...spots.map(({ takes }) => takes));
  const words = it.weak === null ? say.weakUnknown : spots.length === 0 ? say.weakNone : say.weakestSay(most);
  return (
    <section className="stack weak-spots">
      <h4 className="strong">{say.weakest}</h4>
      <p className="note">{words}</p>
      <ul>
        {spots.map((spot) => (
          <WeakRow key={`${spot.eightCount}${spot.limb}`} {...{ spot, it }} mirror={it.weak?.mirror ?? false} />
        ))}
      </ul>
    </section>
  );
}

interface WeakProps {
  readonly spot: WeakSpot;
  readonly it: SectionOnPage;
  readonly mirror: boolean;
}

/** A weak spot, and a button that loops just its eight-count a step slower, with the ladder up to full speed. */
function WeakRow({ spot, it, mirror }: WeakProps): ReactElement {
  const words = useWords();
  const say = words.progress;
  const eight = spot.eightCount + 1;
  const count = spot.eightCount * 8;
  const loop = { span: snapSpan(count, count, it.routine.counts), ladder: true };
  const way = { rate: 0.75, view: mirror ? "filmed" : "mirror", seated: it.kind === "seated" } as const;
  return (
    <li>
      <span>
        <b>{say.inEight(eight)}</b>
        <span className="soft">{say.weak[spot.cause](words.names.limb[ownLimb(spot.limb, mirror)])}</span>
      </span>
      <Link className="btn" href={loopAddress(it.routine, loop, way)}>
        <Repeat2 aria-hidden />
        {say.loop(eight)}
      </Link>
    </li>
  );
}
