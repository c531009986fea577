import type { ReactElement } from "react";
import { JUDGEMENT_WORDS, type JudgementWord } from "#dance/scoring/result.ts";
import { useWords } from "../state/language.ts";

const STAR = Array.from({ length: 16 }, (_, i) => {
  const r = i % 2 ? 4.6 : 9.2;
  const t = (i * Math.PI) / 8 - Math.PI / 2;
  return `${(10 + r * Math.cos(t)).toFixed(1)},${(10 + r * Math.sin(t)).toFixed(1)}`;
}).join(" ");

const GLYPHS: Readonly<Record<JudgementWord, ReactElement>> = {
  perfect: <polygon points={STAR} fill="currentColor" />,
  great: <circle cx="10" cy="10" r="8" fill="currentColor" />,
  good: <rect x="3" y="3" width="14" height="14" fill="currentColor" />,
  ok: <polygon points="10,2 19,18 1,18" fill="currentColor" />,
  miss: <path d="M3.5 3.5l13 13m0-13l-13 13" stroke="currentColor" strokeWidth="4.6" fill="none" />,
  unseen: (
    <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="2.6" strokeDasharray="3.4 3.9" />
  ),
};

/** The shape of a judgement; its colour comes from the class of the same name. */
export function Glyph({ word }: { readonly word: JudgementWord }): ReactElement {
  return (
    <svg className={`j ${word}`} viewBox="0 0 20 20" aria-hidden="true">
      {GLYPHS[word]}
    </svg>
  );
}

/** A ghost: a body of which the half is dashed. */
export function GhostMark(): ReactElement {
  return (
    <svg
      className="ghost-mark"
      viewBox="0 0 18 18"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
    >
      <circle cx="9" cy="5" r="3.4" />
      <path d="M2.5 17.5c0-4.500 2.600-7 6.500-7s6.500 2.500 6.500 7" strokeDasharray="3 2" />
    </svg>
  );
}

interface LegendProps {
  readonly counts?: Readonly<Record<JudgementWord, number>>;
}

/** The six judgements with their shapes, and how many of each there were. */
export function Legend({ counts }: LegendProps): ReactElement {
  const words = useWords();
  return (
    <div className="legend">
      {JUDGEMENT_WORDS.map((word) => (
        <span key={word}>
          <Glyph word={word} />
          {words.names.judgement[word]}
          {counts && <b>{words.n.whole(counts[word])}</b>}
        </span>
      ))}
    </div>
  );
}

interface EightProps {
  readonly label: string;
  readonly done: number;
  /** How many bars; eight unless it is about eight-counts of a section. */
  readonly of?: number;
  readonly height?: number;
}

/** Progress in bars; the first of each eight (and the fifth, where there are eight) stands taller. */
export function Eight({ label, done, of = 8, height = 40 }: EightProps): ReactElement {
  const kind = (i: number) => (i < done ? "done" : i === done ? "now" : "next");
  return (
    <div
      className={of === 8 ? "eight" : "eight many"}
      style={{ "--eh": `${height}px` } as React.CSSProperties}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {Array.from({ length: of }, (_, i) => (
        <i key={String(i)} className={kind(i)} />
      ))}
    </div>
  );
}

/** Eight bars that step on the count while something is awaited. */
export function Waiting({ label }: { readonly label: string }): ReactElement {
  return (
    <div
      className="eight waits"
      style={{ "--eh": "72px", width: 220 } as React.CSSProperties}
      role="img"
      aria-label={label}
    >
      {Array.from({ length: 8 }, (_, i) => (
        <i key={String(i)} style={{ "--i": i } as React.CSSProperties} />
      ))}
    </div>
  );
}

/** The mark's eight strips: "x1 y1 x2 y2" in a box of 30 by 51. */
export const LOGO_STRIPS = [
  "16 3.5 23.6 11.1",
  "23.6 13 16 20.6",
  "14.1 20.6 6.5 13",
  "6.5 11.1 14.1 3.4",
  "16.3 23.8 26.7 34.2",
  "26.7 36.8 16.3 47.2",
  "13.7 47.2 3.3 36.8",
  "3.3 34.2 13.7 23.8",
] as const;

/** The mark: two diamonds of four strips; `lit` of the eight are tape. */
export function Logo({ lit = 1 }: { readonly lit?: number }): ReactElement {
  return (
    <svg viewBox="0 0 30 51" aria-hidden="true">
      {LOGO_STRIPS.map((strip, i) => {
        const [x1, y1, x2, y2] = strip.split(" ");
        return (
          <line
            key={strip}
            {...{ x1, y1, x2, y2 }}
            stroke={i < lit ? "var(--tape-ink)" : "currentColor"}
            strokeWidth="4.8"
          />
        );
      })}
    </svg>
  );
}

/** How hard a routine is, as one to three bars beside its word. */
export function LevelBars({ level }: { readonly level: "easy" | "medium" | "hard" }): ReactElement {
  const on = { easy: 1, medium: 2, hard: 3 }[level];
  return (
    <span className="lvl" aria-hidden="true">
      {[1, 2, 3].map((i) => (
        <i key={i} className={i <= on ? "on" : ""} />
      ))}
    </span>
  );
}
