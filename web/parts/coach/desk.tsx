import { type ReactElement, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import type { Choreography } from "#dance/choreo/choreography.ts";
import { countAtTime, countName } from "#dance/music/tempo.ts";
import type { Track } from "#dance/pose/pose.ts";
import type { Note, Summary } from "../../api.ts";
import { useTheirTakes } from "../../state/coach/grants.ts";
import { REVIEW_SPEEDS } from "../../state/coach/view.ts";
import { useDancer } from "../../state/dancer.ts";
import { useWords } from "../../state/language.ts";
import { useOthers } from "../../state/others.ts";
import type { TakePage } from "../../state/take-page.ts";
import { dancerOf, momentOf } from "../compare.tsx";
import { ReplayButtons } from "../replay-controls.tsx";
import { DeskHead } from "./desk-head.tsx";
import { Limbs, Measured } from "./measured.tsx";
import { measuresAt } from "./measures.ts";
import { NotesPanel } from "./notes-panel.tsx";
import { Nudge } from "./nudge.tsx";
import { ReviewHelp } from "./review-help.tsx";
import { Sheets } from "./rubric-sheet.tsx";
import { ThirdPane } from "./third-pane.tsx";
import { Timeline } from "./timeline.tsx";
import { useDesk } from "./use-desk.ts";
import { useCopy, useMove } from "./use-move.ts";
import { usePen } from "./use-pen.ts";

interface DeskProps {
  /** The take, its result in the dancer's own left and right. */
  readonly page: TakePage;
  readonly summary: Summary;
  readonly choreography: Choreography;
  readonly frames: Track;
}

/** Who is seen, in the order of their names; two of them may have the same. */
const ROLES = ["teacher", "own", "other"] as const;

/** A review: everybody on song time, measured; beside it what is said about it. */
export function Desk({ page, summary, choreography, frames }: DeskProps): ReactElement {
  const words = useWords();
  const { review, n } = words;
  const canvas = useRef<HTMLCanvasElement>(null);
  const range = useRef<HTMLInputElement>(null);
  const help = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const me = useDancer().data;
  const desk = useDesk({ page, choreography, frames, canvas, range });
  const { listed } = desk;
  const { notes } = listed;
  const pen = usePen(desk);
  const { view, change, scene, head, shown } = desk;
  const count = Math.floor(countAtTime(scene.tempo, shown) + 1e-6);
  const measures = useMemo(() => measuresAt(scene, shown, view.limb), [scene, shown, view.limb]);
  const others = useOthers(page);
  const theirs = useTheirTakes(page);
  const own = page.mine ? words.replay.you : (page.dancer?.name ?? words.share.anonymous);
  const who = dancerOf(others, view.beside);
  const earlier = theirs.find(({ id }) => id === view.beside);
  const other = earlier
    ? `${own}, ${n.moment(earlier.at)}`
    : who && ("at" in who ? words.compare.youOn(n.moment(who.at)) : who.name);
  const names = [words.replay.teacher, own, ...(scene.other ? [other ?? review.thirdOther] : [])];
  const { linked, copy } = useCopy();
  const open = (note: Note | null) => {
    change({ note: note?.id ?? null, ...(note && { limb: note.limb }) });
    desk.setPen(false);
    if (!note) return;
    desk.freeze();
    head.go(note.time);
  };
  const move = useMove(desk, {
    counts: summary.counts,
    count,
    copy,
    help: () => help.current?.showModal(),
    write: () => {
      desk.freeze();
      flushSync(() => change({ note: null })); // the field is there before the next letter is
      field.current?.focus();
    },
    otherNote: (way) => {
      const at = notes.findIndex(({ id }) => id === view.note);
      const next = notes[at < 0 ? (way > 0 ? 0 : notes.length - 1) : at + way];
      if (next) open(next);
    },
  });
  return (
    <div className="page review">
      <DeskHead
        {...{ page, summary, own, count, view, onMove: move, linked }}
        onLayout={(layout) => change({ layout })}
        onLink={copy}
      />
      <div className="coach">
        <section className="coach-see" aria-label={review.toReview}>
          <div className={view.layout === "side" ? "pair side" : "pair over"}>
            <canvas ref={canvas} className={desk.pen ? "pen" : ""} {...pen} role="img" aria-label={names.join(", ")} />
            <div className="who">
              {ROLES.slice(0, names.length).map((role, i) => (
                <em key={role} className={role}>
                  {names[i]}
                </em>
              ))}
            </div>
          </div>
          {view.layout === "onion" && <p className="note">{words.replay.skins}</p>}
          <Measured it={measures} />
          <Timeline
            tempo={scene.tempo}
            from={scene.from}
            to={scene.to}
            count={count}
            range={range}
            marks={notes}
            chosen={view.note}
            onGo={head.go}
            onMark={(id) => open(notes.find((it) => it.id === id) ?? null)}
          />
          <p className="vh" role="status">
            {head.playing ? "" : countName(Math.max(0, count))}
          </p>
          <ReplayButtons playing={head.playing} rate={head.rate} onMove={move} eights speeds={REVIEW_SPEEDS} />
          <Limbs measures={measures} chosen={view.limb} onChoose={(limb) => change({ limb })} />
          <div className="row end review-more">
            <ThirdPane
              {...{ others, own, theirs }}
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
        {page.phase === "judged" && (
          <div className="stack">
            <NotesPanel
              {...listed}
              {...{ desk, field }}
              takeId={page.id}
              from={Math.round(countAtTime(scene.tempo, scene.from))}
              to={Math.round(countAtTime(scene.tempo, scene.to))}
              mine={page.mine ? others.mine.filter((it) => momentOf(it) > page.at) : []}
              onOpen={open}
            />
            <Sheets takeId={page.id} enabled={Boolean(me)} />
          </div>
        )}
      </div>
    </div>
  );
}
