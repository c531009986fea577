import { type ReactElement, useEffect, useState, useSyncExternalStore } from "react";
import { useWords } from "../state/language.ts";
import { forgets } from "../state/stored.ts";
import { problemSentence } from "../words/index.ts";

/** Milliseconds that a note stands before it goes by itself. */
const SHOWN_MS = 5000;

/** Something that is said for a moment: told the speed that is held, it shows it, and no longer. */
export function useHeldSpeed() {
  const [held, hold] = useState<{ readonly rate: number } | null>(null);
  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(() => hold(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held]);
  return { held: held?.rate ?? null, hold: (rate: number) => hold({ rate }) };
}

interface FloorNotesProps {
  /** Code of the problem with which the Worker did not open the take. */
  readonly problem: string | null;
  /** The speed at which the take goes on though another was asked for. */
  readonly held: number | null;
}

/** What is said over the floor: a take that could not be opened, a speed that cannot change now. */
export function FloorNotes({ problem, held }: FloorNotesProps): ReactElement {
  const words = useWords();
  return (
    <>
      <div role="status">
        {held !== null && <p className="st-note mild">{words.practice.speedHeld(words.n.speed(held))}</p>}
      </div>
      {problem && (
        <p className="st-note" role="alert">
          {words.setup.openFailed} {problemSentence(words, problem)}
        </p>
      )}
    </>
  );
}

/** Where the browser keeps nothing, it is said before the dance. */
export function VisitNote(): ReactElement | null {
  const { practice } = useWords();
  const visit = useSyncExternalStore(forgets.subscribe, forgets.get);
  return visit ? <p className="st-visit">{practice.visitOnly}</p> : null;
}
