import { Link2, Repeat2 } from "lucide-react";
import { type ReactElement, useMemo, useRef } from "react";
import { Link } from "wouter";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { countAtTime, countName } from "#dance/music/tempo.ts";
import type { Track } from "#dance/pose/pose.ts";
import { snapSpan } from "#dance/practice/span.ts";
import type { Summary } from "../../api.ts";
import { eightsOf, sectionName } from "../../state/addresses.ts";
import { REVIEW_LAYOUTS } from "../../state/coach/view.ts";
import { useWords } from "../../state/language.ts";
import { useOthers } from "../../state/others.ts";
import type { TakePage } from "../../state/take-page.ts";
import { Choice } from "../choice.tsx";
import { dancerOf } from "../compare.tsx";
import { Limbs, Measured } from "./measured.tsx";
import { measuresAt } from "./measures.ts";
import { Nudge, ReviewControls } from "./review-controls.tsx";
import { ReviewHelp } from "./review-help.tsx";
import { ThirdPane } from "./third-pane.tsx";
import { Timeline } from "./timeline.tsx";
import { useDesk } from "./use-desk.ts";
import { useCopy, useMove } from "./use-move.ts";

interface DeskProps {
  /** The take, its result in the dancer's own left and right. */
  readonly page: TakePage;
  readonly summary: Summary;
  readonly choreography: Choreography;
  readonly frames: Track;
}

/** A review: everybody on song time, measured; beside it what is said about it. */
export function Desk({ page, summary, choreography, frames }: DeskProps): ReactElement {
  const words = useWords();
  const { review, n } = words;
  const canvas = useRef<HTMLCanvasElement>(null);
  const range = useRef<HTMLInputElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const desk = useDesk({ page, choreography, frames, canvas, range });
  const { view, change, scene, head, shown } = desk;
  const count = Math.floor(countAtTime(scene.tempo, shown) + 1e-6);
  const measures = useMemo(() => measuresAt(scene, shown, view.limb), [scene, shown, view.limb]);
  const others = useOthers(page);
  const section = sectionName(words, summary.sections, page.section);
  const own = page.mine ? words.replay.you : (page.dancer?.name ?? words.share.anonymous);
  const who = dancerOf(others, view.beside);
  const other = who && ("at" in who ? words.compare.youOn(n.moment(who.at)) : who.name);
  const names = [words.replay.teacher, own, ...(scene.other ? [other ?? review.third] : [])];
  const { linked, copy } = useCopy();
  const move = useMove(desk, {
    counts: summary.counts,
    count,
    copy,
    help: () => help.current?.showModal(),
    write: () => undefined,
    otherNote: () => undefined,
  });
  return (
    <div className="page review">
      <div className="row between review-head">
        <div>
          <h1 className="h2">{page.mine ? review.yours(section) : review.title(own, section)}</h1>
          <p className="facts">
            <span>{summary.title[words.language]}</span>
            <span>{n.moment(page.at)}</span>
            <b>{n.score(page.result.score)}</b>
            <Link className="link" href={`/takes/${page.id}`}>
              {review.toResult}
            </Link>
          </p>
        </div>
        <div className="row">
          <Choice
            label={words.replay.layout}
            value={view.layout}
            options={REVIEW_LAYOUTS.map((it) => [it, review.layouts[it]] as const)}
            onChange={(layout) => change({ layout })}
          />
          <button
            type="button"
            className="chip loop"
            aria-pressed={view.loop !== null}
            onClick={() => move({ kind: "loop" })}
          >
            <Repeat2 aria-hidden size={18} />
            {review.loop(eightsOf(view.loop ?? snapSpan(count, count, summary.counts)))}
          </button>
          <button type="button" className="chip" title={review.linkSay} onClick={copy}>
            <Link2 aria-hidden size={18} />
            <span role="status">{linked ? review.linked : review.link}</span>
          </button>
        </div>
      </div>
      <div className="coach">
        <section className="coach-see" aria-label={review.toReview}>
          <div className={view.layout === "side" ? "pair side" : "pair over"}>
            <canvas ref={canvas} role="img" aria-label={names.join(", ")} />
            <div className="who">
              {names.map((name, i) => (
                <em key={name} className={["teacher", "own", "other"][i]}>
                  {name}
                </em>
              ))}
            </div>
          </div>
          {view.layout === "onion" && <p className="note">{review.skins}</p>}
          <Measured it={measures} />
          <Timeline
            tempo={scene.tempo}
            from={scene.from}
            to={scene.to}
            count={count}
            range={range}
            marks={[]}
            chosen={view.note}
            onGo={head.go}
            onMark={(note) => change({ note })}
          />
          <p className="vh" role="status">
            {head.playing ? "" : countName(Math.max(0, count))}
          </p>
          <ReviewControls playing={head.playing} rate={head.rate} onMove={move} />
          <Limbs measures={measures} chosen={view.limb} onChoose={(limb) => change({ limb })} />
          <div className="row end review-more">
            <ThirdPane
              others={others}
              chosen={view.beside}
              failed={desk.otherFailed}
              onChoose={(beside) => change({ beside, besideNudge: 0 })}
            />
            <Nudge name={own} value={view.nudge} onNudge={(way) => move({ kind: "nudge", way, beside: false })} />
            {scene.other && (
              <Nudge
                name={names[2] ?? ""}
                value={view.besideNudge}
                onNudge={(way) => move({ kind: "nudge", way, beside: true })}
              />
            )}
            <ReviewHelp sheet={help} />
          </div>
        </section>
      </div>
    </div>
  );
}
