import { X } from "lucide-react";
import type { ReactElement } from "react";
import { Link } from "wouter";
import { useWords } from "../../state/language.ts";
import { Logo } from "../marks.tsx";

interface HeadProps {
  /** Eighths of the logo that are lit. */
  readonly lit?: number;
  /** What goes on, in words; marked while it is recorded. */
  readonly said?: string;
  readonly recording?: boolean;
}

/** The head while a routine is danced in: the way out, and whether anything is recorded. */
export function DanceInHead({ lit = 0, said, recording = false }: HeadProps): ReactElement {
  const { danceIn } = useWords();
  return (
    <header className="st-top">
      <Link href="/studio" className="st-leave" aria-label={danceIn.leave}>
        <Logo lit={lit} />
        <X aria-hidden />
      </Link>
      {said && (
        <span className={recording ? "st-chip lit num" : "st-chip"}>
          {recording && <i className="di-dot" aria-hidden />}
          {said}
        </span>
      )}
    </header>
  );
}
