import { Link2, Repeat2 } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import { snapSpan } from "#dance/practice/span.ts";
import type { Summary } from "../../api.ts";
import { eightsOf, sectionName } from "../../state/addresses.ts";
import { LAYOUTS, type Layout, type ReviewView } from "../../state/coach/view.ts";
import { useWords } from "../../state/language.ts";
import type { TakePage } from "../../state/take-page.ts";
import { Choice } from "../choice.tsx";
import type { ReviewMove } from "./review-keys.ts";

interface DeskHeadProps {
  readonly page: TakePage;
  readonly summary: Summary;
  /** What the dancer is called. */
  readonly own: string;
  readonly count: number;
  readonly view: ReviewView;
  /** The link was copied a moment ago. */
  readonly linked: boolean;
  readonly onMove: (move: ReviewMove) => void;
  readonly onLayout: (layout: Layout) => void;
  readonly onLink: () => void;
}

/** Whose take it is; how it is laid out, what is gone round in, the link to all that. */
export function DeskHead(props: DeskHeadProps): ReactElement {
  const { page, summary, own, count, view, linked, onMove, onLayout, onLink } = props;
  const words = useWords();
  const { review, n } = words;
  const section = sectionName(words, summary.sections, page.section);
  return (
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
          options={LAYOUTS.map((it) => [it, words.replay.layouts[it]] as const)}
          onChange={onLayout}
        />
        <button
          type="button"
          className="chip loop"
          aria-pressed={view.loop !== null}
          onClick={() => onMove({ kind: "loop" })}
        >
          <Repeat2 aria-hidden size={18} />
          {review.loop(eightsOf(view.loop ?? snapSpan(count, count, summary.counts)))}
        </button>
        <button type="button" className="chip" title={review.linkSay} onClick={onLink}>
          <Link2 aria-hidden size={18} />
          <span role="status">{linked ? review.linked : review.link}</span>
        </button>
      </div>
    </div>
  );
}
