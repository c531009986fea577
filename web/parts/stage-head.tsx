import { Repeat2, X } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import type { Span } from "#dance/practice/span.ts";
import type { Summary } from "../api.ts";
import { eightsOf, sectionName } from "../state/addresses.ts";
import { useWords } from "../state/language.ts";
import { Logo } from "./marks.tsx";

interface StageHeadProps {
  readonly summary: Summary;
  readonly section: number;
  /** Count under way, from 0 over the choreography; negative before the first. */
  readonly count: number;
  readonly rate: number;
  readonly back: string;
  /** What is danced over and over, if anything. */
  readonly span?: Span | undefined;
}

/** Sections of the dance with the one under way, the speed, and the way out. */
export function StageHead({ summary, section, count, rate, back, span: loop }: StageHeadProps): ReactElement {
  const words = useWords();
  const whole = { from: 0, to: summary.counts };
  const danced = summary.sections[section] ?? whole;
  const now = Math.min(Math.max(count, danced.from), danced.to - 1);
  const at = summary.sections.findIndex((s) => now >= s.from && now < s.to);
  const span = summary.sections[at] ?? whole;
  const [eight, all] = [Math.floor((now - span.from) / 8) + 1, Math.ceil((span.to - span.from) / 8)];
  return (
    <header className="st-top">
      <Link href={back} className="st-leave" aria-label={words.stage.leave}>
        <Logo lit={eight} />
        <X aria-hidden />
      </Link>
      <div
        className="st-prog"
        role="img"
        aria-label={words.stage.section(sectionName(words, summary.sections, at), eight, all)}
      >
        {summary.sections.map((s, i) => (
          <span
            key={s.from}
            className={i === at ? "at" : s.to <= now ? "got" : ""}
            style={
              {
                "--n": s.to - s.from,
                "--done": (now - s.from + (count < s.from ? 0 : 1)) / (s.to - s.from),
              } as React.CSSProperties
            }
          >
            {sectionName(words, summary.sections, i)}
            {i === at && <b>{` ${eight}/${all}`}</b>}
          </span>
        ))}
      </div>
      {(rate !== 1 || loop) && <span className="st-chip">{words.n.speed(rate)}</span>}
      {loop && (
        <span className="st-chip lit">
          <Repeat2 aria-hidden />
          {words.practice.loop(eightsOf(loop))}
        </span>
      )}
    </header>
  );
}
